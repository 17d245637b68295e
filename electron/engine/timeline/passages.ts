import type { ParsedText } from '../language/document';
import type { ParsedBlock } from '../stages';
import { civilDate, type DayNumber } from './calendar';
import type { FoundTime } from './found-time';
import type { Genre } from './resolution';
import { auxiliaries, childrenOf, governingVerb } from './tense';
import { timeWords } from './words';

const QUOTATION = /“[^”]{1,2000}”|"[^"\n]{1,2000}"/g;
const known = new WeakMap<ParsedText, [number, number][]>();

/** Whether an offset lies in a quotation: its "today" is the speaker's. */
export function isQuoted(parsed: ParsedText, offset: number): boolean {
  const ranges =
    known.get(parsed) ??
    [...parsed.text.matchAll(QUOTATION)].map((match): [number, number] => [
      match.index,
      match.index + match[0].length,
    ]);
  known.set(parsed, ranges);
  return ranges.some(([start, end]) => start <= offset && offset < end);
}

/** Counted from the day of writing by its own words: "yesterday", "last week", "two years ago", a bare "Tuesday". */
function isDeictic({ meaning }: FoundTime): boolean {
  switch (meaning.kind) {
    case 'step':
      return meaning.step.from === 'publication';
    case 'distance':
      return meaning.from === 'publication';
    case 'calendar': {
      const { weekday, day, pick, yearStep, year } = meaning.fields;
      if (year !== undefined) return false;
      return (weekday !== undefined && day === undefined) || (pick ?? yearStep)?.from === 'publication';
    }
    default:
      return false;
  }
}

/**
 * A history tells past years by their numbers; a report counts from its own day. Decides how months and days without
 * a year are read, as the domains of Mazur and Dale's WikiWars (EMNLP 2010) and TimeBank differ. What stands in
 * quotations does not count: a "tomorrow" that somebody said in 1940 makes no report.
 */
export function genreOf(
  found: readonly FoundTime[],
  blocks: readonly ParsedBlock[],
  publication: DayNumber | null,
): Genre {
  const publicationYear = publication === null ? null : civilDate(publication).year;
  let distant = 0;
  let deictic = 0;
  for (const time of found) {
    const parsed = blocks[time.block]?.parsed;
    if (parsed && isQuoted(parsed, time.start)) continue;
    const year = time.meaning.kind === 'calendar' ? time.meaning.fields.year : undefined;
    if (year !== undefined && (publicationYear === null || Math.abs(year - publicationYear) > 1)) distant++;
    else if (isDeictic(time)) deictic++;
  }
  const history = deictic === 0 ? distant >= 3 : distant >= 4 && distant > 4 * deictic;
  return history ? 'history' : 'report';
}

/**
 * Whether a time is only mentioned where it stands, so that what follows does not go on from it: in brackets, behind
 * "since", in a clause that describes a noun ("a letter found in 2004"), with a verb of the present.
 */
export function isInPassing(time: FoundTime, parsed: ParsedText): boolean {
  const words = timeWords(parsed);
  if (words[time.firstWord - 1]?.text === 'since') return true;
  if (isBracketed(parsed.text, time.start)) return true;
  const token = words[time.endWord - 1]?.tokenIndex ?? -1;
  const verb = token < 0 ? null : governingVerb(parsed, token);
  const head = verb === null ? undefined : parsed.tokens[verb];
  if (verb === null || !head) return false;
  if (head.dep === 'acl' || (head.dep === 'relcl' && head.tag !== 'VBD')) return true;
  const aux = auxiliaries(parsed, childrenOf(parsed), verb);
  const present =
    aux.length === 0 ? /^VB[ZP]$/.test(head.tag) : aux.some((word) => /^VB[ZP]$/.test(word.tag));
  return present;
}

function isBracketed(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 80), offset);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}
