import { civilDate, type DayNumber, dayNumber, daysInMonth, weekdayOf } from './calendar';
import { holidayIn } from './holidays';
import type { CalendarFields, Step } from './meaning';
import { lastDay, type Period, periodOf, shift } from './period';
import { type Landmark, publicationLandmark, type Question, type Story } from './resolution';
import type { Direction } from './tense';

export interface Placed {
  period: Period;
  anchor: Landmark | null;
  inferred: boolean;
  direction: Direction | null;
}

/** The stretch that the given fields cover in a year; null where that year has no such day. */
function inYear(fields: CalendarFields, year: number): Period | null {
  if (fields.holiday) return { grain: 'day', start: holidayIn(fields.holiday, year) };
  if (fields.month !== undefined && fields.day !== undefined) {
    const exists = fields.day <= daysInMonth(year, fields.month);
    return exists ? { grain: 'day', start: dayNumber(year, fields.month, fields.day) } : null;
  }
  if (fields.month !== undefined) return { grain: 'month', start: dayNumber(year, fields.month, 1) };
  if (fields.season !== undefined) return seasonIn(fields.season, year);
  if (fields.quarter !== undefined)
    return { grain: 'quarter', start: dayNumber(year, fields.quarter * 3 - 2, 1) };
  if (fields.half !== undefined) return { grain: 'half', start: dayNumber(year, fields.half * 6 - 5, 1) };
  return { grain: 'year', start: dayNumber(year, 1, 1) };
}

/** Winter belongs to the year of its January. */
function seasonIn(season: number, year: number): Period {
  return {
    grain: 'season',
    start: season === 3 ? dayNumber(year - 1, 12, 1) : dayNumber(year, season * 3 + 3, 1),
  };
}

/** Decades and centuries; those before Christ count downwards, so the 480s BC begin in 489 BC. */
function longPeriod(fields: CalendarFields): Period | null {
  const { decade, century } = fields;
  if (decade !== undefined) {
    const first = decade > 0 ? decade : decade - 8;
    return { grain: 'decade', start: dayNumber(first, 1, 1) };
  }
  if (century === undefined) return null;
  const first = century >= 0 ? century * 100 : century * 100 + 1;
  return { grain: 'century', start: dayNumber(first, 1, 1) };
}

function anchorOf(step: Step, story: Story): Landmark {
  const narrative = step.from === 'narrative' || (story.genre === 'history' && story.last !== null);
  return (narrative && story.last) || publicationLandmark(story);
}

/** Days by which a candidate on the side the sentence does not look at counts as farther away. */
const WRONG_SIDE = 240;
/** News tells more of the past; so much farther does the future count when the sentence does not say. */
const UNSAID_FUTURE = 30;

/** The candidate nearest to the day, the side that the sentence looks at first. */
function choose(candidates: Period[], day: DayNumber, direction: Direction | null): Period | null {
  const cost = (period: Period): number => {
    const distance = Math.max(period.start - day, day - lastDay(period), 0);
    if (period.start > day)
      return distance + (direction === 'past' ? WRONG_SIDE : direction === 'future' ? 0 : UNSAID_FUTURE);
    return lastDay(period) < day && direction === 'future' ? distance + WRONG_SIDE : distance;
  };
  return candidates.reduce<Period | null>(
    (best, period) => (best && cost(best) <= cost(period) ? best : period),
    null,
  );
}

function candidates(fields: CalendarFields, day: DayNumber): Period[] {
  const { year } = civilDate(day);
  return [-1, 0, 1].map((step) => inYear(fields, year + step)).filter((period) => period !== null);
}

function weekdayBeside(weekday: number, day: DayNumber, direction: Direction | null): Period {
  const back = (weekdayOf(day) - weekday + 7) % 7;
  const start = direction === 'future' && back !== 0 ? day - back + 7 : day - back;
  return { grain: 'day', start };
}

/** "last Friday", "next May", "this summer", "that Monday". */
function picked(fields: CalendarFields, pick: Step, story: Story): Placed | null {
  if (pick.from === 'narrative' && pick.step === 0 && !story.last) return null;
  const anchor = anchorOf(pick, story);
  const day = pick.step > 0 ? lastDay(anchor.period) : anchor.period.start;
  const done = (period: Period | null): Placed | null =>
    period && { period, anchor, inferred: true, direction: null };
  if (fields.weekday !== undefined) {
    const back = (weekdayOf(day) - fields.weekday + 7) % 7 || 7;
    if (pick.step === 0 && pick.from === 'publication')
      return done(weekdayBeside(fields.weekday, day, 'future'));
    const start =
      pick.step < 0
        ? day - back
        : pick.step > 0
          ? day + ((fields.weekday - weekdayOf(day) + 7) % 7 || 7)
          : day - (back % 7);
    return done({ grain: 'day', start });
  }
  const all = candidates(fields, day).sort((a, b) => a.start - b.start);
  if (pick.step < 0) return done(all.filter((period) => lastDay(period) < day).at(-1) ?? null);
  if (pick.step > 0) return done(all.find((period) => period.start > day) ?? null);
  return done(
    choose(
      all.filter((period) => civilDate(period.start).year === civilDate(day).year),
      day,
      null,
    ),
  );
}

/**
 * Bare weekdays lie behind unless the verb looks ahead. Nobody calls the day six days ahead by the name of yesterday
 * alone, so a simple present ("the two meet Tuesday"), which schedules or tells a picture, then means yesterday.
 */
function weekdayDirection(weekday: number, question: Question, story: Story): 'past' | 'future' {
  const asked = question.direction();
  if (asked === 'future') return 'future';
  const back = (weekdayOf(story.publication) - weekday + 7) % 7;
  return asked === 'scheduled' && back !== 1 && !question.isPicture ? 'future' : 'past';
}

/** A weekday with nothing beside it, or with a week told by its neighbour. */
function weekday(fields: CalendarFields, question: Question, story: Story): Placed {
  const wanted = fields.weekday ?? 1;
  if (fields.weekStep) {
    const anchor = anchorOf(fields.weekStep, story);
    const week = shift(periodOf(anchor.period.start, 'week'), fields.weekStep.step);
    return {
      period: { grain: 'day', start: week.start + wanted - 1 },
      anchor,
      inferred: false,
      direction: null,
    };
  }
  const history = story.genre === 'history' && story.last?.period.grain === 'day';
  if (history && story.last) {
    return {
      period: weekdayBeside(wanted, story.last.period.start, 'future'),
      anchor: story.last,
      inferred: true,
      direction: null,
    };
  }
  const direction = weekdayDirection(wanted, question, story);
  const anchor = publicationLandmark(story);
  return { period: weekdayBeside(wanted, story.publication, direction), anchor, inferred: true, direction };
}

/** Months that a history may go back without meaning the next year. */
const BACKWARD_MONTHS = 6;
/** Months for a season: the winter told after July is the coming one. */
const BACKWARD_SEASON_MONTHS = 3;

/**
 * The year that a month, day or season without one falls in when a history is told: that of the time told last, or the
 * next when it would lie far behind that ("In December ... In January ...").
 */
function inHistory(fields: CalendarFields, landmark: Landmark): Placed | null {
  const { year } = civilDate(landmark.period.start);
  const same = inYear(fields, year) ?? inYear(fields, year + 1);
  const exact = landmark.period.grain !== 'year' && landmark.period.grain !== 'half';
  const back = fields.season === undefined ? BACKWARD_MONTHS : BACKWARD_SEASON_MONTHS;
  const behind = same && exact && landmark.period.start - lastDay(same) > back * 30;
  const period = behind ? inYear(fields, year + 1) : same;
  return period && { period, anchor: landmark, inferred: true, direction: null };
}

function dayOfMonth(fields: CalendarFields, question: Question, story: Story): Placed | null {
  const step = fields.monthStep;
  const anchor = step
    ? anchorOf(step, story)
    : story.last && (question.sameBlock || story.genre === 'history')
      ? story.last
      : publicationLandmark(story);
  const month = shift(periodOf(anchor.period.start, 'month'), step?.step ?? 0);
  const { year, month: number } = civilDate(month.start);
  if ((fields.day ?? 1) > daysInMonth(year, number)) return null;
  return {
    period: { grain: 'day', start: month.start + (fields.day ?? 1) - 1 },
    anchor,
    inferred: !step,
    direction: null,
  };
}

/** 1 to 4. */
function quarterOf(period: Period): number {
  return (civilDate(period.start).month + 2) / 3;
}

/** Finds the stretch of the calendar that a date's given parts name. Null when there is no such date. */
export function placeCalendar(fields: CalendarFields, question: Question, story: Story): Placed | null {
  const long = longPeriod(fields);
  if (long) return { period: long, anchor: null, inferred: false, direction: null };
  if (fields.year !== undefined) {
    const quarter = fields.sameQuarter && story.lastQuarter ? quarterOf(story.lastQuarter.period) : undefined;
    const period = inYear(quarter ? { quarter } : fields, fields.year);
    return period && { period, anchor: null, inferred: false, direction: null };
  }
  if (fields.pick) return picked(fields, fields.pick, story);
  if (fields.yearStep) {
    const anchor = anchorOf(fields.yearStep, story);
    const year = civilDate(anchor.period.start).year + fields.yearStep.step;
    const period = inYear(fields, year);
    return period && { period, anchor, inferred: false, direction: null };
  }
  const bare = fields.month === undefined && fields.holiday === undefined;
  if (bare && fields.weekday !== undefined && fields.day === undefined)
    return weekday(fields, question, story);
  if (bare && fields.day !== undefined) return dayOfMonth(fields, question, story);
  const landmark = story.genre === 'history' ? (story.lastYear ?? story.last) : passageOf(question, story);
  if (landmark && !looksOn(question)) return inHistory(fields, landmark);
  return besidePublication(fields, question, story);
}

/** The far year that this paragraph of a report tells of, for what it tells in the past. */
function passageOf(question: Question, { passage }: Story): Landmark | null {
  return passage?.block === question.time.block && question.direction() === 'past' ? passage : null;
}

/** "The tour continues on November 19": what is told in the present does not go on from the story. */
function looksOn(question: Question): boolean {
  return question.direction() === 'scheduled';
}

/** Business news speaks of the quarter just over; one still ahead this year was last year's unless it is to come. */
function quarterBeside(fields: CalendarFields, question: Question, story: Story): Placed | null {
  const { year } = civilDate(story.publication);
  const direction = question.direction();
  const thisYear = inYear(fields, year);
  if (!thisYear) return null;
  const ahead = thisYear.start > story.publication && direction !== 'future';
  const longOver = direction === 'future' && story.publication - lastDay(thisYear) > 180;
  const period = inYear(fields, year + (ahead ? -1 : longOver ? 1 : 0));
  return period && { period, anchor: publicationLandmark(story), inferred: true, direction };
}

/** A month, day, season or holiday of the year that the sentence's tense points to. */
function besidePublication(fields: CalendarFields, question: Question, story: Story): Placed | null {
  if (fields.quarter !== undefined) return quarterBeside(fields, question, story);
  const all = candidates(fields, story.publication);
  const onWeekday = all.filter(
    (period) => fields.weekday === undefined || weekdayOf(period.start) === fields.weekday,
  );
  const asked = question.direction();
  const isPlan = asked === 'scheduled' && fields.day !== undefined && !question.isPicture;
  const direction = isPlan ? 'future' : asked === 'present' || asked === 'scheduled' ? null : asked;
  const period = choose(onWeekday.length > 0 ? onWeekday : all, story.publication, direction);
  return period && { period, anchor: publicationLandmark(story), inferred: true, direction };
}
