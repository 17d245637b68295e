import { durationValue, PLURAL_UNIT } from '../duration-value';
import type { Unit } from '../meaning';
import { type Place, rule, type TimeRule, wordAt } from '../rule';

/** "daily" as an adverb or before what recurs; not the paper ("the party daily") nor "quarterly dividend". */
function recurs(place: Place): boolean {
  const word = place.words[place.start];
  if (word?.token?.pos === 'PROPN' || word?.token?.pos === 'NOUN') return false;
  return word?.token?.pos === 'ADV' || word?.text === 'daily';
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
      return timex && !PLURAL_UNIT.test(wordAt(place, place.end - 1)) ? { kind: 'set', timex } : null;
    },
  ),
  rule(
    'every Monday night',
    ['every|each <weekday> <part>', '<weekday> nights|mornings|evenings|afternoons', 'every|each <part>'],
    ({ weekday, part }, place) => {
      const ending =
        { nights: 'NI', mornings: 'MO', evenings: 'EV', afternoons: 'AF' }[wordAt(place, place.end - 1)] ??
        part;
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
