import { type DayNumber, dayNumber, daysInMonth, weekdayOf } from './calendar';
import type { Holiday } from './meaning';

/**
 * Western Easter Sunday of a Gregorian year, by the anonymous algorithm of 1876 as printed in J. Meeus,
 * "Astronomical Algorithms", chapter 8.
 */
export function easterSunday(year: number): DayNumber {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const leapCenturies = Math.floor(century / 4);
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - correction + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * late + 114;
  return dayNumber(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** The day of a holiday in a year. */
export function holidayIn(holiday: Holiday, year: number): DayNumber {
  if (holiday.easter !== undefined) return easterSunday(year) + holiday.easter;
  const month = holiday.month ?? 1;
  if (holiday.weekday === undefined) return dayNumber(year, month, holiday.day ?? 1);
  if (holiday.nth === -1) {
    const last = dayNumber(year, month, daysInMonth(year, month));
    return last - ((weekdayOf(last) - holiday.weekday + 7) % 7);
  }
  const first = dayNumber(year, month, 1);
  return first + ((holiday.weekday - weekdayOf(first) + 7) % 7) + ((holiday.nth ?? 1) - 1) * 7;
}
