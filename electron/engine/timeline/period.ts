import {
  civilDate,
  type DayNumber,
  dayNumber,
  formatYear,
  isoWeek,
  toCalendarDay,
  twoDigits,
  weekdayOf,
} from './calendar';

/** How long a stretch of the calendar is. `half` is half a year. */
export type Grain =
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'half'
  | 'season'
  | 'year'
  | 'decade'
  | 'century';

/** A stretch of the calendar: its grain and its first day. */
export interface Period {
  grain: Grain;
  start: DayNumber;
}

const MONTHS: Partial<Record<Grain, number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  season: 3,
  year: 12,
  decade: 120,
  century: 1200,
};
const DAYS: Partial<Record<Grain, number>> = { day: 1, week: 7, weekend: 2 };

/** Seasons of the northern year begin in March, June, September and December; winter bears the year of its January. */
const SEASON_CODES = ['SP', 'SU', 'FA', 'WI'] as const;

function addMonths(day: DayNumber, months: number): DayNumber {
  const { year, month } = civilDate(day);
  const index = year * 12 + month - 1 + months;
  return dayNumber(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1);
}

function seasonStart(day: DayNumber): DayNumber {
  const { year, month } = civilDate(day);
  const first = Math.floor(month / 3) * 3;
  return first === 0 ? dayNumber(year - 1, 12, 1) : dayNumber(year, first, 1);
}

/** The period of this grain that holds the day; a weekend is the one of the day's ISO week. */
export function periodOf(day: DayNumber, grain: Grain): Period {
  const { year, month } = civilDate(day);
  const monday = day - weekdayOf(day) + 1;
  const starts: Record<Grain, () => DayNumber> = {
    day: () => day,
    week: () => monday,
    weekend: () => monday + 5,
    month: () => dayNumber(year, month, 1),
    quarter: () => dayNumber(year, Math.floor((month - 1) / 3) * 3 + 1, 1),
    half: () => dayNumber(year, month <= 6 ? 1 : 7, 1),
    season: () => seasonStart(day),
    year: () => dayNumber(year, 1, 1),
    decade: () => dayNumber(Math.floor(year / 10) * 10, 1, 1),
    century: () => dayNumber(Math.floor(year / 100) * 100, 1, 1),
  };
  return { grain, start: starts[grain]() };
}

/** The period `count` steps of its own grain later (earlier when negative). */
export function shift(period: Period, count: number): Period {
  const months = MONTHS[period.grain];
  if (months) return { ...period, start: addMonths(period.start, months * count) };
  const step = period.grain === 'day' ? 1 : 7;
  return { ...period, start: period.start + step * count };
}

/** Last day, inclusive. */
export function lastDay(period: Period): DayNumber {
  const months = MONTHS[period.grain];
  if (months) return addMonths(period.start, months) - 1;
  return period.start + (DAYS[period.grain] ?? 1) - 1;
}

/** The same date `months` later; the day of the month is cut to the month's length (31 January + 1 = 28 February). */
export function addCalendarMonths(day: DayNumber, months: number): DayNumber {
  const first = addMonths(day, months);
  return Math.min(first + civilDate(day).day - 1, addMonths(first, 1) - 1);
}

/** The value as TIMEX3 writes it: `2015-09-16`, `2015-W39`, `2015-Q3`, `2015-SU`, `201`, `20`. */
export function formatPeriod(period: Period): string {
  const { year, month } = civilDate(period.start);
  const iso = isoWeek(period.start);
  const week = `${formatYear(iso.year)}-W${twoDigits(iso.week)}`;
  const formats: Record<Grain, () => string> = {
    day: () => formatDay(period.start),
    week: () => week,
    weekend: () => `${week}-WE`,
    month: () => `${formatYear(year)}-${twoDigits(month)}`,
    quarter: () => `${formatYear(year)}-Q${(month + 2) / 3}`,
    half: () => `${formatYear(year)}-H${month === 1 ? 1 : 2}`,
    season: () => `${formatYear(month === 12 ? year + 1 : year)}-${SEASON_CODES[month / 3 - 1]}`,
    year: () => formatYear(year),
    decade: () => (year > 0 ? formatYear(year).slice(0, 3) : formatYear(year - 9 + 9).slice(0, 5)),
    century: () => (year > 0 ? formatYear(year).slice(0, 2) : formatYear(year).slice(0, 4)),
  };
  return formats[period.grain]();
}

function formatDay(day: DayNumber): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return year > 0 ? toCalendarDay(day) : `${formatYear(year)}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
}
