import type { Count, Meaning, Unit } from '../meaning';
import { type Place, rule, type TimeRule, wordAt } from '../rule';

/** Which way a word of direction points, and what it counts from. */
const DIRECTIONS: Record<string, { direction: -1 | 1; from: 'publication' | 'narrative' }> = {
  ago: { direction: -1, from: 'publication' },
  back: { direction: -1, from: 'publication' },
  hence: { direction: 1, from: 'publication' },
  now: { direction: 1, from: 'publication' },
  earlier: { direction: -1, from: 'narrative' },
  before: { direction: -1, from: 'narrative' },
  previously: { direction: -1, from: 'narrative' },
  prior: { direction: -1, from: 'narrative' },
  later: { direction: 1, from: 'narrative' },
  after: { direction: 1, from: 'narrative' },
  afterwards: { direction: 1, from: 'narrative' },
  afterward: { direction: 1, from: 'narrative' },
};

function distance(
  count: Count | undefined,
  unit: Unit | undefined,
  word: string | undefined,
): Meaning | null {
  const way = DIRECTIONS[word ?? ''];
  return way && unit ? { kind: 'distance', count: count ?? { value: null }, unit, ...way } : null;
}

/** "two days before the vote" is not complete; "two days before." is. */
function endsHere(place: Place): boolean {
  const next = place.words[place.end];
  return !next || !/^(?:DT|NN|PRP|CD|JJ|VBG|W|EX|TO)/.test(next.token?.tag ?? '');
}

/** Times so far from an anchor: "three weeks ago", "two days later". */
export const distances: TimeRule[] = [
  rule(
    'so long ago',
    [
      '<count> <unit> and a half way=ago|earlier|later',
      '<count> and|or|to <count> <unit> way=ago|earlier|later',
      '<count> or so <unit> way=ago|earlier|later',
    ],
    ({ count, unit, word }) => distance(count, unit, word.way),
  ),
  rule(
    'ago, later',
    [
      '<count> short|long|more|full? <unit> or? so? way=ago|earlier|later|hence|previously|afterwards|afterward|back',
    ],
    ({ count, unit, word }, place) =>
      word.way === 'back' && !endsHere(place) ? null : distance(count, unit, word.way),
  ),
  rule('weeks ago', ['<unit> way=ago|earlier|later|afterwards'], ({ unit, word }, place) =>
    wordAt(place, place.start).endsWith('s') ? distance({ value: null }, unit, word.way) : null,
  ),
  rule(
    'from now',
    ['<count> <unit> from way=now', '<count> <unit> from way=today|tomorrow'],
    ({ count, unit, word }) => distance(count, unit, word.way === 'now' ? 'now' : 'hence'),
  ),
  rule('before, after', ['<count> <unit> way=before|after|prior'], ({ count, unit, word }, place) =>
    endsHere(place) ? distance(count, unit, word.way) : null,
  ),
  rule(
    'earlier this year',
    ['earlier|later in? way=this|that <unit>', 'earlier|later in the <unit>', 'earlier|later <unit>'],
    ({ unit, word }, place) => {
      if (wordAt(place, place.start + 1) === unit) return null;
      const grain =
        unit === 'day' ||
        unit === 'week' ||
        unit === 'month' ||
        unit === 'year' ||
        unit === 'decade' ||
        unit === 'century'
          ? unit
          : null;
      const from = word.way === 'this' ? 'publication' : 'narrative';
      return grain && { kind: 'step', grain, step: { step: 0, from } };
    },
  ),
];
