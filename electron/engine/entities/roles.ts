import titles from '../data/titles.json';
import type { TaggerInput } from './features';
import { KIND } from './gazetteers';
import type { NameSpan } from './name-span';
import type { Word } from './words';

const MODIFIERS = new Set(titles.roleModifiers);
/** Words that may join the parts of a role: "Secretary of State", "Minister for the Environment". */
const JOINTS = new Set(['of', 'for', 'the', 'and', 'to', '-', 'in']);
/** Longest role taken, in words. */
const LONGEST = 9;

/** Words [first, end) that tell a person's role. */
export interface RoleSpan {
  first: number;
  end: number;
}

/** The role named before a person's name ("Israeli Prime Minister ...") or behind it ("..., the mayor of Oslo,"). */
export function roleOf(span: NameSpan, input: TaggerInput): RoleSpan | null {
  if (span.type !== 'PER') return null;
  return roleBefore(span, input) ?? roleBehind(span, input);
}

const isRole = ({ begins, inside }: TaggerInput['gazetteers'], i: number): boolean =>
  ((begins[i]! | inside[i]!) & KIND.role) !== 0;

function roleBefore(span: NameSpan, input: TaggerInput): RoleSpan | null {
  const { words, blockStarts } = input.document;
  const floor = Math.max(blockStarts[words[span.first]!.block]!, span.first - LONGEST);
  let first = span.first;
  while (first > floor && extendsRole(first - 1, first, span.first, input)) first--;
  while (
    first < span.first &&
    (JOINTS.has(words[first]!.lexeme.lower) || words[first]!.lexeme.text === 'and')
  )
    first++;
  let has = false;
  for (let i = first; i < span.first; i++) has ||= isRole(input.gazetteers, i);
  return has ? { first, end: span.first } : null;
}

/** Whether the word may stand in a role that runs on to the name. */
function extendsRole(i: number, next: number, name: number, { document, gazetteers }: TaggerInput): boolean {
  const word = document.words[i]!;
  const { lower } = word.lexeme;
  if (document.words[next]!.sentenceStarts) return false;
  if (isRole(gazetteers, i) || MODIFIERS.has(lower)) return true;
  const kinds = gazetteers.begins[i]! | gazetteers.inside[i]!;
  if (kinds & (KIND.demonym | KIND.country | KIND.organisation)) return true;
  if (next === name) return false;
  // Between the office and the name stands its subject: "Secretary of State", "Minister of Foreign Affairs".
  if (JOINTS.has(lower)) return lower !== 'in' && i > 0 && leadsBackToRole(i, document.words, gazetteers);
  return (
    word.lexeme.capitalised &&
    (kinds & KIND.firstName) === 0 &&
    leadsBackToRole(i, document.words, gazetteers)
  );
}

function leadsBackToRole(i: number, words: readonly Word[], gazetteers: TaggerInput['gazetteers']): boolean {
  for (let k = i - 1; k >= 0 && k > i - 5 && words[k]!.sentence === words[i]!.sentence; k--) {
    if (isRole(gazetteers, k)) return true;
    if (!JOINTS.has(words[k]!.lexeme.lower) && !words[k]!.lexeme.capitalised) return false;
  }
  return false;
}

function roleBehind(span: NameSpan, input: TaggerInput): RoleSpan | null {
  const { words } = input.document;
  if (words[span.end]?.lexeme.text !== ',') return null;
  let first = span.end + 1;
  if (/^(?:the|a|an|his|her|its|their)$/i.test(words[first]?.lexeme.text ?? '')) first++;
  const sentence = words[span.end]!.sentence;
  let has = false;
  for (let i = first; i < words.length && i - first <= LONGEST && words[i]!.sentence === sentence; i++) {
    const word = words[i]!;
    if (/^[,.;:–—)]$/.test(word.lexeme.text)) return has && i > first ? { first, end: i } : null;
    const allowed =
      isRole(input.gazetteers, i) ||
      MODIFIERS.has(word.lexeme.lower) ||
      JOINTS.has(word.lexeme.lower) ||
      word.lexeme.capitalised ||
      word.lexeme.text === "'s" ||
      word.lexeme.text === '’s' ||
      ((input.gazetteers.begins[i]! & KIND.organisationWord) !== 0 && !has);
    if (!allowed) return null;
    has ||= isRole(input.gazetteers, i);
  }
  return null;
}
