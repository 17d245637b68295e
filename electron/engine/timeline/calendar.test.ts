import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate, dayNumber, fromCalendarDay, isoWeek, toCalendarDay, weekdayOf } from './calendar';
import { formatPeriod, lastDay, periodOf, shift } from './period';

const days = fc.integer({ min: -900_000, max: 200_000 });

describe('calendar', () => {
  it('knows the days that calendars are checked with', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0);
    expect(weekdayOf(dayNumber(2000, 2, 29))).toBe(2);
    expect(isoWeek(dayNumber(2021, 1, 3))).toEqual({ year: 2020, week: 53 });
    expect(fromCalendarDay('1900-02-29')).toBeNull();
    expect(toCalendarDay(dayNumber(-479, 8, 20))).toBe('-0479-08-20');
  });

  it('goes to a date and back', () => {
    fc.assert(
      fc.property(days, (day) => {
        const { year, month, day: dayOfMonth } = civilDate(day);
        expect(dayNumber(year, month, dayOfMonth)).toBe(day);
        expect(fromCalendarDay(toCalendarDay(day))).toBe(day);
      }),
    );
  });
});

describe('period', () => {
  const grains = fc.constantFrom(
    ...(['day', 'week', 'month', 'quarter', 'half', 'season', 'year', 'decade', 'century'] as const),
  );

  it('holds the day it is made from, and its neighbours touch it', () => {
    fc.assert(
      fc.property(days, grains, (day, grain) => {
        const period = periodOf(day, grain);
        expect(period.start).toBeLessThanOrEqual(day);
        expect(lastDay(period)).toBeGreaterThanOrEqual(day);
        expect(shift(period, 1).start).toBe(lastDay(period) + 1);
        expect(shift(shift(period, 5), -5)).toEqual(period);
      }),
    );
  });

  it('is written as TIMEX3 writes it', () => {
    const day = dayNumber(2015, 9, 16);
    const written = (
      ['day', 'week', 'weekend', 'month', 'quarter', 'half', 'season', 'year', 'decade', 'century'] as const
    ).map((grain) => formatPeriod(periodOf(day, grain)));
    expect(written).toEqual([
      '2015-09-16',
      '2015-W38',
      '2015-W38-WE',
      '2015-09',
      '2015-Q3',
      '2015-H2',
      '2015-FA',
      '2015',
      '201',
      '20',
    ]);
    expect(formatPeriod(periodOf(dayNumber(-479, 1, 1), 'year'))).toBe('BC0480');
  });
});
