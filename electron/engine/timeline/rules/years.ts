import table from '../../data/time-words.json';
import type { Meaning } from '../meaning';
import { type Place, rule, type TimeRule, wordAt } from '../rule';

const YEAR_PREPOSITIONS = new Set([
  'in',
  'since',
  'of',
  'by',
  'from',
  'until',
  'till',
  'to',
  'during',
  'before',
  'after',
  'between',
  'around',
  'through',
  'for',
  'and',
  'or',
  'mid',
  'early',
  'late',
  'circa',
  'ca',
  '-',
  '(',
  'year',
  'the',
  'fiscal',
  'as',
  '/',
]);
/** What is counted or measured; a year stands before none of them. */
const MEASURES = new Set(table.measures);
/** Words before a figure that is a name's, a score's or a page's. */
const NUMBER_BEFORE = new Set(table.numberedThings);
/** "scored 2045", "a score of 1998 in Geekbench". */
const SCORES = /^(?:score|scores|scored|scoring|rated|ranked|benchmark|geekbench|antutu|cinebench|elo)$/;

function isScore(place: Place): boolean {
  const before = (offset: number): string => wordAt(place, place.start - offset);
  if (SCORES.test(before(1))) return true;
  return /^(?:of|a|at|around|about|-|:)$/.test(before(1)) && SCORES.test(before(2));
}

/**
 * Whether four figures are a year. Between 1900 and 2099 they are, unless a plural noun is counted by them; an earlier
 * number needs a preposition of time before it or the recogniser's word for it.
 */
function looksLikeYear(value: number, place: Place): boolean {
  const word = place.words[place.start];
  const before = wordAt(place, place.start - 1);
  const next = place.words[place.end];
  if (NUMBER_BEFORE.has(before) || isScore(place)) return false;
  if (next && MEASURES.has(next.text)) return false;
  if (next?.text === '-' && MEASURES.has(wordAt(place, place.end + 1))) return false;
  if (isModelNumber(place)) return false;
  const plural = next && !next.attached && /^NNS$/.test(next.token?.tag ?? '');
  const counted = word?.token?.dep === 'nummod' && plural && !YEAR_PREPOSITIONS.has(before);
  if (counted && !isEventPlural(next?.text)) return false;
  if (isRange(place)) return true;
  if (before === '-' && /^\d/.test(wordAt(place, place.start - 2))) return false;
  if (value >= 1900 && value <= 2099) return true;
  if (value < 1500 && !EARLY_YEAR_BEFORE.test(before)) return false;
  return YEAR_PREPOSITIONS.has(before) && !plural;
}

/** "in their mid-50s": how old they are. */
function isAgeOfSomebody(place: Place): boolean {
  if (/^\d{4}$/.test(wordAt(place, place.end - 2))) return false;
  return [1, 2, 3].some((offset) =>
    /^(?:his|her|their|my|your|our|its)$/.test(wordAt(place, place.start - offset)),
  );
}

/** "RTX-2080": a figure that goes on a capitalised word behind a hyphen, unless the word bends a time ("Mid-2019"). */
function isModelNumber(place: Place): boolean {
  const [hyphen, name] = [place.words[place.start - 1], place.words[place.start - 2]];
  const attached = hyphen?.text === '-' && hyphen.attached && place.words[place.start]?.attached === true;
  return attached && name?.capital === true && !BENDS_TIME.test(name.text);
}

const BENDS_TIME =
  /^(?:mid|early|late|post|pre|spring|summer|autumn|fall|winter|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)$/;

/** So early a year is told with a word of time, or it is a number. */
const EARLY_YEAR_BEFORE =
  /^(?:in|since|by|until|till|from|during|before|after|between|around|circa|ca|year|mid|early|late|to|and|-)$/;

/** "1861-1863", "(1915-16)": two years, or a year and the last figures of a later one. */
function isRange(place: Place): boolean {
  const year = (index: number): boolean => /^(?:1\d|20)\d\d$/.test(wordAt(place, index));
  const hyphen = (index: number): boolean => wordAt(place, index) === '-';
  return (hyphen(place.end) && year(place.end + 1)) || (hyphen(place.start - 1) && year(place.start - 2));
}

/** Plural nouns that a year may stand before: "the 2008 elections". */
function isEventPlural(text: string | undefined): boolean {
  return /^(?:elections|olympics|games|protests|riots|talks|results|earnings|figures|sales|profits|championships|attacks|hostilities|s)$/.test(
    text ?? '',
  );
}

function year(value: number | undefined): Meaning | null {
  return value === undefined ? null : { kind: 'calendar', fields: { year: value } };
}

/** A negative century for "the 5th century BC": -5 covers 500 to 401 BC. */
function century(ordinal: number | undefined, beforeChrist: boolean): Meaning | null {
  if (!ordinal || ordinal > 21) return null;
  return { kind: 'calendar', fields: { century: beforeChrist ? -ordinal : ordinal - 1 } };
}

/** Years, decades and centuries. */
export const years: TimeRule[] = [
  rule(
    'day before Christ',
    [
      'the? <day> of? <month> ,? <centuryYear> bc|bce',
      'the? <day> of? <month> ,? <centuryYear> b . c .?',
      '<month> the? <day> ,? <centuryYear> bc|bce',
      '<month> the? <day> ,? <centuryYear> b . c .?',
    ],
    ({ day, month, centuryYear = 0 }) =>
      centuryYear > 0 ? { kind: 'calendar', fields: { day, month, year: 1 - centuryYear } } : null,
  ),
  rule(
    'month and year before Christ',
    ['<month> of? <centuryYear> bc|bce', '<month> of? <centuryYear> b . c .?'],
    ({ month, centuryYear = 0 }) => ({ kind: 'calendar', fields: { month, year: 1 - centuryYear } }),
  ),
  rule('decade before Christ', ['the? <decade> bc|bce'], ({ decade = 0 }) => ({
    kind: 'calendar',
    fields: { decade: -decade },
  })),
  rule(
    'year before Christ',
    ['<centuryYear> bc|bce', '<centuryYear> b . c . e? .?', '<centuryYear> b . c'],
    ({ centuryYear = 0 }) => (centuryYear > 0 ? year(1 - centuryYear) : null),
  ),
  rule(
    'anno Domini',
    ['ad <centuryYear>', 'a . d . <centuryYear>', '<centuryYear> ad|ce', '<centuryYear> a . d .?'],
    ({ centuryYear = 0 }, place) =>
      centuryYear > 0 && place.words.slice(place.start, place.end).some((word) => word.capital)
        ? year(centuryYear)
        : null,
  ),
  rule('year in words', ['the? year? <yearInWords>'], ({ yearInWords }, place) => {
    const bare = place.end - place.start <= 3 && yearInWords !== undefined && yearInWords % 100 === 0;
    return bare && wordAt(place, place.start) !== 'the' && wordAt(place, place.start) !== 'year'
      ? null
      : year(yearInWords);
  }),
  rule('named year', ['the year <year>', 'fiscal year? <year>', 'calendar year? <year>'], ({ year: value }) =>
    year(value),
  ),
  rule('fiscal year in short', ['fy <number>', "fy ' <number>"], ({ number = 0 }, place) => {
    const digits = place.words[place.end - 1];
    if (
      !place.words[place.start]?.capital ||
      !digits?.digits ||
      !/^(?:\d{2}|20\d\d|19\d\d)$/.test(digits.text)
    )
      return null;
    return year(digits.text.length === 4 ? number : number <= 40 ? 2000 + number : 1900 + number);
  }),
  rule('decade', ['the? <decade>'], ({ decade }, place) => {
    const spelled = /^[a-z]/.test(wordAt(place, place.end - 1)) && wordAt(place, place.end - 1) !== 's';
    if (spelled && wordAt(place, place.start) !== 'the') return null;
    if (spelled && ['his', 'her', 'their', 'my'].includes(wordAt(place, place.start - 1))) return null;
    if (isAgeOfSomebody(place)) return null;
    return { kind: 'calendar', fields: { decade } };
  }),
  rule(
    'century',
    ['the? <ordinal> - century bc|bce', 'the? <ordinal> century bc|bce', 'the? <ordinal> -? century'],
    ({ ordinal }, place) => century(ordinal, /^bce?$/.test(wordAt(place, place.end - 1))),
  ),
  rule('short year', ["' <number>"], ({ number = 0 }, place) => {
    const digits = place.words[place.end - 1];
    const next = place.words[place.end];
    if (!digits?.digits || digits.text.length !== 2 || !digits.attached || next?.attached) return null;
    if (place.words[place.start]?.attached) return null;
    return year(number <= 40 ? 2000 + number : 1900 + number);
  }),
  rule('year', ['<year>'], ({ year: value = 0 }, place) =>
    looksLikeYear(value, place) ? year(value) : null,
  ),
];
