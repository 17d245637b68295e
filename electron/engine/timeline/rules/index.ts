import type { TimeRule } from '../rule';
import { calendarDates } from './calendar-dates';
import { clockTimes } from './clock-times';
import { distances } from './distances';
import { durations } from './durations';
import { nearbyPeriods } from './nearby-periods';
import { otherCalendars } from './other-calendars';
import { seasonsAndQuarters } from './seasons-quarters';
import { sets } from './sets';
import { vagueTimes } from './vague-times';
import { years } from './years';

/**
 * All kinds of time expressions, in order. At each word the longest match wins, and of equally long ones the first in
 * this list. The kinds follow the TimeML annotation guidelines 1.2.1 (Saurí et al. 2006), section 2.2.
 */
export const timeRules: readonly TimeRule[] = [
  ...calendarDates,
  ...otherCalendars,
  ...seasonsAndQuarters,
  ...years,
  ...clockTimes,
  ...nearbyPeriods,
  ...distances,
  ...sets,
  ...durations,
  ...vagueTimes,
];
