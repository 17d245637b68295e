import type { CalendarFields, Meaning } from '../meaning';
import { type Place, rule, stepOf, type TimeRule, wordAt } from '../rule';

function calendar(fields: CalendarFields): Meaning {
  return { kind: 'calendar', fields };
}

/** "spring" and "fall" are also verbs and things; alone they count only behind such a word. */
const BARE_SEASON_BEFORE = new Set([
  'in',
  'by',
  'since',
  'until',
  'during',
  'before',
  'after',
  'of',
  'through',
  'late',
  'early',
  'mid',
  '-',
]);

function isBareSeason(place: Place): boolean {
  const word = place.words[place.end - 1];
  const article = wordAt(place, place.start) === 'the';
  const before = wordAt(place, place.start - 1);
  if (place.words[place.end]?.text === '-') return false;
  if (word?.text === 'fall' || word?.text === 'spring')
    return (
      (article || BARE_SEASON_BEFORE.has(before)) &&
      !/^(?:NN|VB)/.test(place.words[place.end]?.token?.tag ?? '') &&
      !/^VB/.test(word.token?.tag ?? '') &&
      wordAt(place, place.end) !== 'of'
    );
  if (word?.capital && !article) return BARE_SEASON_BEFORE.has(before);
  return word?.token?.dep !== 'compound' || article;
}

const QUARTER = '<ordinal> -? quarter';
const LED = 'the|a|its|their|our|his?';

/** Quarters and halves of a (fiscal) year, and the four seasons. */
export const seasonsAndQuarters: TimeRule[] = [
  rule(
    'quarter of a year',
    [
      `the? fiscal? -? ${QUARTER} of? ,? fiscal? <year>`,
      `the? fiscal? <year> fiscal? ${QUARTER}`,
      `the? <year> 's ${QUARTER}`,
    ],
    ({ ordinal = 0, year }) => (ordinal <= 4 ? calendar({ quarter: ordinal, year }) : null),
  ),
  rule('the same quarter of a year', ['the <year> quarter|period'], ({ year }) =>
    calendar({ year, sameQuarter: true }),
  ),
  rule(
    'quarter of a neighbouring year',
    [
      `the? ${QUARTER} of? which=this|last|next|that year`,
      `the? ${QUARTER} of the which=previous|following|current|same year`,
      `which=this|last|next|that year 's ${QUARTER}`,
      `the which=year - earlier|ago ${QUARTER}`,
      `the comparable? which=year -? earlier|ago ${QUARTER}`,
    ],
    ({ ordinal = 0, word }) => {
      if (ordinal > 4) return null;
      const yearStep =
        word.which === 'year' ? ({ step: -1, from: 'publication' } as const) : stepOf(word.which);
      return calendar({ quarter: ordinal, yearStep });
    },
  ),
  rule(
    'quarter',
    [
      `${LED} company 's fiscal? <ordinal> quarter`,
      'fiscal? <ordinal> - quarter',
      `the|its|their|our? current|latest|recent? fiscal -? <ordinal> -? quarter`,
      `the|its|their|our? current|latest|recent? <ordinal> quarter`,
    ],
    ({ ordinal = 0 }) => (ordinal <= 4 ? calendar({ quarter: ordinal }) : null),
  ),
  rule(
    'half of a year',
    [
      'the? <ordinal> half of? <year>',
      'the? half=last|latter half of? <year>',
      'the? <ordinal> half of which=this|last|next|that year',
      'the? <year> <ordinal> half',
    ],
    ({ ordinal, year, word }) => {
      const half = word.half ? 2 : (ordinal ?? 0);
      if (half < 1 || half > 2) return null;
      return calendar({ half, ...(year ? { year } : { yearStep: stepOf(word.which) }) });
    },
  ),
  rule(
    'half',
    ['the <ordinal> half of the year', 'the half=latter half of the year'],
    ({ ordinal, word }) => {
      const half = word.half ? 2 : (ordinal ?? 0);
      return half >= 1 && half <= 2 ? calendar({ half, yearStep: { step: 0, from: 'narrative' } }) : null;
    },
  ),
  rule(
    'season of a year',
    [
      'the? <season> of? ,? <year>',
      'the? <season> of <yearInWords>',
      'the? <year> <season>',
      'the? <season> of <centuryYear> bc|bce',
    ],
    ({ season, year, yearInWords, centuryYear }, place) => {
      if (centuryYear !== undefined && !/^bce?$/.test(wordAt(place, place.end - 1))) return null;
      return calendar({ season, year: centuryYear === undefined ? (year ?? yearInWords) : 1 - centuryYear });
    },
  ),
  rule(
    'season of a neighbouring year',
    [
      'the? <season> of which=this|last|next|that year',
      'the? <season> of the which=following|previous|same|next year',
    ],
    ({ season, word }) => calendar({ season, yearStep: stepOf(word.which, true) }),
  ),
  rule(
    'season with a direction',
    [
      'which=this|last|past|next|that past|coming? <season>',
      'the which=following|previous|next|same <season>',
    ],
    ({ season, word }) => calendar({ season, pick: stepOf(word.which, true) }),
  ),
  rule('season', ['the? <season>'], ({ season }, place) =>
    isBareSeason(place) ? calendar({ season }) : null,
  ),
];
