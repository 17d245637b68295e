import { durationValue, PLURAL_UNIT } from '../duration-value';
import type { Count, Meaning, Unit } from '../meaning';
import { type Place, rule, type TimeRule, wordAt } from '../rule';

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

/** "a year" tells a length after "for" or "within", and a rate after a number ("two flights a week"). */
function tellsLength(place: Place): boolean {
  return LENGTH_BEFORE.has(wordAt(place, place.start - 1));
}

function unitOf(place: Place): string {
  return wordAt(place, place.end - 1);
}

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
      PLURAL_UNIT.test(unitOf(place)) && wordAt(place, place.start) !== 'a'
        ? windowed(count, unit, word.way)
        : null,
  ),
  rule('a year and a half', ['<count> <unit> and a half', 'a <unit> and a half'], ({ count, unit }) =>
    duration({ value: (count?.value ?? 1) + 0.5 }, unit),
  ),
  rule('two to three weeks', ['<number> to|or|- <number> <unit>'], ({ number, unit }, place) =>
    number && PLURAL_UNIT.test(unitOf(place))
      ? { kind: 'duration', timex: durationValue({ value: null }, unit ?? 'day') }
      : null,
  ),
  rule('weeks or months', ['<unit> or|and <unit>'], ({ unit }, place) =>
    PLURAL_UNIT.test(unitOf(place)) && PLURAL_UNIT.test(wordAt(place, place.start))
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
      PLURAL_UNIT.test(unitOf(place)) ? duration({ value: word.way ? null : 2 }, unit) : null,
  ),
  rule(
    'recent years',
    ['way=recent|past|coming <unit>', 'the way=last|past|next|coming <unit>', 'the <unit> ahead'],
    ({ unit }, place) =>
      PLURAL_UNIT.test(unitOf(place)) || unitOf(place) === 'ahead' ? duration({ value: null }, unit) : null,
  ),
  rule('half an hour', ['half an? <unit>', 'a half -? <unit>'], ({ unit }) => duration({ value: 0.5 }, unit)),
  rule('a year', ['a|an full|whole|entire|additional|single? <unit>'], ({ unit }, place) =>
    unit &&
    unit !== 'second' &&
    unit !== 'quarter' &&
    !PLURAL_UNIT.test(unitOf(place)) &&
    (tellsLength(place) || place.end - place.start === 3)
      ? duration({ value: 1 }, unit)
      : null,
  ),
  rule('years', ['<unit>'], ({ unit }, place) =>
    isBareLength(place) && unit !== 'quarter' ? duration({ value: null }, unit) : null,
  ),
  rule('year-long', ['<unit> - long'], ({ unit }, place) =>
    duration({ value: PLURAL_UNIT.test(wordAt(place, place.start)) ? null : 1 }, unit),
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
  if (PLURAL_UNIT.test(unitOf(place))) return false;
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
  return last !== undefined && !last.capital && !PLURAL_UNIT.test(last.text) && !age;
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
  if (!PLURAL_UNIT.test(wordAt(place, place.start)) || wordAt(place, place.end) === '-') return false;
  const before = place.words[place.start - 1];
  if (/^(?:of|on|and|or)$/.test(before?.text ?? '')) return false;
  return !/^(?:DT|JJ|CD|PRP\$|NN|POS)/.test(before?.token?.tag ?? '');
}
