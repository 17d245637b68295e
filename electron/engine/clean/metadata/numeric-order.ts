import type { NumericOrder } from './calendar-day';

/** Where the month is written first; everywhere else it is the day. English without a country is mostly American. */
const MONTH_FIRST = /^(?:en(?:-(?:us|ph))?|es-us|fil)$/i;

/** How numeric days are ordered in a language, given as BCP 47 tag (or with an underscore, as in Open Graph). */
export function numericOrder(language: string | null): NumericOrder {
  return MONTH_FIRST.test((language ?? 'en').trim().replace('_', '-')) ? 'month-first' : 'day-first';
}
