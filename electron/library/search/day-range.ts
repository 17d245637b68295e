import type { Range } from '../../contract';
import { dayOf, daysInMonth } from '../days';
import { type Days, QueryError } from './query';

const DAY = /^([+-]?\d{3,6})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

/**
 * `2015`, `2015-09`, `2015-09-16`, and from one to another: `2015..2016-03`, `2015..`, `..2015`. A bare year or month
 * stands for all its days. Throws `QueryError`.
 */
export function dayRange(text: string, range: Range): Days {
  const [from = '', to, ...more] = text.split('..');
  if (more.length > 0) throw new QueryError('Only two days can stand on either side of “..”.', range);
  if (to === undefined) return days(from, range);
  if (from === '' && to === '') throw new QueryError('A day is missing beside “..”.', range);
  const first = from === '' ? null : days(from, range).first;
  const last = to === '' ? null : days(to, range).last;
  if (first !== null && last !== null && first > last) {
    throw new QueryError('The first day comes after the last.', range);
  }
  return { first, last };
}

function days(text: string, range: Range): Days {
  const [, year, month, day] = text.match(DAY) ?? [];
  if (year === undefined) {
    throw new QueryError(`“${text}” is no day: write 2015, 2015-09 or 2015-09-16.`, range);
  }
  const firstMonth = Number(month ?? 1);
  const lastMonth = Number(month ?? 12);
  const first = dayOf(Number(year), firstMonth, Number(day ?? 1));
  const last = dayOf(Number(year), lastMonth, Number(day ?? daysInMonth(Number(year), lastMonth)));
  if (first === null || last === null) {
    throw new QueryError(`The calendar has no ${text}.`, range);
  }
  return { first, last };
}
