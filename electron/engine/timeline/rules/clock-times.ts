import type { Meaning } from '../meaning';
import { type Place, rule, type TimeRule, wordAt } from '../rule';

function clockMeaning(clock: string): Meaning {
  return { kind: 'clock', clock: `T${clock}` };
}

/** 12-hour time with its half of the day, as `22:30`; null when there is no such hour. */
function withMeridiem(hour: number, minutes: string, meridiem: string): Meaning | null {
  if (hour < 1 || hour > 12) return null;
  const hours = (hour % 12) + (meridiem === 'pm' ? 12 : 0);
  return clockMeaning(`${String(hours).padStart(2, '0')}:${minutes}`);
}

/** "won by 2:04", "improved from 10:30 to 10:12": how long a race took, or a score. */
const RESULTS =
  /^(?:won|win|wins|beat|beats|lost|led|leads|lead|ahead|improved|cut|lowered|dropped|finished|finish|record|best|pace|time|score|down|up)$/;

/** A colon time needs a word that tells time, or it may be a score or a verse. */
function tellsTime(place: Place): boolean {
  const before = wordAt(place, place.start - 1);
  const isEnd = /^(?:to|and)$/.test(before) && wordAt(place, place.start - 3) === ':';
  if (isEnd) return tellsTime({ ...place, start: place.start - 4 });
  if (RESULTS.test(wordAt(place, place.start - 2)) && before !== 'at') return false;
  return /^(?:at|around|about|by|until|till|from|before|after|since|to|and)$/.test(before);
}

/** Times of the day by the clock. A day beside them is joined later. */
export const clockTimes: TimeRule[] = [
  rule('colon time with meridiem', ['<clock> <meridiem> <zone>?'], ({ clock = '', meridiem = '' }) => {
    const [hour = '', minutes = ''] = clock.split(':');
    return withMeridiem(Number(hour), minutes, meridiem);
  }),
  rule('hour with meridiem', ['<number> <meridiem> <zone>?'], ({ number = 0, meridiem = '' }) =>
    Number.isInteger(number) ? withMeridiem(number, '00', meridiem) : null,
  ),
  rule("o'clock", ["<number> o ' clock in|at the <part>", "<number> o ' clock"], ({ number = 0, part }) => {
    if (number < 1 || number > 12) return null;
    return part
      ? withMeridiem(number, '00', part === 'MO' ? 'am' : 'pm')
      : clockMeaning(`${String(number).padStart(2, '0')}:00`);
  }),
  rule(
    'hour of a part of the day',
    ['<number> in the <part>', '<clock> in the <part>'],
    ({ number = 0, clock, part }) => {
      const [hour = '', minutes = '00'] = (clock ?? String(number)).split(':');
      return withMeridiem(Number(hour), minutes, part === 'MO' ? 'am' : 'pm');
    },
  ),
  rule('military time', ['<number> hours|hrs'], ({ number = 0 }, place) => {
    const text = wordAt(place, place.start);
    if (!/^[0-2]\d[0-5]\d$/.test(text) || number >= 2400) return null;
    return clockMeaning(`${text.slice(0, 2)}:${text.slice(2)}`);
  }),
  rule('colon time', ['<clock> <zone>', '<clock> hours|hrs', '<clock>'], ({ clock = '', zone }, place) =>
    zone || tellsTime(place) || /^h/.test(wordAt(place, place.end - 1)) ? clockMeaning(clock) : null,
  ),
  rule('noon, midnight', ['<clockWord>'], ({ clockWord = '' }) => clockMeaning(clockWord)),
];
