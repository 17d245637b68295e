import type { TokenRange } from '../../language/document';
import type { DayNumber } from '../calendar';
import type { Genre, Resolution } from '../resolution';
import { auxiliaries } from '../tense';
import { subjectOf } from './clause';
import type { EventHead } from './locate';
import type { Tree } from './tree';
import { wordAt } from './words';

/** A clause that a time may date, with what the decision hangs on. */
export interface GateQuestion {
  tree: Tree;
  /** The verb or noun that tells it. */
  head: EventHead;
  sentence: TokenRange;
  /** Words of the time. */
  time: TokenRange;
  resolution: Resolution;
  /** Null when the time cannot be compared with it. */
  publication: DayNumber | null;
  genre: Genre;
  isPicture: boolean;
}

export function rootOfSentence(tree: Tree, { first, end }: TokenRange): number {
  for (let at = first; at < end; at++) if (tree.tokens[at]?.dep === 'ROOT') return at;
  return first;
}

export const SUBJECTS = new Set(['nsubj', 'nsubjpass', 'csubj', 'expl']);

/** A simple present, or a present passive: what is so. */
export function isSimplePresent(tree: Tree, verb: number): boolean {
  const token = tree.tokens[verb];
  const aux = auxiliaries(tree.parsed, tree.children, verb);
  if (aux.length === 0) return token?.tag === 'VBZ' || token?.tag === 'VBP';
  if (
    aux.some((word) => word.tag === 'MD' || word.tag === 'TO' || word.tag === 'VBD' || word.lemma === 'have')
  )
    return false;
  const present = aux.some((word) => word.tag === 'VBZ' || word.tag === 'VBP');
  return present && token?.tag !== 'VBG';
}

export function isNowadays({ tree, time }: GateQuestion): boolean {
  return time.end - time.first === 1 && wordAt(tree, time.first) === 'today';
}

/** The time opens its sentence: "1969: Armstrong lands on the Moon". */
export function opensSentence({ time, sentence }: GateQuestion): boolean {
  return time.first - sentence.first <= 2;
}

export function firstPerson(tree: Tree, verb: number): boolean {
  const subject = subjectOf(tree, verb);
  return subject !== null && /^(?:i|we)$/.test(wordAt(tree, subject.token));
}
