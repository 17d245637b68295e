import type { Precision } from '../../contract';
import type { DayNumber } from './calendar';
import type { Meaning, Unit } from './meaning';
import { addCalendarMonths } from './period';
import { type Landmark, publicationLandmark, type Story } from './resolution';

const DAYS_OF: Partial<Record<Unit, number>> = { day: 1, week: 7, weekend: 7, fortnight: 14 };
const MONTHS_OF: Partial<Record<Unit, number>> = {
  month: 1,
  quarter: 3,
  year: 12,
  decade: 120,
  century: 1200,
  millennium: 12000,
};

/** Bounds of "the past three months": from so long before the anchor up to it, or from it on. */
export function windowBounds(
  meaning: Extract<Meaning, { kind: 'duration' }>,
  day: DayNumber,
): [DayNumber, DayNumber] | null {
  const window = meaning.window;
  if (!window) return null;
  const days = DAYS_OF[window.unit];
  const months = MONTHS_OF[window.unit];
  if (!days && !months) return null;
  const steps = window.count * window.direction;
  const far = days
    ? day + Math.round(steps * days)
    : addCalendarMonths(day, Math.round(steps * (months ?? 1)));
  return window.direction < 0 ? [far, day] : [day, far];
}

/** A history counts "the next two weeks" from where it stands, a report from its own day. */
export function windowAnchor(meaning: Extract<Meaning, { kind: 'duration' }>, story: Story): Landmark {
  const told = story.genre === 'history' && meaning.window ? (story.lastDay ?? story.last) : null;
  return told ?? publicationLandmark(story);
}

/** Bounds counted in months are known to the month. */
export function windowPrecision(meaning: Extract<Meaning, { kind: 'duration' }>): Precision {
  const unit = meaning.window?.unit;
  if (unit === 'month' || unit === 'week' || unit === 'quarter' || unit === 'year') return unit;
  return unit === 'decade' || unit === 'century' ? 'year' : 'day';
}
