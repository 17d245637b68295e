import type { CalendarDay } from '../../../contract';
import { monthOf } from './month-names';

/** A day read from words, with the piece of the text that told it. */
export interface ReadDay {
  day: CalendarDay;
  words: string;
}

/** How purely numeric days are ordered where the numbers leave it open (04/03/2015). */
export type NumericOrder = 'month-first' | 'day-first';

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** No article that somebody saved as a file is older; a year beyond is a time of day, a price or a mistake. */
const FIRST_YEAR = 1600;
const LAST_YEAR = 2199;

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The day, or null when the calendar has no such day. */
export function calendarDay(year: number, month: number, day: number): CalendarDay | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return null;
  if (day > (DAYS_IN_MONTH[month - 1] ?? 0) || (month === 2 && day === 29 && !isLeap(year))) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day in UTC of a moment, in milliseconds since 1970. */
export function dayOfMoment(milliseconds: number): CalendarDay | null {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) return null;
  return calendarDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

const YEAR = '(1[6-9]\\d{2}|2[01]\\d{2})';
const WORD = "([\\p{L}'’]{3,14})\\.?";
const ORDINAL = '(?:st|nd|rd|th|er|º|ª|\\.)?';
const OF = '(?:\\s{1,3}(?:of|de|del|di|d’|da)\\s{1,3}|[\\s,.\\-/]{1,3})';

const ISO = new RegExp(`(?<!\\d)${YEAR}([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)`, 'u');
const CJK = new RegExp(`(?<!\\d)${YEAR}\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]`, 'u');
const COMPACT = /^(?:D:)?(1[6-9]\d{2}|2[01]\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d{1,5}$|\d{7})/;
const MONTH_FIRST = new RegExp(
  `(?<![\\p{L}\\d])${WORD}\\s{0,3}(\\d{1,2})${ORDINAL}\\s{0,2},?\\s{0,3}${YEAR}(?!\\d)`,
  'u',
);
const DAY_FIRST = new RegExp(`(?<![\\d.:])(\\d{1,2})${ORDINAL}${OF}${WORD}${OF}${YEAR}(?!\\d)`, 'u');
const YEAR_FIRST = new RegExp(`(?<!\\d)${YEAR}[\\s.,-]{1,3}${WORD}[\\s.-]{1,3}(\\d{1,2})(?!\\d)`, 'u');
const NUMERIC = new RegExp(
  `(?<![\\d/.])(\\d{1,2})\\s?([/.-])\\s?(\\d{1,2})\\s?\\2\\s?(${YEAR}|\\d{2})(?![\\d/])`,
  'u',
);
const MOMENT = /^(\d{10}|\d{13})$/;

type Shape = (text: string, order: NumericOrder) => ReadDay | null;

function named(pattern: RegExp, year: number, month: number, day: number): Shape {
  return (text) => {
    for (const match of text.matchAll(new RegExp(pattern, 'gu'))) {
      const number = monthOf(match[month] ?? '');
      const found = number && calendarDay(Number(match[year]), number, Number(match[day]));
      if (found) return { day: found, words: match[0] };
    }
    return null;
  };
}

function numbers(pattern: RegExp, year: number, month: number, day: number): Shape {
  return (text) => {
    const match = pattern.exec(text);
    const found = match && calendarDay(Number(match[year]), Number(match[month]), Number(match[day]));
    return found ? { day: found, words: match[0] } : null;
  };
}

/** Two figures of a year mean the century in which files were saved, as far as it goes. */
function fullYear(figures: string): number {
  const year = Number(figures);
  return figures.length === 2 ? year + (year < 70 ? 2000 : 1900) : year;
}

const readNumeric: Shape = (text, order) => {
  const match = NUMERIC.exec(text);
  if (!match) return null;
  const [words, first = '', separator, second = '', figures = ''] = match;
  const year = fullYear(figures);
  const monthFirst = calendarDay(year, Number(first), Number(second));
  const dayFirst = calendarDay(year, Number(second), Number(first));
  // Only the slash is used with the month in front; dots and dashes part day, month and year everywhere.
  const preferred =
    order === 'month-first' && separator === '/' ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
  const day = preferred[0] ?? preferred[1];
  return day ? { day, words } : null;
};

const readMoment: Shape = (text) => {
  const figures = MOMENT.exec(text.trim())?.[1];
  const day = figures ? dayOfMoment(Number(figures) * (figures.length === 10 ? 1000 : 1)) : null;
  return figures && day ? { day, words: figures } : null;
};

/** Shapes in which days are written, surest first. */
const shapes: Shape[] = [
  numbers(ISO, 1, 3, 4),
  numbers(CJK, 1, 2, 3),
  named(MONTH_FIRST, 3, 1, 2),
  named(DAY_FIRST, 3, 2, 1),
  named(YEAR_FIRST, 1, 2, 3),
  readNumeric,
  numbers(COMPACT, 1, 2, 3),
  readMoment,
];

const EASTERN_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** The text with Arabic and Persian digits as Western ones; no place in it moves. */
export function westernDigits(text: string): string {
  return text.replace(EASTERN_DIGIT, (digit) => String(digit.charCodeAt(0) & 15));
}

/** Characters looked at: a date row is short. */
const LONGEST = 400;

/**
 * Reads the first day that a short text states in full (year, month and day), in any of the usual shapes and in the
 * languages of the table of month names. The day is the one written, whatever zone stands behind it: it is the day
 * on the article's own calendar.
 */
export function readDay(text: string, order: NumericOrder): ReadDay | null {
  const source = text.slice(0, LONGEST);
  const piece = westernDigits(source.replaceAll('\u00a0', ' '));
  for (const shape of shapes) {
    const found = shape(piece, order);
    if (!found) continue;
    const at = piece.indexOf(found.words);
    return { day: found.day, words: source.slice(at, at + found.words.length) };
  }
  return null;
}
