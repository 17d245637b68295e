import others from '../data/other-calendars.json';
import table from '../data/time-words.json';
import type { Holiday, Unit } from './meaning';
import type { TimeWord } from './words';

/** What a lexical class found at a word: its value and the index behind its last word. */
export interface Hit<T> {
  value: T;
  end: number;
}

const months = new Map<string, number>(Object.entries(table.months));
const weekdays = new Map<string, number>(Object.entries(table.weekdays));
const weekdayAbbreviations = new Map<string, number>(Object.entries(table.weekdayAbbreviations));
const seasons = new Map<string, number>(Object.entries(table.seasons));
const units = new Map<string, Unit>(Object.entries(table.units) as [string, Unit][]);
const parts = new Map<string, string>(Object.entries(table.parts));
const clockWords = new Map<string, string>(Object.entries(table.clockWords));

/** Months that are common words too count only where the tagger does not see a verb, adjective or adverb. */
const AMBIGUOUS_MONTHS = new Set(['march', 'may', 'mar', 'sun', 'august', 'jan']);
const NOT_A_NAME = /^(?:VB|MD|JJ|RB|IN)/;

/** A full stop that belongs to the abbreviation before it ("Aug. 2"). */
function skipStop(words: readonly TimeWord[], at: number, abbreviated: boolean): number {
  const next = words[at];
  if (!abbreviated || next?.text !== '.' || !next.attached) return at;
  const behind = words[at + 1];
  const sentenceGoesOn = next.token?.text !== '.' || behind?.digits || behind?.text === ',';
  return sentenceGoesOn ? at + 1 : at;
}

export function monthAt(words: readonly TimeWord[], at: number): Hit<number> | null {
  const word = words[at];
  const value = word && months.get(word.text);
  if (!word || !value || !word.capital) return null;
  if (AMBIGUOUS_MONTHS.has(word.text) && !words[at + 1]?.digits && NOT_A_NAME.test(word.token?.tag ?? ''))
    return null;
  return { value, end: skipStop(words, at + 1, word.text.length <= 4) };
}

export function weekdayAt(words: readonly TimeWord[], at: number): Hit<number> | null {
  const word = words[at];
  const value = word?.capital ? weekdays.get(word.text) : undefined;
  return value ? { value, end: at + 1 } : null;
}

/** "Mondays": the plural names no single day. */
export function weekdaysAt(words: readonly TimeWord[], at: number): Hit<number> | null {
  const word = words[at];
  if (!word?.capital || !word.text.endsWith('s')) return null;
  const value = weekdays.get(word.text.slice(0, -1));
  return value ? { value, end: at + 1 } : null;
}

/** Also "Mon." and "Tues", which are too short to count outside a full date. */
export function anyWeekdayAt(words: readonly TimeWord[], at: number): Hit<number> | null {
  const word = words[at];
  const value = word?.capital ? weekdayAbbreviations.get(word.text) : undefined;
  return value ? { value, end: skipStop(words, at + 1, true) } : weekdayAt(words, at);
}

export function seasonAt(words: readonly TimeWord[], at: number): Hit<number> | null {
  const value = seasons.get(words[at]?.text ?? '');
  return value === undefined ? null : { value, end: at + 1 };
}

export function unitAt(words: readonly TimeWord[], at: number): Hit<Unit> | null {
  const value = units.get(words[at]?.text ?? '');
  return value ? { value, end: at + 1 } : null;
}

/** "night", "afternoons": TIMEX3's NI, AF, MO, EV, DT. */
export function partAt(words: readonly TimeWord[], at: number): Hit<string> | null {
  const value = parts.get(words[at]?.text ?? '');
  return value ? { value, end: at + 1 } : null;
}

/** "noon" and "midnight" as `12:00` and `24:00`. */
export function clockWordAt(words: readonly TimeWord[], at: number): Hit<string> | null {
  const value = clockWords.get(words[at]?.text ?? '');
  return value ? { value, end: at + 1 } : null;
}

interface NamedHoliday {
  words: string[];
  holiday: Holiday;
}

const SPLIT_NAME = /'s\b|[\p{L}]+|[^\s]/gu;
const holidays = new Map<string, NamedHoliday[]>();
for (const { names, ...rule } of table.holidays) {
  for (const name of names) {
    const split = name.match(SPLIT_NAME) ?? [];
    const known = holidays.get(split[0] ?? '') ?? [];
    known.push({ words: split, holiday: { name: names[0] ?? name, ...rule } });
    known.sort((a, b) => b.words.length - a.words.length);
    holidays.set(split[0] ?? '', known);
  }
}

export function holidayAt(words: readonly TimeWord[], at: number): Hit<Holiday> | null {
  const word = words[at];
  if (!word?.capital) return null;
  const found = holidays
    .get(word.text)
    ?.find((named) => named.words.every((text, index) => words[at + index]?.text === text));
  return found ? { value: found.holiday, end: at + found.words.length } : null;
}

const otherMonths = new Map<string, { words: string[]; calendar: string }[]>();
const eras = new Map<string, string>();
for (const { name, months: names, eras: ofYears } of others.calendars) {
  for (const era of ofYears) eras.set(era, name);
  for (const month of names) {
    const split = month.match(SPLIT_NAME) ?? [];
    const known = otherMonths.get(split[0] ?? '') ?? [];
    known.push({ words: split, calendar: name });
    known.sort((a, b) => b.words.length - a.words.length);
    otherMonths.set(split[0] ?? '', known);
  }
}

/** "Muharram", "Dhu al-Hijjah": the name of the calendar that has this month. */
export function otherMonthAt(words: readonly TimeWord[], at: number): Hit<string> | null {
  if (!words[at]?.capital) return null;
  const found = otherMonths
    .get(words[at]?.text ?? '')
    ?.find((named) => named.words.every((text, index) => words[at + index]?.text === text));
  return found ? { value: found.calendar, end: at + found.words.length } : null;
}

/** "AH", "Reiwa": the name of the calendar that counts its years so. */
export function eraAt(words: readonly TimeWord[], at: number): Hit<string> | null {
  const word = words[at];
  const value = word?.capital ? eras.get(word.text) : undefined;
  return value ? { value, end: at + 1 } : null;
}

/** Every word that a lexical class may begin with, beside figures and an apostrophe before them. */
const beginnings = new Set<string>([
  ...[
    months,
    weekdays,
    weekdayAbbreviations,
    seasons,
    units,
    parts,
    clockWords,
    holidays,
    otherMonths,
    eras,
  ].flatMap((map) => [...map.keys()]),
  ...[...weekdays.keys()].map((name) => `${name}s`),
  ...[table.cardinals, table.tens, table.ordinals].flatMap((words) => Object.keys(words)),
  ...table.otherBeginnings,
]);

/** Whether any class is worth trying at a word; most words of a text need no more than this. */
export function mayBeginClass(word: TimeWord): boolean {
  return word.digits || beginnings.has(word.text);
}
