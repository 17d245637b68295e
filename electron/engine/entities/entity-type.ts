import type { EntityType } from '../../contract';
import nameWords from '../data/name-words.json';
import type { TaggerInput } from './features';
import { KIND } from './gazetteers';
import { type NameSpan, OTHER_TYPES } from './name-span';
import type { Word } from './words';

const TYPE_OF_CLASS = { PER: 'person', LOC: 'place', ORG: 'organisation' } as const;
const TYPE_OF_LABEL: Record<string, EntityType> = {
  NORP: 'group',
  EVENT: 'event',
  PRODUCT: 'product',
  LAW: 'law',
  WORK_OF_ART: 'work',
};
const TYPE_OF_OTHER: Record<string, EntityType> = {
  PRO: 'product',
  WRK: 'work',
  EVT: 'event',
  GRP: 'group',
  MSC: 'other',
};
const EVENT_WORDS = new Set(nameWords.eventWords);
const LAW_WORDS = new Set(nameWords.lawWords);

/** The type to show for a mention: the class, and for other names what its words and the language model say. */
export function mentionType(span: NameSpan, { document, gazetteers }: TaggerInput): EntityType {
  if (span.type !== 'MISC') return TYPE_OF_CLASS[span.type];
  if (span.rule === 'designation') return 'product';
  const words = document.words.slice(span.first, span.end);
  if (gazetteers.begins[span.first]! & KIND.demonym) {
    const last = gazetteers.begins[span.end - 1]! | gazetteers.inside[span.end - 1]!;
    if (last & KIND.demonym) return 'group';
  }
  if (words.some((w) => EVENT_WORDS.has(w.lexeme.lower))) return 'event';
  if (words.some((w) => LAW_WORDS.has(w.lexeme.lower))) return 'law';
  if (isCalledWork(span, document.words)) return 'work';
  if (span.otherFit) return TYPE_OF_OTHER[OTHER_TYPES[span.otherFit.indexOf(Math.max(...span.otherFit))]!]!;
  return TYPE_OF_LABEL[words[0]!.label] ?? 'other';
}

const WORKS = new Set(
  'book books novel film movie album song single series show documentary paper essay play poem podcast episode script drama memoir musical opera painting ballad anthem soundtrack hit bestseller'.split(
    ' ',
  ),
);
/** How far before a name such a word tells its type, in words. */
const REACH = 3;

/** "his book The Nature of Rationality", "a script called “Wild Rose”". */
function isCalledWork({ first }: NameSpan, words: readonly Word[]): boolean {
  for (let i = first - 1; i >= 0 && i >= first - REACH - 1; i--) {
    const word = words[i]!;
    if (word.block !== words[first]!.block || /^[.;:)]$/.test(word.lexeme.text)) return false;
    if (WORKS.has(word.lexeme.lower) && !word.lexeme.hasCapital) return true;
  }
  return false;
}
