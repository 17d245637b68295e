import type { Meaning } from '../meaning';
import { type Place, rule, type TimeRule, wordAt } from '../rule';

const PAST: Meaning = { kind: 'reference', value: 'PAST_REF' };
const PRESENT: Meaning = { kind: 'reference', value: 'PRESENT_REF' };
const FUTURE: Meaning = { kind: 'reference', value: 'FUTURE_REF' };

/** "now" as a time, not the conjunction ("now that"). */
function isNow(place: Place): boolean {
  return !place.words[place.start]?.capital || wordAt(place, place.end) !== 'that';
}

/** Times that only say past, present or future. */
export const vagueTimes: TimeRule[] = [
  rule(
    'now',
    [
      'right|just? now',
      'nowadays',
      'these days',
      'at? this moment',
      'this crucial? moment',
      'at present',
      'the present',
      'the time being',
    ],
    (_, place) => (isNow(place) ? PRESENT : null),
  ),
  rule('currently', ['currently', 'presently'], () => PRESENT),
  rule('current', ['current', 'present - day', 'modern - day'], (_, place) =>
    place.words[place.start]?.token?.pos === 'NOUN' ? null : PRESENT,
  ),
  rule('recently', ['more? recently', 'lately', 'as recently as?'], () => PAST),
  rule('recent', ['recent'], (_, place) => (place.words[place.start]?.token?.pos === 'ADJ' ? PAST : null)),
  rule('the past', ['the recent|distant? past'], (_, place) =>
    /^NN/.test(place.words[place.end]?.token?.tag ?? '') ? null : PAST,
  ),
  rule('soon', ['soon', 'shortly', 'as soon as possible'], (_, place) => {
    const next = wordAt(place, place.end);
    return /^(?:after|afterward|afterwards|before|as|thereafter)$/.test(next) ||
      wordAt(place, place.start - 1) === 'as'
      ? null
      : FUTURE;
  }),
  rule(
    'the future',
    ['the near|foreseeable|immediate|distant? future', 'the near|short|long term', 'future'],
    (_, place) => {
      const single = place.end - place.start === 1;
      return single && wordAt(place, place.end) === 's' ? null : FUTURE;
    },
  ),
];
