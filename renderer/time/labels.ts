import type { CalendarDay, TimeModifier, TimeValue } from '../../electron/contract';
import { type DayParts, daysInMonth, partsOf, weekdayOf } from './calendar';

export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** The first whole year of the Gregorian calendar: weekdays reckoned backwards from it were never lived. */
const FIRST_GREGORIAN_YEAR = 1583;
/** Years below it are read as days or figures unless the era stands beside them. */
const LEAST_BARE_YEAR = 100;

/** "2015", "AD 44", "44 BC"; `year` is astronomical. */
export function yearLabel(year: number): string {
  if (year <= 0) return `${1 - year} BC`;
  return year < LEAST_BARE_YEAR ? `AD ${year}` : String(year);
}

/** "2010–2012", "44–42 BC", "27 BC – AD 14". */
export function yearSpan(first: number, last: number): string {
  if (first === last) return yearLabel(first);
  if (last <= 0) return `${1 - first}–${yearLabel(last)}`;
  return first >= LEAST_BARE_YEAR ? `${first}–${last}` : `${yearLabel(first)} – ${yearLabel(last)}`;
}

const monthName = ({ month }: DayParts) => months[month - 1] ?? '';
const weekday = (day: DayParts) => (day.year >= FIRST_GREGORIAN_YEAR ? (weekdays[weekdayOf(day)] ?? '') : '');

/** "Friday, 18 September 2015"; what is no day stays as it is. */
export function longDay(day: CalendarDay): string {
  const parts = partsOf(day);
  if (!parts) return day;
  return [weekday(parts), `${parts.day} ${monthName(parts)} ${yearLabel(parts.year)}`]
    .filter(Boolean)
    .join(', ');
}

/** "Sep"; `month` counts from 1. */
export function shortMonth(month: number): string {
  return months[month - 1]?.slice(0, 3) ?? '';
}

/** "18 Sep 2015"; what is no day stays as it is. */
export function shortDay(day: CalendarDay): string {
  const parts = partsOf(day);
  return parts ? `${parts.day} ${shortMonth(parts.month)} ${yearLabel(parts.year)}` : day;
}

/** "21–27 September 2015", "March–May 2021", "2010–2012": as few words as tell both ends. */
export function daySpan(first: CalendarDay, last: CalendarDay): string {
  const [a, b] = [partsOf(first), partsOf(last)];
  if (!a || !b) return `${first} – ${last}`;
  const wholeMonths = a.day === 1 && b.day === daysInMonth(b.year, b.month);
  if (wholeMonths && a.month === 1 && b.month === 12) return yearSpan(a.year, b.year);
  if (first === last) {
    const day = `${a.day} ${monthName(a)} ${yearLabel(a.year)}`;
    return [weekday(a).slice(0, 3), day].filter(Boolean).join(' ');
  }
  return wholeMonths ? monthSpan(a, b) : dayBounds(a, b);
}

function monthSpan(a: DayParts, b: DayParts): string {
  const end = `${monthName(b)} ${yearLabel(b.year)}`;
  if (a.year !== b.year) return `${monthName(a)} ${yearLabel(a.year)} – ${end}`;
  return a.month === b.month ? end : `${monthName(a)}–${end}`;
}

function dayBounds(a: DayParts, b: DayParts): string {
  const end = `${b.day} ${monthName(b)} ${yearLabel(b.year)}`;
  if (a.year !== b.year) return `${a.day} ${monthName(a)} ${yearLabel(a.year)} – ${end}`;
  if (a.month !== b.month) return `${a.day} ${monthName(a)} – ${end}`;
  return `${a.day}–${end}`;
}

const seasons: Record<string, string> = { SP: 'Spring', SU: 'Summer', FA: 'Autumn', WI: 'Winter' };

/** "Autumn 2021" of `2021-FA`, "Q3 2021" of `2021-Q3`; null for a value that names no such part of a year. */
function yearPart(timex: string, last: DayParts): string | null {
  const part = /-(SP|SU|FA|WI|Q[1-4])$/.exec(timex)?.[1];
  return part ? `${seasons[part] ?? part} ${yearLabel(last.year)}` : null;
}

/** "1990s", "480s BC"; the engine's decades before Christ count downwards and end in a year that ends in nought. */
function decadeLabel(first: DayParts, last: DayParts): string {
  if (last.year - first.year !== 9) return yearSpan(first.year, last.year);
  return last.year <= 0 ? `${1 - last.year}s BC` : `${first.year}s`;
}

/** A time no more exact than it is known: a month is "April 2014", not its first day. Without its modifier. */
export function timeLabel(value: TimeValue): string {
  const { first, last, precision } = value;
  if (first === null || last === null) return value.relative?.label ?? 'no exact time';
  const [from, to] = [partsOf(first), partsOf(last)];
  if (!from || !to) return daySpan(first, last);
  if (precision === 'season' || precision === 'quarter') {
    return yearPart(value.timex, to) ?? daySpan(first, last);
  }
  if (precision === 'decade') return decadeLabel(from, to);
  if (precision === 'century') return yearSpan(from.year, to.year);
  return daySpan(first, last);
}

const modifierWords: Record<TimeModifier, string> = {
  about: 'about',
  before: 'before',
  after: 'after',
  start: 'beginning of',
  middle: 'middle of',
  end: 'end of',
  lessThan: 'less than',
  moreThan: 'more than',
};

const openWords = { start: 'until', end: 'since' } as const;

/** The time in full: "about 1900", "end of March 2024", "since 1987". */
export function timeWords(value: TimeValue): string {
  const { open, modifier } = value;
  return [open && openWords[open], modifier && modifierWords[modifier], timeLabel(value)]
    .filter(Boolean)
    .join(' ');
}
