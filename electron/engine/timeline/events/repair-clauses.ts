import type { Token } from '../../language/document';

/** Tokens of a time expression, half open. */
export interface Range {
  first: number;
  end: number;
}

export type Change = (index: number, values: Partial<Token>) => void;

function isSubjectOf(token: Token | undefined, verb: number): boolean {
  return token !== undefined && /^nsubj/.test(token.dep) && token.head === verb;
}

/**
 * "He came home, and in 1645, the first house was opened": behind "and" at a border of clauses a time belongs to the
 * clause that follows, whose verb has a subject of its own between.
 */
export function moveToNextClause(tokens: readonly Token[], time: Range, change: Change): void {
  const preposition = /^(?:on|in|at|by|during|since)$/i.test(tokens[time.first - 1]?.text ?? '')
    ? time.first - 1
    : time.first;
  const top = tokens[preposition];
  if (!top || top.head >= preposition || !/^(?:and|but)$/i.test(tokens[preposition - 1]?.text ?? '')) return;
  const verb = nextVerb(tokens, time.end, preposition);
  if (verb === null || tokens[verb]?.head === undefined) return;
  const above = top.head;
  const isNext = tokens[verb]?.dep === 'conj' || above === tokens[verb]?.head;
  if (isNext && above !== verb) change(preposition, { head: verb });
}

/** Words between a time and its clause's verb at most. */
const REACH = 24;

/** The first verb behind the time whose subject stands between them. */
function nextVerb(tokens: readonly Token[], from: number, time: number): number | null {
  for (let at = from; at < Math.min(tokens.length, from + REACH); at++) {
    const token = tokens[at];
    if (!token || /^[.;]$/.test(token.text)) return null;
    if (isSubjectOf(token, token.head) && token.head > at && token.head - time < REACH + 8) return token.head;
  }
  return null;
}

/**
 * "The group stage finished on Tuesday, and 20 teams have booked": of two subjects before one verb, parted by "and",
 * the first belongs to the participle behind it, which is then a past tense.
 */
export function partJoinedClauses(
  tokens: readonly Token[],
  first: number,
  end: number,
  change: Change,
): void {
  for (let at = first; at < end; at++) {
    const participle = tokens[at];
    if (participle?.dep !== 'acl' || participle.tag !== 'VBN' || !/ed$/i.test(participle.text)) continue;
    const noun = participle.head;
    const subject = tokens[noun];
    if (!subject || !isSubjectOf(subject, subject.head) || subject.head <= at) continue;
    const verb = subject.head;
    const second = range(at + 1, verb).find((index) => isSubjectOf(tokens[index], verb));
    if (second === undefined) continue;
    const joint = range(at + 1, second).find((index) => /^(?:and|but)$/i.test(tokens[index]?.text ?? ''));
    if (joint === undefined || tokens[joint - 1]?.text !== ',') continue;
    change(at, {
      head: tokens[verb]?.head === verb ? at : (tokens[verb]?.head ?? at),
      dep: tokens[verb]?.dep ?? 'ROOT',
      tag: 'VBD',
    });
    change(noun, { head: at, dep: 'nsubj' });
    change(verb, { head: at, dep: 'conj' });
    change(joint, { head: at, dep: 'cc' });
    return;
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
