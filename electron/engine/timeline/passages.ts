import type { ParsedText } from '../language/document';
import { sentenceOf } from '../language/syntax-tree';
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
  if (isOfWhatComes(time, parsed) || isComparedWith(parsed.text, time.start)) return true;
  const token = words[time.endWord - 1]?.tokenIndex ?? -1;
  const verb = token < 0 ? null : governingVerb(parsed, token);
  const head = verb === null ? undefined : parsed.tokens[verb];
  if (verb === null || !head) return false;
  if ((head.dep === 'acl' && hasFiniteVerb(parsed, verb)) || (head.dep === 'relcl' && head.tag !== 'VBD'))
    return true;
  const aux = auxiliaries(parsed, childrenOf(parsed), verb);
  const present =
    aux.length === 0 ? /^VB[ZP]$/.test(head.tag) : aux.some((word) => /^VB[ZP]$/.test(word.tag));
  return present;
}

/** "The theaters of the war converged in 1781": a participle is the main verb where the sentence has no other. */
function hasFiniteVerb(parsed: ParsedText, at: number): boolean {
  const { first, end } = sentenceOf(parsed, at);
  return parsed.tokens.slice(first, end).some(({ tag }) => /^(?:VBD|VBZ|VBP|MD)$/.test(tag));
}

const COMPARED =
  /\b(?:as against|against an?|(?:as )?opposed to|compared (?:to|with)|versus|(?:up|down) from|from an? (?:high|low|peak))\b[^.;]{0,60}$/i;

/** "as opposed to a peak of 1,600 in summer 2007": a figure of then, set beside those of the story. */
export function isComparedWith(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 90), start);
  return COMPARED.test(before) && /\d/.test(before);
}

const AHEAD_OF_STORY = /^(?:planned|proposed|projected|scheduled|future|intended|expected)$/i;

/** "lasted until the fall of the city in 1945", "a planned campaign in 1976": the story does not stand there yet. */
function isOfWhatComes(time: FoundTime, parsed: ParsedText): boolean {
  let at = timeWords(parsed)[time.endWord - 1]?.tokenIndex ?? -1;
  for (let climbs = 0; climbs < 8; climbs++) {
    const token = parsed.tokens[at];
    if (!token || token.head === at) return false;
    if (at < (timeWords(parsed)[time.firstWord]?.tokenIndex ?? 0)) {
      if (token.dep === 'prep' && /^(?:until|till)$/i.test(token.text)) return true;
      if (/^(?:VERB|AUX)$/.test(token.pos)) return false;
      const described = (childrenOf(parsed)[at] ?? []).some((child) =>
        AHEAD_OF_STORY.test(parsed.tokens[child]?.text ?? ''),
      );
      if (described || /^(?:deadline|target|date)$/i.test(token.lemma)) return true;
    }
    at = token.head;
  }
  return false;
}

function isBracketed(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 80), offset);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}
