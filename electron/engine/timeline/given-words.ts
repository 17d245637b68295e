import type { TimeModifier, TimeValue } from '../../contract';
import type { ParsedText, Token } from '../language/document';
import type { ParsedBlock } from '../stages';
import { edtfOf } from './edtf';
import { findTimeExpressions } from './find';
import type { FoundTime } from './found-time';
import type { Resolution } from './resolution';
import { resolveTimes } from './resolve';
import { timeValue } from './value';

/** A time as a person wrote it, or why it is none, in plain words. */
export type ReadTime = { ok: true; value: TimeValue } | { ok: false; problem: string };

const EXAMPLES = 'Write it as in 3 May 1887, March 2024, about 1900, spring 1968, the 1920s or 1861 to 1865.';
const ORIGIN = { kind: 'stated', explanation: 'set by you' } as const;
/** Longer input is no date. */
const LONGEST = 80;

const OPEN: Record<string, TimeValue['open']> = { since: 'end', until: 'start', till: 'start' };
const MODIFIERS: Record<string, TimeModifier> = {
  about: 'about',
  around: 'about',
  circa: 'about',
  ca: 'about',
  c: 'about',
  before: 'before',
  by: 'before',
  after: 'after',
};

/** Words as the time rules want them: names of months begin with a capital, and figures stand behind a preposition. */
function asWritten(text: string): string {
  const words = text.trim().replace(/\s+/g, ' ').split(' ');
  const capital = words.map((word) =>
    /^\p{Ll}{3,}/u.test(word) && !SMALL.test(word) ? word.charAt(0).toUpperCase() + word.slice(1) : word,
  );
  return `in ${capital.join(' ')}`;
}

const SMALL =
  /^(?:the|and|early|mid|late|from|between|until|till|since|before|after|about|around|circa|spring|summer|autumn|fall|winter|quarter|half|century|first|second|third|fourth)$/;

/** Words without the language model: what is no number is a name or a noun. */
function plainParse(text: string): ParsedText {
  const tokens: Token[] = [...text.matchAll(/[\p{L}\d]+|[^\s\p{L}\d]/gu)].map((match, index) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
    tag: /^\d/.test(match[0]) ? 'CD' : /^\p{Lu}/u.test(match[0]) ? 'NNP' : 'NN',
    pos: /^\d/.test(match[0]) ? 'NUM' : 'NOUN',
    lemma: match[0].toLowerCase(),
    morph: '',
    head: 0,
    dep: index === 0 ? 'ROOT' : 'dep',
    spaceAfter: text[match.index + match[0].length] === ' ',
  }));
  return { text, tokens, sentences: [{ first: 0, end: tokens.length }], names: [] };
}

interface Found {
  time: FoundTime;
  resolution: Resolution;
}

function findAll(block: ParsedBlock): Found[] {
  const times = findTimeExpressions([block]);
  return resolveTimes(times, [block], null).flatMap((resolution, index): Found[] => {
    const time = times[index];
    return time && resolution ? [{ time, resolution }] : [];
  });
}

function failed(text: string, why: string): ReadTime {
  return { ok: false, problem: `“${text}” ${why} ${EXAMPLES}` };
}

/**
 * Reads one time of any precision as people write it: a day, a month, a season, a year, a decade, a century, or a
 * stretch of two of them; with "about", "before", "after", "since" or "until" before it. Pure; knows no "today", so
 * what hangs on another day ("last year") is refused.
 */
export function readWrittenTime(written: string): ReadTime {
  const text = written.trim();
  if (text === '' || text.length > LONGEST) return failed(text.slice(0, LONGEST), 'is not a time.');
  const leading = /^(since|until|till|about|around|circa|ca|c|before|by|after)\b\.?\s*/i.exec(text);
  const word = leading?.[1]?.toLowerCase() ?? '';
  const parsed = plainParse(asWritten(text.slice(leading?.[0].length ?? 0)));
  const found = findAll({ id: 'written', kind: 'paragraph', parsed });
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last || found.length > 2 || !coversAll(parsed.text, found))
    return failed(text, 'could not be read as one time.');
  if (found.some(({ resolution }) => resolution.anchor !== null))
    return failed(text, 'hangs on another day; its year is needed.');
  if (first.resolution.first === null || last.resolution.last === null)
    return failed(text, 'names no place in the calendar.');
  if (last.resolution.last < first.resolution.first) return failed(text, 'ends before it begins.');
  return { ok: true, value: joined(found, MODIFIERS[word] ?? null, OPEN[word] ?? null) };
}

/** Between and around the times only words that join them may stand. */
function coversAll(text: string, found: readonly Found[]): boolean {
  let rest = '';
  let at = 0;
  for (const { time } of found) {
    rest += ` ${text.slice(at, time.start)}`;
    at = time.end;
  }
  rest += ` ${text.slice(at)}`;
  const words = rest.split(/[\s,.]+/).filter(Boolean);
  const joints = words.filter((word) => /^(?:to|until|till|and|-|–|—|through)$/i.test(word)).length;
  return joints === found.length - 1 && words.every((word) => JOINT.test(word));
}

const JOINT = /^(?:in|on|from|between|to|until|till|and|through|the|year|-|–|—)$/i;

function joined(found: readonly Found[], modifier: TimeModifier | null, open: TimeValue['open']): TimeValue {
  const values = found.flatMap(({ time, resolution }) => timeValue(time, resolution, true, () => '') ?? []);
  const [from, to] = [values[0], values.at(-1)];
  const days = {
    first: from?.first ?? null,
    last: to?.last ?? null,
    precision: from?.precision ?? 'day',
    modifier: modifier ?? from?.modifier ?? null,
    open,
  } as const;
  const timex = values.map((value) => value.timex).join('/');
  return { timex, ...days, edtf: edtfOf(days), inferred: false, origin: ORIGIN, relative: null };
}
