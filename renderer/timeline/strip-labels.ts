import { daysInMonth, partsOfNumber } from '../time/calendar';
import { shortMonth, yearLabel, yearSpan } from '../time/labels';

/** As few words as tell a stretch of days: "Apr 2014", "16–27 Sep 2015", "2021–2022". Days count from 1970. */
export function groupLabel(first: number, last: number): string {
  const from = partsOfNumber(first);
  const to = partsOfNumber(last);
  if (from.year !== to.year) return yearSpan(from.year, to.year);
  const year = yearLabel(to.year);
  const monthStart = from.day === 1;
  const monthEnd = to.day === daysInMonth(to.year, to.month);
  if (from.month !== to.month) {
    const wholeYear = monthStart && monthEnd && from.month === 1 && to.month === 12;
    return wholeYear ? year : `${shortMonth(from.month)}–${shortMonth(to.month)} ${year}`;
  }
  const month = `${shortMonth(from.month)} ${year}`;
  if (monthStart && monthEnd) return month;
  return first === last ? `${from.day} ${month}` : `${from.day}–${to.day} ${month}`;
}

/** Mean lengths in days. */
const UNITS: readonly (readonly [string, number])[] = [
  ['year', 365.25],
  ['month', 30.4],
  ['week', 7],
  ['day', 1],
];

/** Days from publication in the largest unit that says enough: "17 months before", "2 days before". */
export function relativeLabel(first: number, last: number): string {
  if (first <= 0 && last >= 0) return 'around publication';
  const days = Math.min(Math.abs(first), Math.abs(last));
  const [unit, length] = UNITS.find(([, size]) => days >= 2 * size) ?? ['day', 1];
  const count = Math.round(days / length);
  return `${count} ${unit}${count === 1 ? '' : 's'} ${first < 0 ? 'before' : 'after'}`;
}
