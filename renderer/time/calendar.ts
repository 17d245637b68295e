import type { CalendarDay } from '../../electron/contract';

/** A day's parts. Years are astronomical: 0 is 1 BC, -43 is 44 BC. `month` counts from 1. */
export interface DayParts {
  year: number;
  month: number;
  day: number;
}

/** Milliseconds of a day without leap seconds, as `Date` counts. */
const DAY = 86_400_000;

/** Null where the text is no day in the form `YYYY-MM-DD`, a minus before it in years before 1 BC. */
export function partsOf(day: CalendarDay): DayParts | null {
  const found = /^(-?\d{4,6})-(\d\d)-(\d\d)$/.exec(day);
  return found ? { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) } : null;
}

/** `Date` itself reads a year before 1000 or after 9999 only with a sign and six digits; so the parts are set. */
function dateOf({ year, month, day }: DayParts): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

/** Days from 1970-01-01, in the proleptic Gregorian calendar; NaN where the text is no day. */
export function dayNumber(day: CalendarDay): number {
  const parts = partsOf(day);
  return parts ? Math.round(dateOf(parts).getTime() / DAY) : Number.NaN;
}

export function partsOfNumber(day: number): DayParts {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function calendarDay({ year, month, day }: DayParts): CalendarDay {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

export function dayOfNumber(day: number): CalendarDay {
  return calendarDay(partsOfNumber(day));
}

/** Whether the calendar has such a day: 30 February and 29 February 1900 do not exist. */
export function isRealDay(parts: DayParts): boolean {
  const date = dateOf(parts);
  return date.getUTCMonth() === parts.month - 1 && date.getUTCDate() === parts.day;
}

/** 28 to 31; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  return dateOf({ year, month: month + 1, day: 0 }).getUTCDate();
}

/** 0 is Sunday. */
export function weekdayOf(day: DayParts): number {
  return dateOf(day).getUTCDay();
}
