import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDay, dayNumber, dayOf, daysInMonth, localMidnight } from './days';
import { dayRange } from './search/day-range';
import { QueryError } from './search/query';

describe('days', () => {
  it.each([
    ['1970-01-01', 0],
    ['1970-01-02', 1],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['0001-01-01', -719_162],
    ['0000-12-31', -719_163],
    ['-0043-03-15', -735_160],
  ])('%s is day %s, and back', (day, number) => {
    expect(dayNumber(day)).toBe(number);
    expect(calendarDay(number)).toBe(day);
  });

  it.each([
    '2001-02-29',
    '1900-02-29',
    '2001-13-01',
    '2001-00-10',
    '2001-01-32',
    '2001-1-1',
    'yesterday',
    '',
  ])('“%s” is none', (day) => {
    expect(dayNumber(day)).toBeNull();
  });

  it('follow one another', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800_000, max: 800_000 }), (number) => {
        expect(dayNumber(calendarDay(number))).toBe(number);
        expect(calendarDay(number) < calendarDay(number + 1) || number < -719_528).toBe(true);
      }),
    );
  });

  it('are 28 to 31 a month', () => {
    expect([1, 2, 4, 12].map((month) => daysInMonth(2023, month))).toEqual([31, 28, 30, 31]);
    expect([2024, 2000, 1900].map((year) => daysInMonth(year, 2))).toEqual([29, 29, 28]);
  });

  it('begin where the person is', () => {
    const midnight = new Date(localMidnight(dayOf(2024, 7, 14) ?? 0));
    expect([midnight.getFullYear(), midnight.getMonth(), midnight.getDate()]).toEqual([2024, 6, 14]);
    expect([midnight.getHours(), midnight.getMinutes()]).toEqual([0, 0]);
  });
});

describe('days of a search', () => {
  const range = { start: 0, end: 1 };
  const read = (text: string) => {
    const { first, last } = dayRange(text, range);
    return [first, last].map((day) => (day === null ? null : calendarDay(day)));
  };

  it.each([
    ['2015-09-16', '2015-09-16', '2015-09-16'],
    ['2015-09', '2015-09-01', '2015-09-30'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['2015', '2015-01-01', '2015-12-31'],
    ['2015-9-6', '2015-09-06', '2015-09-06'],
    ['2015..2016-03', '2015-01-01', '2016-03-31'],
    ['2015-03..2015-03', '2015-03-01', '2015-03-31'],
    ['2015..', '2015-01-01', null],
    ['..2015', null, '2015-12-31'],
    ['-043', '-0043-01-01', '-0043-12-31'],
  ])('%s', (text, first, last) => {
    expect(read(text)).toEqual([first, last]);
  });

  it.each([
    ['..', 'missing'],
    ['2015..2016..2017', 'either side'],
    ['2016..2015', 'after the last'],
    ['2015-13', 'calendar has no 2015-13'],
    ['2015-02-30', 'calendar has no 2015-02-30'],
    ['friday', '“friday” is no day'],
    ['15', '“15” is no day'],
  ])('%s is refused in words', (text, words) => {
    expect(() => read(text)).toThrow(QueryError);
    expect(() => read(text)).toThrow(words);
  });
});
