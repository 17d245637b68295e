import type { Count, Meaning, Unit } from '../meaning';
import { type Place, rule, type TimeRule, wordAt } from '../rule';

/** TIMEX3's letters; minutes, hours and seconds stand behind a T. */
const LETTERS: Record<Unit, string> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  weekend: 'WE',
  fortnight: 'W',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'Y',
  century: 'Y',
  millennium: 'Y',
};
const IN_LETTER: Partial<Record<Unit, number>> = { fortnight: 2, decade: 10, century: 100, millennium: 1000 };
const CLOCK_UNITS = new Set<Unit>(['second', 'minute', 'hour']);
/** Half a unit in the next smaller one: P1Y6M, PT1M30S. */
const HALVES: Partial<Record<Unit, string>> = {
  year: '6M',
  minute: '30S',
  hour: '30M',
  day: 'T12H',
  decade: '',
};

/** TIMEX3 value of a length of time: `P3M`, `PT2H30M`, `PXY`, `P20Y`. */
export function durationValue(count: Count, unit: Unit): string {
  const prefix = CLOCK_UNITS.has(unit) ? 'PT' : 'P';
  if (count.value === null)
    return prefix + (IN_LETTER[unit] && unit !== 'fortnight' ? vagueLarge(unit) : `X${LETTERS[unit]}`);
  const value = count.value * (IN_LETTER[unit] ?? 1);
  const half = HALVES[unit];
  if (value % 1 === 0.5 && half)
    return `${prefix}${value > 1 ? Math.floor(value) + LETTERS[unit] : ''}${half}`.replace('PT30M', 'PT30M');
  if (value % 1 === 0.5 && unit === 'quarter') return `${prefix}${value}${LETTERS[unit]}`;
  return `${prefix}${Number(value.toFixed(2))}${LETTERS[unit]}`;
}

function vagueLarge(unit: Unit): string {
  return unit === 'decade' ? 'XDE' : unit === 'century' ? 'XCE' : 'XML';
}

function duration(count: Count | undefined, unit: Unit | undefined): Meaning | null {
  if (!unit) return null;
  return { kind: 'duration', timex: durationValue(count ?? { value: null }, unit) };
}

/** A length that ends or begins at publication: "the past three months". */
function windowed(count: Count | undefined, unit: Unit | undefined, way: string | undefined): Meaning | null {
  const meaning = duration(count, unit);
  if (meaning?.kind !== 'duration' || !unit || typeof count?.value !== 'number') return meaning;
  const direction = /^(?:next|coming|following)$/.test(way ?? '')
    ? 1
    : /^(?:last|past|previous|latest)$/.test(way ?? '')
      ? -1
      : null;
  return direction ? { ...meaning, window: { count: count.value, unit, direction } } : meaning;
}

const LENGTH_BEFORE = new Set([
  'for',
  'in',
  'within',
  'after',
  'over',
  'about',
  'almost',
  'nearly',
  'during',
  'than',
  'least',
  'under',
  'lasted',
  'lasting',
  'took',
  'takes',
  'take',
  'spent',
  'spend',
  'last',
  'only',
  'just',
  'roughly',
  'approximately',
  'barely',
  'every',
  'once',
  'half',
  'another',
]);
const PLURAL =
  /^(?:seconds|minutes|hours|days|weeks|months|quarters|years|decades|centuries|weekends|fortnights)$/;

/** "a year" tells a length after "for" or "within", and a rate after a number ("two flights a week"). */
function tellsLength(place: Place): boolean {
  return LENGTH_BEFORE.has(wordAt(place, place.start - 1));
}

function unitOf(place: Place): string {
  return wordAt(place, place.end - 1);
}

const ADVERBS: Record<string, string> = {
  hourly: 'PT1H',
  daily: 'P1D',
  nightly: 'P1D',
  weekly: 'P1W',
  biweekly: 'P2W',
  monthly: 'P1M',
  quarterly: 'P1Q',
  yearly: 'P1Y',
  annually: 'P1Y',
};
const SET_UNITS: Partial<Record<Unit, string>> = {
  hour: 'PT1H',
  day: 'P1D',
  week: 'P1W',
  weekend: 'P1WE',
  month: 'P1M',
  quarter: 'P1Q',
  year: 'P1Y',
  decade: 'P10Y',
  century: 'P100Y',
  minute: 'PT1M',
};
const SEASON_CODES = ['SP', 'SU', 'FA', 'WI'];

/** Times that come back: "every Friday", "daily". */
export const sets: TimeRule[] = [
  rule('every so many', ['every <number> <unit>'], ({ number, unit }) =>
    number && unit ? { kind: 'set', timex: durationValue({ value: number }, unit) } : null,
  ),
  rule(
    'every year',
    [
      'every|each other? single|passing? <unit>',
      'per <unit>',
      '<count> times a|per <unit>',
      'once|twice a|per <unit>',
    ],
    ({ unit }, place) => {
      const timex = unit && SET_UNITS[unit];
      return timex && !PLURAL.test(unitOf(place)) ? { kind: 'set', timex } : null;
    },
  ),
  rule(
    'every Monday night',
    ['every|each <weekday> <part>', '<weekday> nights|mornings|evenings|afternoons', 'every|each <part>'],
    ({ weekday, part }, place) => {
      const ending =
        { nights: 'NI', mornings: 'MO', evenings: 'EV', afternoons: 'AF' }[unitOf(place)] ?? part;
      return { kind: 'set', timex: weekday ? `XXXX-WXX-${weekday}T${ending}` : `XXXX-XX-XXT${ending}` };
    },
  ),
  rule('every Monday', ['every|each other? <weekday>', '<weekdays>'], ({ weekday, weekdays }) => ({
    kind: 'set',
    timex: `XXXX-WXX-${weekday ?? weekdays}`,
  })),
  rule('every May', ['every|each <month>'], ({ month = 0 }) => ({
    kind: 'set',
    timex: `XXXX-${String(month).padStart(2, '0')}`,
  })),
  rule('every summer', ['every|each <season>'], ({ season = 0 }) => ({
    kind: 'set',
    timex: `XXXX-${SEASON_CODES[season]}`,
  })),
  rule(
    'daily',
    ['how=hourly|daily|nightly|weekly|biweekly|monthly|quarterly|yearly|annually'],
    ({ word }, place) => (recurs(place) ? { kind: 'set', timex: ADVERBS[word.how ?? ''] ?? 'P1D' } : null),
  ),
];

/** Lengths of time. */
export const durations: TimeRule[] = [
  rule(
    'age',
    ['<number> - <unit> - old', '<number> <unit> old', '<number> - <unit> old'],
    ({ number = 0, unit }, place) => (isAgeOfThing(place) ? duration({ value: number }, unit) : null),
  ),
  rule(
    'the past three months',
    [
      'the? way=last|past|next|first|coming|following|previous|latest|final|final|remaining <count> short|long|trading|full|fiscal? <unit>',
      'the <count> way=last|past|next|previous|following <unit>',
      'these|those <count> <unit>',
    ],
    ({ count, unit, word }, place) =>
      PLURAL.test(unitOf(place)) && wordAt(place, place.start) !== 'a'
        ? windowed(count, unit, word.way)
        : null,
  ),
  rule('a year and a half', ['<count> <unit> and a half', 'a <unit> and a half'], ({ count, unit }) =>
    duration({ value: (count?.value ?? 1) + 0.5 }, unit),
  ),
  rule('two to three weeks', ['<number> to|or|- <number> <unit>'], ({ number, unit }, place) =>
    number && PLURAL.test(unitOf(place))
      ? { kind: 'duration', timex: durationValue({ value: null }, unit ?? 'day') }
      : null,
  ),
  rule('weeks or months', ['<unit> or|and <unit>'], ({ unit }, place) =>
    PLURAL.test(unitOf(place)) && PLURAL.test(wordAt(place, place.start))
      ? duration({ value: null }, unit)
      : null,
  ),
  rule(
    'three-month',
    ['<number> - <unit> - long', '<number> - <unit>', '<number> <unit> - long', 'several - <unit>'],
    ({ number, unit }, place) => (isHyphenLength(place) ? duration({ value: number ?? null }, unit) : null),
  ),
  rule(
    'three months',
    ['the? <number> more|full|long|additional|consecutive|straight|trading? <unit>'],
    ({ number, unit }, place) =>
      isOrdinalOrTitle(place) || isUnsureSingle(place) || isAge(place)
        ? null
        : duration({ value: number ?? null }, unit),
  ),
  rule(
    'several years',
    ['a? way=several|few|many|some more? <unit>', 'a couple of? more? <unit>', 'a good? many <unit>'],
    ({ unit, word }, place) =>
      PLURAL.test(unitOf(place)) ? duration({ value: word.way ? null : 2 }, unit) : null,
  ),
  rule(
    'recent years',
    ['way=recent|past|coming <unit>', 'the way=last|past|next|coming <unit>', 'the <unit> ahead'],
    ({ unit }, place) =>
      PLURAL.test(unitOf(place)) || unitOf(place) === 'ahead' ? duration({ value: null }, unit) : null,
  ),
  rule('half an hour', ['half an? <unit>', 'a half -? <unit>'], ({ unit }) => duration({ value: 0.5 }, unit)),
  rule('a year', ['a|an full|whole|entire|additional|single? <unit>'], ({ unit }, place) =>
    unit &&
    unit !== 'second' &&
    unit !== 'quarter' &&
    !PLURAL.test(unitOf(place)) &&
    (tellsLength(place) || place.end - place.start === 3)
      ? duration({ value: 1 }, unit)
      : null,
  ),
  rule('years', ['<unit>'], ({ unit }, place) =>
    isBareLength(place) && unit !== 'quarter' ? duration({ value: null }, unit) : null,
  ),
  rule('year-long', ['<unit> - long'], ({ unit }, place) =>
    duration({ value: PLURAL.test(wordAt(place, place.start)) ? null : 1 }, unit),
  ),
];

/** "52 years old", "at 60 years of age": nobody's age tells a time. */
function isAge(place: Place): boolean {
  const next = wordAt(place, place.end);
  return next === 'old' || (next === 'of' && wordAt(place, place.end + 1) === 'age');
}

/** "the second" is an ordinal far more often than a sixtieth of a minute; "60 Minutes" is a title. */
function isOrdinalOrTitle(place: Place): boolean {
  return unitOf(place) === 'second' || place.words[place.end - 1]?.capital === true;
}

/** "one day" is most often "some day", and "2018 day five" no length at all. */
function isUnsureSingle(place: Place): boolean {
  if (PLURAL.test(unitOf(place))) return false;
  const number = wordAt(place, place.end - 2);
  return number === 'one'
    ? unitOf(place) === 'day' && !tellsLength(place)
    : !/^1$/.test(number) && !/\D/.test(number);
}

/** "three-month" is a length; in "three-quarters" and "60-Second" something else is meant. */
function isHyphenLength(place: Place): boolean {
  const last = place.words[place.end - 1];
  if (last?.text === 'long') return true;
  const hyphen = wordAt(place, place.end) === '-' ? 1 : 0;
  const age = wordAt(place, place.end + hyphen) === 'old';
  return last !== undefined && !last.capital && !PLURAL.test(last.text) && !age;
}

/** "daily" as an adverb or before what recurs; not the paper ("the party daily") nor "quarterly dividend". */
function recurs(place: Place): boolean {
  const word = place.words[place.start];
  if (word?.token?.pos === 'PROPN' || word?.token?.pos === 'NOUN') return false;
  return word?.token?.pos === 'ADV' || word?.text === 'daily';
}

const PERSON_NOUN =
  /^(?:man|woman|boy|girl|child|son|daughter|brother|sister|father|mother|husband|wife|baby|infant|patient|victim|suspect|student|youth|guy|lad|pupil|fan|nephew|niece|uncle|aunt|widow|native|refugee|migrant|president|veteran|cousin|grandson|king|queen|prince|princess|millionaire|billionaire|chief|\w+(?:er|or|ist|ian|mother|father|man|woman|ant))s?$/;

/** The age of a war or an alliance tells when it began; that of a person tells nothing of the story. */
function isAgeOfThing(place: Place): boolean {
  const next = place.words[place.end];
  if (next?.token?.pos !== 'NOUN' && next?.token?.pos !== 'ADJ') return false;
  const noun = next.token.pos === 'ADJ' ? place.words[place.end + 1] : next;
  return noun?.token?.pos === 'NOUN' && !PERSON_NOUN.test(noun.text);
}

/** "for years", "weeks of talks": a plural unit that no number counts. */
function isBareLength(place: Place): boolean {
  if (!PLURAL.test(wordAt(place, place.start)) || wordAt(place, place.end) === '-') return false;
  const before = place.words[place.start - 1];
  return !/^(?:DT|JJ|CD|PRP\$|NN|POS)/.test(before?.token?.tag ?? '');
}
