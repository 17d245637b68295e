import { civilDate } from './calendar';
import type { Meaning, Unit } from './meaning';
import type { Grain, Period } from './period';
import { PUBLICATION, type Resolution } from './resolution';

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const SEASON_NAMES = ['spring', 'summer', 'autumn', 'winter'];
const QUARTER_NAMES = ['first', 'second', 'third', 'fourth'];

function yearName(year: number): string {
  return year > 0 ? String(year) : `${1 - year} BC`;
}

/** A stretch of the calendar in words for people: "18 September 2015", "the week of 21 September 2015". */
export function periodName(period: Period): string {
  const { year, month, day } = civilDate(period.start);
  const monthName = MONTH_NAMES[month - 1] ?? '';
  const dayName = `${day} ${monthName} ${yearName(year)}`;
  const names: Record<Grain, () => string> = {
    day: () => dayName,
    week: () => `the week of ${dayName}`,
    weekend: () => `the weekend of ${dayName}`,
    month: () => `${monthName} ${yearName(year)}`,
    quarter: () => `the ${QUARTER_NAMES[(month - 1) / 3]} quarter of ${yearName(year)}`,
    half: () => `the ${month === 1 ? 'first' : 'second'} half of ${yearName(year)}`,
    season: () =>
      month === 12
        ? `winter ${yearName(year)}–${yearName(year + 1)}`
        : `${SEASON_NAMES[month / 3 - 1]} ${yearName(year)}`,
    year: () => yearName(year),
    decade: () => (year > 0 ? `the ${year}s` : `the decade from ${yearName(year)}`),
    century: () => `the century from ${yearName(year)}`,
  };
  return names[period.grain]();
}

/** What the words name, without its year: "Wednesday", "April", "12 April", "the third quarter". */
function thingName(meaning: Extract<Meaning, { kind: 'calendar' }>): string {
  const { month, day, weekday, season, quarter, half, holiday } = meaning.fields;
  if (holiday) return holiday.name.replace(/(?:^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
  if (month !== undefined) return `${day === undefined ? '' : `${day} `}${MONTH_NAMES[month - 1]}`;
  if (weekday !== undefined) return WEEKDAY_NAMES[weekday - 1] ?? '';
  if (day !== undefined) return `day ${day} of the month`;
  if (season !== undefined) return SEASON_NAMES[season] ?? '';
  if (quarter !== undefined) return `${QUARTER_NAMES[quarter - 1]} quarter`;
  return half === undefined ? 'year' : `${half === 1 ? 'first' : 'second'} half`;
}

function anchorName(resolution: Resolution): string {
  const { anchor } = resolution;
  return !anchor || anchor.index === PUBLICATION ? 'publication' : periodName(anchor.period);
}

function sideOf(resolution: Resolution): 'before' | 'after' | 'of' {
  const { first, last, anchor } = resolution;
  if (first === null || last === null || !anchor) return 'of';
  if (last < anchor.period.start) return 'before';
  return first > anchor.period.start ? 'after' : 'of';
}

function yearRelation(resolution: Resolution): string {
  const { anchor, first } = resolution;
  if (!anchor || first === null) return '';
  const difference = civilDate(first).year - civilDate(anchor.period.start).year;
  const of = anchor.index === PUBLICATION ? 'publication' : periodName(anchor.period);
  if (difference === 0) return `of the year of ${of}`;
  if (Math.abs(difference) === 1) return `of the year ${difference < 0 ? 'before' : 'after'} ${of}`;
  return `${Math.abs(difference)} years ${difference < 0 ? 'before' : 'after'} ${of}`;
}

function calendarExplanation(
  meaning: Extract<Meaning, { kind: 'calendar' }>,
  resolution: Resolution,
): string {
  const { anchor, first } = resolution;
  if (resolution.timex.startsWith('XXXX-'))
    return `${thingName(meaning)} of every year, as the text advises its reader`;
  if (!anchor) return 'as written';
  const { fields } = meaning;
  const thing = thingName(meaning);
  if (fields.weekStep || fields.yearStep || fields.monthStep) return `${thing} ${yearRelation(resolution)}`;
  if (anchor.index !== PUBLICATION) {
    if (fields.weekday !== undefined && fields.month === undefined)
      return `the ${thing} ${sideOf(resolution) === 'before' ? 'before' : 'from'} ${periodName(anchor.period)}`;
    return `${thing}, with the year of ${periodName(anchor.period)}, told before`;
  }
  if (fields.weekday !== undefined && fields.month === undefined && first !== null) {
    const side = sideOf(resolution);
    return side === 'of' ? `the day of publication, a ${thing}` : `the ${thing} ${side} publication`;
  }
  const side = sideOf(resolution);
  return side === 'of' ? `the ${thing} in which it was published` : `the ${thing} ${side} publication`;
}

const GRAIN_WORDS: Record<Grain, string> = {
  day: 'day',
  week: 'week',
  weekend: 'weekend',
  month: 'month',
  quarter: 'quarter',
  half: 'half-year',
  season: 'season',
  year: 'year',
  decade: 'decade',
  century: 'century',
};

function stepExplanation(meaning: Extract<Meaning, { kind: 'step' }>, resolution: Resolution): string {
  const grain = GRAIN_WORDS[meaning.grain];
  const { step } = meaning.step;
  const of = anchorName(resolution);
  if (step === 0) return `the ${grain} of ${of}`;
  const side = step < 0 ? 'before' : 'after';
  const far = Math.abs(step);
  return far === 1 ? `the ${grain} ${side} ${of}` : `${far} ${grain}s ${side} ${of}`;
}

function amountName(value: number | null, unit: Unit): string {
  if (value === null) return `some ${unit === 'century' ? 'centuries' : `${unit}s`}`;
  const plural = unit === 'century' ? 'centuries' : unit === 'millennium' ? 'millennia' : `${unit}s`;
  return value === 1 ? `1 ${unit}` : `${value} ${plural}`;
}

const REFERENCES = {
  PAST_REF: 'some time in the past',
  PRESENT_REF: 'at the time of writing',
  FUTURE_REF: 'some time in the future',
};

/** How a value was found, as a short phrase for people: "the Wednesday before publication". */
export function explain(meaning: Meaning, resolution: Resolution): string {
  switch (meaning.kind) {
    case 'calendar':
      return calendarExplanation(meaning, resolution);
    case 'step':
      return stepExplanation(meaning, resolution);
    case 'distance':
      return `${amountName(meaning.count.value, meaning.unit)} ${meaning.direction < 0 ? 'before' : 'after'} ${anchorName(resolution)}`;
    case 'reference':
      return REFERENCES[meaning.value];
    case 'clock':
      return `a time on the day of ${anchorName(resolution)}`;
    case 'duration':
      return meaning.window
        ? `the ${amountName(meaning.window.count, meaning.window.unit)} ${meaning.window.direction < 0 ? 'before' : 'after'} publication`
        : 'a length of time';
    case 'set':
      return 'a time that comes back';
    case 'otherCalendar':
      return `a date of the ${meaning.calendar} calendar, as written; not converted`;
  }
}

/**
 * The same for a time that waits for the day of publication, to be shown in the place of a date. Nothing that depends
 * on the unknown day is told: "April, year not known" where the sentence does not say which side it lies on.
 */
export function relativeLabel(meaning: Meaning, resolution: Resolution): string {
  const { anchor, direction } = resolution;
  if (meaning.kind !== 'calendar') {
    const narrative = anchor && anchor.index !== PUBLICATION;
    if (meaning.kind === 'step' && narrative) return nearTold(meaning.step.step, GRAIN_WORDS[meaning.grain]);
    if (meaning.kind === 'distance' && narrative)
      return `${amountName(meaning.count.value, meaning.unit)} ${meaning.direction < 0 ? 'before' : 'after'} what was told before`;
    return withoutArticle(explain(meaning, resolution));
  }
  const thing = thingName(meaning);
  const { fields } = meaning;
  if (fields.yearStep) return `${thing} ${yearWords(fields.yearStep.step)}`;
  if (fields.weekStep) return `${thing} of ${neighbour(fields.weekStep.step, 'week')}`;
  if (fields.monthStep) return `${thing} of ${neighbour(fields.monthStep.step, 'month')}`;
  if (fields.pick)
    return fields.pick.step === 0
      ? `${thing} of the year of publication`
      : `${thing} ${fields.pick.step < 0 ? 'before' : 'after'} publication`;
  if (direction === 'past') return `${thing} before publication`;
  if (direction === 'future') return `${thing} after publication`;
  return `${thing}, year not known`;
}

function yearWords(step: number): string {
  return step === 0
    ? 'of the year of publication'
    : `of the year ${step < 0 ? 'before' : 'after'} publication`;
}

function neighbour(step: number, grain: string): string {
  return step === 0
    ? `the ${grain} of publication`
    : `the ${grain} ${step < 0 ? 'before' : 'after'} publication`;
}

function nearTold(step: number, grain: string): string {
  if (step === 0) return `the same ${grain} as told before`;
  return `the ${grain} ${step < 0 ? 'before' : 'after'} what was told before`;
}

function withoutArticle(text: string): string {
  return text.replace(/^the /, '');
}

function twoFigures(value: number): string {
  return String(value).padStart(2, '0');
}

/** TIMEX3 value with X for what only the day of publication could tell: `XXXX-WXX-3`, `XXXX-04`. */
export function unanchoredTimex(meaning: Meaning, period: Period): string {
  const clock = meaning.clock ?? '';
  const fields = meaning.kind === 'calendar' ? meaning.fields : {};
  const { month } = civilDate(period.start);
  const values: Record<Grain, () => string> = {
    day: () => {
      if (fields.month !== undefined)
        return `XXXX-${twoFigures(fields.month)}-${twoFigures(fields.day ?? 1)}`;
      if (fields.holiday?.month && fields.holiday.day)
        return `XXXX-${twoFigures(fields.holiday.month)}-${twoFigures(fields.holiday.day)}`;
      if (fields.weekday !== undefined) return `XXXX-WXX-${fields.weekday}`;
      return fields.day === undefined ? 'XXXX-XX-XX' : `XXXX-XX-${twoFigures(fields.day)}`;
    },
    week: () => 'XXXX-WXX',
    weekend: () => 'XXXX-WXX-WE',
    month: () => (fields.month === undefined ? 'XXXX-XX' : `XXXX-${twoFigures(fields.month)}`),
    quarter: () => (fields.quarter === undefined ? 'XXXX-QX' : `XXXX-Q${fields.quarter}`),
    half: () => `XXXX-H${month === 1 ? 1 : 2}`,
    season: () => `XXXX-${['SP', 'SU', 'FA', 'WI'][month / 3 - 1]}`,
    year: () => 'XXXX',
    decade: () => 'XXX',
    century: () => 'XX',
  };
  return values[period.grain]() + clock;
}
