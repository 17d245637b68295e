import type { NameSpan, ParsedText } from '../language/document';
import type { FoundTime } from './found-time';
import { governingVerb } from './tense';
import type { TimeWord } from './words';

/** Labels of the recogniser whose spans are names; a weekday or month inside one is not a time. */
const NAME_LABELS = new Set(['PERSON', 'ORG', 'WORK_OF_ART', 'PRODUCT', 'FAC', 'GPE', 'LOC', 'NORP', 'LAW']);
const AMOUNT_LABELS = new Set(['MONEY', 'PERCENT', 'QUANTITY']);

function overlapping(
  time: FoundTime,
  parsed: ParsedText,
): { name: NameSpan; start: number; end: number } | null {
  let low = 0;
  let high = parsed.names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const name = parsed.names[middle];
    if (name && (parsed.tokens[name.end - 1]?.end ?? 0) <= time.start) low = middle + 1;
    else high = middle;
  }
  const name = parsed.names[low];
  if (!name) return null;
  const start = parsed.tokens[name.first]?.start ?? 0;
  const end = parsed.tokens[name.end - 1]?.end ?? 0;
  return start < time.end ? { name, start, end } : null;
}

/** True when the name holds words beside the time expression: "Sunday Times", "Friday Night Lights", "Theresa May". */
function reachesFurther(time: FoundTime, name: { start: number; end: number }): boolean {
  return name.start < time.start || name.end > time.end;
}

/** Expressions short of figures that names are often made of: a lone weekday, month, season or year. */
function isFragile(time: FoundTime): boolean {
  const { meaning } = time;
  if (meaning.kind === 'calendar') {
    const { day, year, month } = meaning.fields;
    const single = time.endWord - time.firstWord === 1;
    return year === undefined ? !(month !== undefined && day !== undefined) : single;
  }
  return meaning.kind === 'reference' || meaning.kind === 'set' || meaning.kind === 'step';
}

/** "in 1990", "since May": where the recogniser draws a name too far, the preposition shows a time. */
function followsPreposition(time: FoundTime, words: readonly TimeWord[]): boolean {
  return (
    /^(?:in|since|by|until|during|before|after)$/.test(words[time.firstWord - 1]?.text ?? '') &&
    words[time.firstWord]?.digits === true
  );
}

/** "the 1996 Telecommunications Act", "2008 Democratic convention": a year before a name still tells a time. */
function isYearAtStart(time: FoundTime, start: number): boolean {
  return (
    time.meaning.kind === 'calendar' && time.meaning.fields.year !== undefined && time.start - start <= 4
  );
}

/** A weekday or month that a capitalised word behind it takes for its own: "Sunday Mirror", "Black Friday Records". */
function belongsToName(time: FoundTime, words: readonly TimeWord[], parsed: ParsedText): boolean {
  const token = words[time.endWord - 1]?.token;
  const next = words[time.endWord];
  if (token?.dep !== 'compound' || !next?.capital || next.attached || !isFragile(time)) return false;
  const head = parsed.tokens[token.head];
  if (!head?.tag.startsWith('NNP') || head.start < time.end) return false;
  return next.token?.tag.startsWith('NNP') === true;
}

/** Whether what a rule found is part of a name or an amount after all. */
export function isRejected(time: FoundTime, words: readonly TimeWord[], parsed: ParsedText): boolean {
  const around = overlapping(time, parsed);
  if (around && reachesFurther(time, around)) {
    const name = NAME_LABELS.has(around.name.label) && isFragile(time);
    if (name && !isYearAtStart(time, around.start) && !followsPreposition(time, words)) return true;
    if (AMOUNT_LABELS.has(around.name.label) && isFragile(time)) return true;
  }
  return belongsToName(time, words, parsed) || isSoonInPast(time, words, parsed);
}

/** "France soon surrendered": in a tale "soon" only means quickly. */
function isSoonInPast(time: FoundTime, words: readonly TimeWord[], parsed: ParsedText): boolean {
  const first = words[time.firstWord];
  if (time.rule !== 'soon' || !first || first.tokenIndex < 0) return false;
  const verb = governingVerb(parsed, first.tokenIndex);
  return verb !== null && /^VB[DN]$/.test(parsed.tokens[verb]?.tag ?? '');
}
