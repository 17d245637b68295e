import {
  anyWeekdayAt,
  clockWordAt,
  eraAt,
  type Hit,
  holidayAt,
  monthAt,
  otherMonthAt,
  partAt,
  seasonAt,
  unitAt,
  weekdayAt,
  weekdaysAt,
} from './lexicon';
import type { Count, Holiday, Unit } from './meaning';
import { countAt, numberAt, ordinalAt } from './numbers';
import type { TimeWord } from './words';
import {
  centuryYearAt,
  clockAt,
  dayOfMonthAt,
  decadeAt,
  meridiemAt,
  yearAt,
  yearInWordsAt,
  zoneAt,
} from './written';

type Reader<T> = (words: readonly TimeWord[], at: number) => Hit<T> | null;

/** The lexical classes a pattern may name, with the type of what each captures. */
export interface ClassValues {
  number: number;
  count: Count;
  ordinal: number;
  unit: Unit;
  month: number;
  weekday: number;
  anyWeekday: number;
  weekdays: number;
  season: number;
  part: string;
  holiday: Holiday;
  clockWord: string;
  /** Day of the month, 1 to 31, with or without "st", "nd", "rd", "th". */
  day: number;
  /** Four digits. */
  year: number;
  /** "nineteen ninety-seven". */
  yearInWords: number;
  /** "1990s", "'90s", "nineties". */
  decade: number;
  /** "480" of "480 BC". */
  centuryYear: number;
  /** "10:30" as `10:30`. */
  clock: string;
  /** "p.m." as `pm`. */
  meridiem: string;
  zone: string;
  /** Name of the calendar, for its months and the eras of its years. */
  otherMonth: string;
  era: string;
}

const readers: { [N in keyof ClassValues]: Reader<ClassValues[N]> } = {
  number: numberAt,
  count: countAt,
  ordinal: ordinalAt,
  unit: unitAt,
  month: monthAt,
  weekday: weekdayAt,
  anyWeekday: anyWeekdayAt,
  weekdays: weekdaysAt,
  season: seasonAt,
  part: partAt,
  holiday: holidayAt,
  clockWord: clockWordAt,
  day: dayOfMonthAt,
  year: yearAt,
  yearInWords: yearInWordsAt,
  decade: decadeAt,
  centuryYear: centuryYearAt,
  clock: clockAt,
  meridiem: meridiemAt,
  zone: zoneAt,
  otherMonth: otherMonthAt,
  era: eraAt,
};

/** What a match captured: classes under their own name, alternatives under the name given in the pattern. */
export type Captures = Partial<ClassValues> & { word: Record<string, string> };

type Element = { optional: boolean } & (
  | { kind: 'words'; words: ReadonlySet<string>; name: string | null }
  | { kind: 'class'; name: keyof ClassValues }
);

export interface Pattern {
  elements: Element[];
}

/**
 * Compiles a pattern: elements set apart by blanks. `last|past` is one of these words, `which=last|past` keeps the
 * word, `<month>` is a lexical class, and `?` behind an element makes it optional.
 */
export function compilePattern(source: string): Pattern {
  return { elements: source.split(/\s+/).map(compileElement) };
}

function compileElement(source: string): Element {
  const optional = source.length > 1 && source.endsWith('?');
  const body = optional ? source.slice(0, -1) : source;
  if (body.length > 2 && body.startsWith('<')) {
    const name = body.slice(1, -1) as keyof ClassValues;
    if (!(name in readers)) throw new Error(`No lexical class "${name}" in pattern element "${source}".`);
    return { kind: 'class', name, optional };
  }
  const [, name = null, alternatives = body] = /^([a-z]+)=(.+)$/.exec(body) ?? [];
  return { kind: 'words', words: new Set(alternatives.split('|')), name, optional };
}

/** Words and classes one of which must stand where a match begins; used to look up the patterns worth trying. */
export function beginnings(pattern: Pattern): { words: string[]; classes: (keyof ClassValues)[] } {
  const words: string[] = [];
  const classes: (keyof ClassValues)[] = [];
  for (const element of pattern.elements) {
    if (element.kind === 'words') words.push(...element.words);
    else classes.push(element.name);
    if (!element.optional) break;
  }
  return { words, classes };
}

export function readClass<N extends keyof ClassValues>(
  name: N,
  words: readonly TimeWord[],
  at: number,
): Hit<ClassValues[N]> | null {
  return readers[name](words, at);
}

/**
 * Matches at a word, the longest optional elements first. Each element is tried at most twice for each choice before
 * it, and patterns are short, so the work at one word is bounded by a constant.
 */
export function matchPattern(
  pattern: Pattern,
  words: readonly TimeWord[],
  at: number,
): { end: number; captures: Captures } | null {
  const captures: Captures = { word: {} };
  const step = (index: number, position: number): number | null => {
    const element = pattern.elements[index];
    if (!element) return position;
    const hit = readElement(element, words, position);
    if (hit) {
      const end = step(index + 1, hit.end);
      if (end !== null) {
        keep(captures, element, hit.value);
        return end;
      }
    }
    return element.optional ? step(index + 1, position) : null;
  };
  const end = step(0, at);
  return end === null || end === at ? null : { end, captures };
}

function readElement(element: Element, words: readonly TimeWord[], at: number): Hit<unknown> | null {
  if (element.kind === 'class') return readers[element.name](words, at);
  const text = words[at]?.text;
  return text !== undefined && element.words.has(text) ? { value: text, end: at + 1 } : null;
}

/** Called from the last element to the first, so that of two alike the first stays. */
function keep(captures: Captures, element: Element, value: unknown): void {
  if (element.kind === 'class') (captures as Record<string, unknown>)[element.name] = value;
  else if (element.name) captures.word[element.name] = value as string;
}
