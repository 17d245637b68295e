import type { CalendarDay } from '../../electron/contract';
import { calendarDay, type DayParts, dayNumber, daysInMonth, isRealDay } from './calendar';
import { months } from './labels';

/** A time as a person writes it, by its first and last day; `hedge` is what the days do not say. */
export interface WrittenTime {
  first: CalendarDay;
  last: CalendarDay;
  hedge: Hedge | null;
}

export type Hedge = 'about' | 'before' | 'after' | 'until' | 'since' | 'start' | 'middle' | 'end';

/** Why a text is no time, as a sentence for the person. */
export interface NoTime {
  problem: string;
}

const hedges: readonly (readonly [RegExp, Hedge])[] = [
  [/^(?:about|around|approximately|circa|ca?\.?|~)\s*(?=[\da-z])/, 'about'],
  [/^before\s+/, 'before'],
  [/^after\s+/, 'after'],
  [/^(?:until|till|up to)\s+/, 'until'],
  [/^since\s+/, 'since'],
  [/^(?:early|beginning of|start of)\s+/, 'start'],
  [/^(?:mid|middle of)[\s-]+/, 'middle'],
  [/^(?:late|end of)\s+/, 'end'],
];

type Bounds = readonly [DayParts, DayParts];

/**
 * Reads "1987", "March 2024", "9 March 2024", "2024-03-09", "spring 2021", "Q3 2021", "1990s", "19th century", "44 BC",
 * each also behind a hedge ("about 1900", "since 1987"), and ranges of two ("9–12 March 2024", "1914–18").
 */
export function parseTime(text: string): WrittenTime | NoTime {
  const plain = text
    .toLowerCase()
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/,/g, ' ')
    .replace(/\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain === '') return { problem: 'Write when it was.' };
  const [pattern, hedge = null] = hedges.find(([start]) => start.test(plain)) ?? [];
  const bare = pattern ? plain.replace(pattern, '') : plain;
  const bounds = pointOf(bare.replace(/^the /, '')) ?? rangeOf(bare);
  if (!bounds) return { problem: `“${text.trim()}” is no time that Dateline understands.` };
  if (!bounds.every(isRealDay)) return { problem: `The calendar has no “${text.trim()}”.` };
  const [first, last] = bounds.map(calendarDay) as [CalendarDay, CalendarDay];
  if (dayNumber(last) < dayNumber(first)) return { problem: 'The last day is before the first.' };
  return { first, last, hedge };
}

/** "between 9 March and 2 April 2024", "1914-18": what the first end leaves out it shares with the last. */
function rangeOf(text: string): Bounds | null {
  const found =
    /^(?:between|from) (.+?) (?:and|to|until) (.+)$/.exec(text) ??
    /^(.+?) (?:to|until|-) (.+)$/.exec(text) ??
    /^([^-]+)-([^-]+)$/.exec(text);
  const [, start = '', end = ''] = found ?? [];
  const last = pointOf(end) ?? pointOf(sharedEnd(start, end));
  if (!last) return null;
  const completed = completions(start, last).map((text) => (text ? pointOf(text) : null));
  const from = firstOf(completed);
  return from && [from[0], last[1]];
}

/** What the first end may mean beside the last, the likeliest first: itself, a day of its month, a year of its era. */
function completions(start: string, last: Bounds): (string | false)[] {
  const [{ month }, { year, month: lastMonth }] = last;
  const beforeChrist = year <= 0 && !/\b(?:bce?|ad|ce)\b/.test(start);
  const shownYear = year <= 0 ? `${1 - year} bc` : `${year} ad`;
  const isDay = /^\d{1,2}$/.test(start) && month === lastMonth;
  return [
    !beforeChrist && start,
    isDay && `${start} ${(months[month - 1] ?? '').toLowerCase()} ${shownYear}`,
    beforeChrist && `${start} bc`,
    `${start} ${shownYear}`,
  ];
}

/** The "18" of "1914-18" is 1918. */
function sharedEnd(start: string, end: string): string {
  const year = /^\d{4}$/.exec(start.trim())?.[0];
  return year && /^\d{2}$/.test(end) ? year.slice(0, 2) + end : '';
}

function firstOf<T>(values: readonly (T | null)[]): T | null {
  return values.find((value) => value !== null) ?? null;
}

/** One day, month, part of a year, year, decade or century. */
function pointOf(text: string): Bounds | null {
  const { rest, era } = withoutEra(text.trim());
  return isoOf(rest) ?? dayOf(rest, era) ?? monthOf(rest, era) ?? partOf(rest, era) ?? yearsOf(rest, era);
}

type Era = 'bc' | 'ad' | null;

function withoutEra(text: string): { rest: string; era: Era } {
  const era = /(?:^|\s)(bce?|ad|ce)\.?(?:\s|$)/.exec(
    text.replace(/b\.\s?c\.(?:\s?e\.)?/, 'bc').replace(/a\.\s?d\./, 'ad'),
  )?.[1];
  if (!era) return { rest: text, era: null };
  const rest = text.replace(/(?:^|\s)(?:bce?|ad|ce|b\.\s?c\.(?:\s?e\.)?|a\.\s?d\.)\.?(?=\s|$)/, ' ');
  return { rest: rest.replace(/\s+/g, ' ').trim(), era: era.startsWith('b') ? 'bc' : 'ad' };
}

/** Astronomical. A year of one or two figures is one only beside its era. */
function yearIn(figures: string | undefined, era: Era): number | null {
  if (!figures || !/^\d{1,4}$/.test(figures) || (figures.length < 3 && era === null)) return null;
  const year = Number(figures);
  return year === 0 ? null : era === 'bc' ? 1 - year : year;
}

function isoOf(text: string): Bounds | null {
  const [, year, month, day] = /^(-?\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text) ?? [];
  if (!year || !month) return null;
  const parts = { year: Number(year), month: Number(month), day: Number(day ?? 1) };
  if (parts.month < 1 || parts.month > 12) return null;
  return [parts, day ? parts : { ...parts, day: daysInMonth(parts.year, parts.month) }];
}

function monthNumber(name: string | undefined): number {
  const short = name?.replace('.', '') ?? '';
  return short.length < 3
    ? 0
    : months.findIndex((month) => month.toLowerCase().startsWith(short.replace(/^sept$/, 'sep'))) + 1;
}

/** "9 March 2024", "March 9 2024", "9.3.2024"; figures parted by slashes mean other days in other countries. */
function dayOf(text: string, era: Era): Bounds | null {
  const [, day, month, year] =
    /^(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+\.?) (\d{1,4})$/.exec(text) ??
    /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text) ??
    [];
  const [, otherMonth, otherDay, otherYear] =
    /^([a-z]+\.?) (\d{1,2})(?:st|nd|rd|th)? (\d{3,4})$/.exec(text) ?? [];
  const number = Number(month) || monthNumber(month ?? otherMonth);
  const inYear = yearIn(year ?? otherYear, era);
  if (inYear === null || number < 1 || number > 12) return null;
  const parts = { year: inYear, month: number, day: Number(day ?? otherDay) };
  return [parts, parts];
}

function monthOf(text: string, era: Era): Bounds | null {
  const [, name, figures] = /^([a-z]+\.?) (\d{1,4})$/.exec(text) ?? [];
  const month = monthNumber(name);
  const year = yearIn(figures, era);
  return year === null || month === 0 ? null : monthsFrom(year, month, 1);
}

function monthsFrom(year: number, month: number, count: number): Bounds {
  const end = month + count - 1;
  const last = { year: year + Math.floor((end - 1) / 12), month: ((end - 1) % 12) + 1 };
  return [
    { year, month, day: 1 },
    { ...last, day: daysInMonth(last.year, last.month) },
  ];
}

/** Seasons of the northern year; a winter bears the year of its January. Quarters by their number. */
function partOf(text: string, era: Era): Bounds | null {
  const [, part, figures] = /^(spring|summer|autumn|fall|winter|q[1-4])(?: of)? (\d{1,4})$/.exec(text) ?? [];
  const year = yearIn(figures, era);
  if (!part || year === null) return null;
  if (part === 'winter') return monthsFrom(year - 1, 12, 3);
  const starts: Record<string, number> = { spring: 3, summer: 6, autumn: 9, fall: 9 };
  return monthsFrom(year, starts[part] ?? (Number(part[1]) - 1) * 3 + 1, 3);
}

/** "1987", "1990s", "19th century"; those before Christ count downwards. */
function yearsOf(text: string, era: Era): Bounds | null {
  const year = yearIn(text, era);
  if (year !== null) return wholeYears(year, year);
  const decade = /^(\d{2,3}0)s$/.exec(text)?.[1];
  if (decade) {
    const first = Number(decade);
    return era === 'bc' ? wholeYears(1 - first - 9, 1 - first) : wholeYears(first, first + 9);
  }
  const century = Number(/^(\d{1,2})(?:st|nd|rd|th) century$/.exec(text)?.[1] ?? 0);
  if (century === 0) return null;
  return era === 'bc'
    ? wholeYears(1 - century * 100, -(century - 1) * 100)
    : wholeYears((century - 1) * 100 || 1, century * 100 - 1);
}

function wholeYears(first: number, last: number): Bounds {
  return [
    { year: first, month: 1, day: 1 },
    { year: last, month: 12, day: 31 },
  ];
}
