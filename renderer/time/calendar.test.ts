import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDay, dayNumber, dayOfNumber, daysInMonth, isRealDay, partsOf } from './calendar';

describe('days', () => {
  it('count from 1970 through every era', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('1969-12-31')).toBe(-1);
    expect(dayNumber('0001-01-01') - dayNumber('0000-12-31')).toBe(1);
    expect(dayNumber('-0043-03-15')).toBeLessThan(dayNumber('0000-01-01'));
    expect(dayNumber('soon')).toBeNaN();
  });

  it('come back the same from their number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000, max: 2_000_000 }), (day) => {
        expect(dayNumber(dayOfNumber(day))).toBe(day);
      }),
    );
  });

  it('have parts before Christ too', () => {
    expect(partsOf('-0043-03-15')).toEqual({ year: -43, month: 3, day: 15 });
    expect(calendarDay({ year: -43, month: 3, day: 15 })).toBe('-0043-03-15');
    expect(partsOf('2024-3-5')).toBeNull();
  });

  it('that do not exist are told apart', () => {
    expect(isRealDay({ year: 1900, month: 2, day: 29 })).toBe(false);
    expect(isRealDay({ year: 2000, month: 2, day: 29 })).toBe(true);
    expect(daysInMonth(2023, 12)).toBe(31);
    expect(daysInMonth(2024, 2)).toBe(29);
  });
});
