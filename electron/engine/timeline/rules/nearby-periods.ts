import { durationValue } from '../duration-value';
import type { Meaning, Unit } from '../meaning';
import type { Grain } from '../period';
import { type Place, rule, stepOf, type TimeRule, wordAt } from '../rule';

const GRAINS: Partial<Record<Unit, Grain>> = {
  day: 'day',
  week: 'week',
  weekend: 'weekend',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  decade: 'decade',
  century: 'century',
};

function stepTo(unit: Unit | undefined, which: string | undefined, withArticle: boolean): Meaning | null {
  const grain = unit && GRAINS[unit];
  return grain ? { kind: 'step', grain, step: stepOf(which, withArticle) } : null;
}

/** Units in the plural are lengths; capitalised ones belong to titles ("This Week", "60 Minutes"). */
function isNoPeriod(place: Place): boolean {
  const last = place.words[place.end - 1];
  if (last?.capital && place.end - place.start > 1) return true;
  return /^(?:days|weeks|months|quarters|years|decades|centuries|weekends)$/.test(
    wordAt(place, place.end - 1),
  );
}

function dayStep(step: number, clock?: string): Meaning {
  return { kind: 'step', grain: 'day', step: { step, from: 'publication' }, ...(clock ? { clock } : {}) };
}

/** "to this day" is until now, "in this day and age" nowadays. */
function isToThisDay(place: Place): boolean {
  const isDay = wordAt(place, place.end - 1) === 'day';
  const isAge = wordAt(place, place.end) === 'and' && wordAt(place, place.end + 1) === 'age';
  return isDay && (isAge || wordAt(place, place.start - 1) === 'to');
}

/** "USA Today", "VOA Today". */
function isName(place: Place): boolean {
  const before = place.words[place.start - 1];
  const word = place.words[place.start];
  return word?.capital === true && before?.capital === true && word.token?.tag.startsWith('NNP') === true;
}

/** Periods next to the day of publication or to where the story stands. */
export const nearbyPeriods: TimeRule[] = [
  rule('the day before yesterday', ['the? day before yesterday'], () => dayStep(-2)),
  rule('the day after tomorrow', ['the? day after tomorrow'], () => dayStep(2)),
  rule('yesterday, today, tomorrow', ['day=yesterday|today|tomorrow'], ({ word }, place) =>
    isName(place) ? null : dayStep({ yesterday: -1, today: 0, tomorrow: 1 }[word.day ?? ''] ?? 0),
  ),
  rule('tonight', ['tonight'], () => dayStep(0, 'TNI')),
  rule('overnight', ['overnight'], (_, place) =>
    place.words[place.start]?.token?.pos === 'ADV' && wordAt(place, place.end) !== '-'
      ? dayStep(0, 'TNI')
      : null,
  ),
  rule('this morning', ['this <part>'], ({ part }) => dayStep(0, `T${part}`)),
  rule('last night', ['last <part>'], ({ part }) => dayStep(-1, `T${part}`)),
  rule(
    'the next morning',
    ['the which=next|following|same|previous <part>', 'that which=same? <part>'],
    ({ part, word }) => ({
      kind: 'step',
      grain: 'day',
      step: stepOf(word.which ?? 'that', true),
      clock: `T${part}`,
    }),
  ),
  rule(
    'this week, last year',
    [
      'which=this|last|next|that current|coming|past|same? fiscal? <unit>',
      'which=this|the past|coming <unit>',
    ],
    ({ unit, word }, place) =>
      isNoPeriod(place) || isToThisDay(place)
        ? null
        : stepTo(unit, word.which === 'the' ? 'past' : word.which, false),
  ),
  rule(
    'fiscal year',
    ['the current|latest fiscal year', 'the current|present <unit>'],
    ({ unit = 'year' }, place) => (isNoPeriod(place) ? null : stepTo(unit, 'this', false)),
  ),
  rule(
    'the last week of a month',
    ['the? last|first|second|third|final <unit> of <month> ,? <year>?'],
    ({ unit }) => (unit ? { kind: 'duration', timex: durationValue({ value: 1 }, unit) } : null),
  ),
  rule(
    'the previous day',
    [
      'the which=next|previous|following|same|preceding|prior very? fiscal? <unit>',
      'which=next|previous day',
      'same day',
    ],
    ({ unit = 'day', word }, place) => (isNoPeriod(place) ? null : stepTo(unit, word.which ?? 'same', true)),
  ),
  rule('the day before', ['the <unit> which=before|previously|after|following'], ({ unit, word }, place) => {
    const next = place.words[place.end];
    const goesOn = next && /^(?:NN|PRP|DT|CD|VBG|JJ|W)/.test(next.token?.tag ?? '');
    return isNoPeriod(place) || goesOn
      ? null
      : stepTo(unit, /^(?:before|prev)/.test(word.which ?? '') ? 'previous' : 'following', true);
  }),
  rule(
    'the year-earlier period',
    [
      'the? comparable|corresponding? year -? earlier|ago quarter|period',
      'the corresponding|comparable|same period|quarter last year',
      "last year 's quarter|period",
      'year - earlier|ago',
      'the quarter a year ago|earlier',
    ],
    (_, place) => {
      if (wordAt(place, place.start) === 'year' && wordAt(place, place.start + 1) !== '-') return null;
      return {
        kind: 'distance',
        count: { value: 1 },
        unit: 'year',
        direction: -1,
        from: 'narrative',
        asPeriod: true,
      };
    },
  ),
  rule('the latest quarter', ['the latest|recent quarter|period', 'the most recent quarter'], () => ({
    kind: 'step',
    grain: 'quarter',
    step: { step: 0, from: 'narrative' },
  })),
  rule('the quarter', ['the quarter'], (_, place) =>
    wordAt(place, place.end) === 'of'
      ? null
      : { kind: 'step', grain: 'quarter', step: { step: 0, from: 'narrative' } },
  ),
  rule('the weekend', ['the weekend', 'over weekend'], () => ({
    kind: 'step',
    grain: 'weekend',
    step: { step: -1, from: 'publication' },
  })),
  rule('year end', ['year -? end', "year 's end"], () => ({
    kind: 'calendar',
    fields: { month: 12, day: 31, yearStep: { step: 0, from: 'publication' } },
  })),
  rule('the year', ['the year', 'the full year', 'the fiscal year'], (_, place) =>
    isAccountingYear(place)
      ? { kind: 'duration', timex: 'P1Y' }
      : isSettled(place)
        ? { kind: 'step', grain: 'year', step: { step: 0, from: 'publication' } }
        : null,
  ),
  rule('the week', ['the week', 'the month'], (_, place) =>
    isSettled(place)
      ? { kind: 'step', grain: wordAt(place, place.end - 1) as Grain, step: { step: 0, from: 'publication' } }
      : null,
  ),
];

/** "the year ended March 31" is a length with an end of its own. */
function isAccountingYear(place: Place): boolean {
  return /^(?:ended|ending)$/.test(wordAt(place, place.end));
}

/** "the year" of this sentence, not "the year of the cat" or "the week that changed". */
function isSettled(place: Place): boolean {
  const next = wordAt(place, place.end);
  return (
    !/^(?:of|that|when|in|after|before|-|'s)$/.test(next) &&
    !/^NN/.test(place.words[place.end]?.token?.tag ?? '')
  );
}
