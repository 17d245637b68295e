import type { GivenTime, Precision, TimeValue } from '../../contract';
import type { ParsedBlock } from '../stages';
import { type DayNumber, fromCalendarDay } from './calendar';
import { edtfOf } from './edtf';
import { findTimeExpressions } from './find';
import type { FoundTime } from './found-time';
import { readWrittenTime } from './given-words';
import { formatPeriod, type Grain, lastDay, periodOf } from './period';
import { resolveTimes } from './resolve';
import { timeValue } from './value';

const GRAINS: { grain: Grain; precision: Precision }[] = [
  { grain: 'day', precision: 'day' },
  { grain: 'week', precision: 'week' },
  { grain: 'month', precision: 'month' },
  { grain: 'quarter', precision: 'quarter' },
  { grain: 'year', precision: 'year' },
  { grain: 'decade', precision: 'decade' },
  { grain: 'century', precision: 'century' },
];

const BY_READER = { kind: 'stated', explanation: 'set by you' } as const;

/**
 * A time that a person set. Words go before days; they are read as a text is, so "1987", "March 2024" or "around 1500"
 * are as exact as they were meant. Bounds that are just a week, a month, a year ... are shown as such.
 * @param publication what relative words are counted from
 * @returns null where neither the words tell a time nor the days are real
 */
export function valueOfGivenTime(given: GivenTime, publication: DayNumber | null): TimeValue | null {
  const { first, last, written } = given;
  const said = written?.trim() ? valueOfWords(written.trim(), publication) : null;
  if (said) return said;
  if (first === null || last === null) return null;
  const [start, end] = [fromCalendarDay(first), fromCalendarDay(last)];
  if (start === null || end === null || end < start) return null;
  const exact = GRAINS.find(({ grain }) => {
    const period = periodOf(start, grain);
    return period.start === start && lastDay(period) === end;
  });
  const days = { first, last, precision: exact?.precision ?? 'day', modifier: null, open: null };
  return {
    timex: exact ? formatPeriod(periodOf(start, exact.grain)) : `${first}/${last}`,
    ...days,
    edtf: edtfOf(days),
    inferred: false,
    origin: BY_READER,
    relative: null,
  };
}

/** Words before a time that say it goes on beyond it. */
const OPENING = /^(since|until|till)\s+/i;

/**
 * A time of its own or a stretch of two as `readWrittenTime` reads it; else one counted from the day of publication.
 * A bare figure is a year to whoever fills in a form; in running text it needs a word before it.
 */
function valueOfWords(written: string, publication: DayNumber | null): TimeValue | null {
  const read = readWrittenTime(written);
  if (read.ok) return read.value;
  const [words = '', kind = ''] = OPENING.exec(written) ?? [];
  if (words) {
    const value = valueOfWords(written.slice(words.length), publication);
    const open = kind.toLowerCase() === 'since' ? 'end' : 'start';
    return value && { ...value, open, edtf: edtfOf({ ...value, open }) };
  }
  for (const text of [written, `in ${written}`]) {
    const value = wholeValue(text, text.length - written.length, publication);
    if (value) return { ...value, inferred: false, origin: BY_READER };
  }
  return null;
}

/** The value of words that tell a time from `start` to the end. */
function wholeValue(text: string, start: number, publication: DayNumber | null): TimeValue | null {
  const block: ParsedBlock = {
    id: '',
    kind: 'paragraph',
    parsed: { text, tokens: [], sentences: [], names: [] },
  };
  const found = findTimeExpressions([block]);
  const time: FoundTime | undefined = found.find((one) => one.start <= start && one.end === text.length);
  const resolution = time && resolveTimes([time], [block], publication)[0];
  return time && resolution ? timeValue(time, resolution, publication !== null, () => '') : null;
}
