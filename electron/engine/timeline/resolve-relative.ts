import type { AnchorKind, Count, Meaning, Step, Unit } from './meaning';
import { addCalendarMonths, type Grain, lastDay, type Period, periodOf, shift } from './period';
import { type Landmark, publicationLandmark, type Story } from './resolution';

export interface Counted {
  period: Period | null;
  anchor: Landmark;
  /** Set where there is no period: "several years ago" only lies in the past. */
  reference: 'PAST_REF' | 'FUTURE_REF' | null;
  /** Set where the words are finer than what they are counted from: "two days later" after "in May 1940". */
  coarse: boolean;
}

/** The time last told, or the last single day when days are counted and something longer was told since. */
function anchorFor(from: AnchorKind, story: Story, grain: Grain): Landmark {
  const narrative = from === 'narrative' || (story.genre === 'history' && story.last !== null);
  if (!narrative || !story.last) return publicationLandmark(story);
  const sinceDay = story.lastDay && story.last.index - story.lastDay.index <= NEAR_TIMES;
  return grain === 'day' && isFiner(grain, story.last.period.grain) && sinceDay
    ? (story.lastDay ?? story.last)
    : story.last;
}

/** Expressions back that a day may still be counted on from. */
const NEAR_TIMES = 3;

const DAYS: Partial<Record<Grain, number>> = {
  day: 1,
  weekend: 7,
  week: 7,
  month: 30,
  quarter: 91,
  half: 182,
  season: 91,
  year: 365,
  decade: 3652,
  century: 36524,
};

function isFiner(grain: Grain, than: Grain): boolean {
  return (DAYS[grain] ?? 0) < (DAYS[than] ?? 0);
}

/**
 * "last week", "the following day", "that year".
 * @param isNear false where the day told last is too far back in a report to be meant by "that night"
 */
export function countStep(grain: Grain, step: Step, story: Story, isNear = true): Counted {
  if (step.from === 'narrative' && grain === 'day' && story.genre === 'report' && !isNear)
    return {
      period: null,
      anchor: publicationLandmark(story),
      reference: step.step > 0 ? 'FUTURE_REF' : 'PAST_REF',
      coarse: false,
    };
  if (grain === 'quarter' && step.from === 'narrative' && step.step === 0) return theQuarter(story);
  const anchor = anchorFor(step.from, story, grain);
  if (step.from === 'narrative' && !story.last && (grain !== 'day' || step.step === 0))
    return { period: null, anchor, reference: step.step > 0 ? 'FUTURE_REF' : 'PAST_REF', coarse: false };
  const finer = isFiner(grain, anchor.period.grain);
  if (finer && (step.step !== 0 || grain === 'day'))
    return { period: anchor.period, anchor, reference: null, coarse: true };
  const day = step.step > 0 ? lastDay(anchor.period) : anchor.period.start;
  const base = periodOf(day, grain);
  if (grain === 'weekend' && step.step < 0 && base.start + 1 <= story.publication)
    return { period: base, anchor, reference: null, coarse: false };
  return { period: shift(base, step.step), anchor, reference: null, coarse: finer };
}

/** "the quarter" is the one last spoken of; else the one that publication reports on. */
function theQuarter(story: Story): Counted {
  if (story.lastQuarter)
    return { period: story.lastQuarter.period, anchor: story.lastQuarter, reference: null, coarse: false };
  const anchor = publicationLandmark(story);
  return {
    period: shift(periodOf(story.publication, 'quarter'), -1),
    anchor,
    reference: null,
    coarse: false,
  };
}

const GRAIN_OF: Record<Unit, Grain> = {
  second: 'day',
  minute: 'day',
  hour: 'day',
  day: 'day',
  week: 'week',
  weekend: 'weekend',
  fortnight: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  decade: 'year',
  century: 'year',
  millennium: 'century',
};
const STEPS_OF: Partial<Record<Unit, number>> = { fortnight: 2, decade: 10, century: 100, millennium: 10 };

/** Hours that reach into another day: "just over 24 hours ago". */
const NEARLY_A_DAY = 20;

/** "three weeks ago", "two days later". */
export function countDistance(meaning: Extract<Meaning, { kind: 'distance' }>, story: Story): Counted {
  const { count, unit, direction } = meaning;
  const aYearBack = unit === 'year' && count.value === 1 && direction < 0 && story.genre === 'report';
  if (aYearBack && (story.lastQuarter || meaning.asPeriod)) {
    const quarter = theQuarter(story);
    if (quarter.period) return { ...quarter, period: shift(quarter.period, -4) };
  }
  const anchor = anchorFor(meaning.from, story, GRAIN_OF[unit]);
  if (unit === 'hour' && count.value !== null && count.value >= NEARLY_A_DAY)
    return countUnits({ value: Math.round(count.value / 24) }, 'day', direction, anchor);
  if (count.value === null || unit === 'second' || unit === 'minute' || unit === 'hour')
    return { period: null, anchor, reference: direction < 0 ? 'PAST_REF' : 'FUTURE_REF', coarse: false };
  return countUnits(count, unit, direction, anchor);
}

function countUnits(count: Count, unit: Unit, direction: number, anchor: Landmark): Counted {
  const grain = GRAIN_OF[unit];
  const steps = Math.round((count.value ?? 0) * (STEPS_OF[unit] ?? 1)) * direction;
  if (isFiner(grain, anchor.period.grain) && !(grain === 'month' && anchor.period.grain === 'season'))
    return { period: anchor.period, anchor, reference: null, coarse: true };
  const base = grain === 'week' && anchor.period.grain === 'day' ? anchor.period.start + steps * 7 : null;
  const halfYears = unit === 'year' && (count.value ?? 0) % 1 !== 0;
  if (halfYears) {
    const day = addCalendarMonths(anchor.period.start, Math.round((count.value ?? 0) * 12) * direction);
    return { period: periodOf(day, 'month'), anchor, reference: null, coarse: false };
  }
  const period = base === null ? shift(periodOf(anchor.period.start, grain), steps) : periodOf(base, 'week');
  return { period, anchor, reference: null, coarse: false };
}
