import type { CalendarDay } from '../contract';

const MILLISECONDS_A_DAY = 86_400_000;
const FORM = /^([+-]?\d{4,6})-(\d{2})-(\d{2})$/;

/** Days from 1970-01-01 in the proleptic Gregorian calendar, also before the year 1; null for what is no day. */
export function dayNumber(day: CalendarDay): number | null {
  const [, year, month, date] = day.match(FORM) ?? [];
  return year === undefined ? null : dayOf(Number(year), Number(month), Number(date));
}

/** @param month 1 to 12. Null when the calendar has no such day. */
export function dayOf(year: number, month: number, date: number): number | null {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, date);
  const kept = moment.getUTCFullYear() === year && moment.getUTCMonth() === month - 1;
  return kept && moment.getUTCDate() === date ? Math.round(moment.getTime() / MILLISECONDS_A_DAY) : null;
}

/** The last day of a month, 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month, 0);
  return moment.getUTCDate();
}

/** The opposite of `dayNumber`. */
export function calendarDay(day: number): CalendarDay {
  const moment = new Date(day * MILLISECONDS_A_DAY);
  const year = moment.getUTCFullYear();
  const two = (value: number) => String(value).padStart(2, '0');
  const sign = year < 0 ? '-' : '';
  return `${sign}${String(Math.abs(year)).padStart(4, '0')}-${two(moment.getUTCMonth() + 1)}-${two(moment.getUTCDate())}`;
}

/** When a day begins where the person is, in milliseconds since 1970 UTC. */
export function localMidnight(day: number): number {
  const moment = new Date(day * MILLISECONDS_A_DAY);
  return new Date(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate()).getTime();
}
