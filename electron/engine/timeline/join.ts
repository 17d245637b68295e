import type { FoundTime } from './found-time';
import type { Hit } from './lexicon';
import type { CalendarFields, Meaning } from './meaning';
import type { TimeWord } from './words';
import { dayOfMonthAt, yearAt } from './written';

function fieldsOf(time: FoundTime): CalendarFields | null {
  return time.meaning.kind === 'calendar' ? time.meaning.fields : null;
}

function isDayMeaning(meaning: Meaning): boolean {
  if (meaning.clock) return false;
  if (meaning.kind === 'step') return meaning.grain === 'day';
  return (
    meaning.kind === 'calendar' &&
    (meaning.fields.day ?? meaning.fields.weekday ?? meaning.fields.holiday) !== undefined
  );
}

/** "10 p.m. Wednesday", "noon on Thursday", "2:30 the next day": clock and day are one expression. */
function joinClockAndDay(first: FoundTime, second: FoundTime, words: readonly TimeWord[]): FoundTime | null {
  if (first.meaning.kind !== 'clock' || !isDayMeaning(second.meaning)) return null;
  const between = words.slice(first.endWord, second.firstWord).map((word) => word.text);
  if (between.length > 1 || !between.every((text) => text === ',' || text === 'on')) return null;
  return {
    ...first,
    end: second.end,
    endWord: second.endWord,
    meaning: { ...second.meaning, clock: first.meaning.clock },
  };
}

const LIST_WORDS = new Set(['and', 'or', 'to', '-', 'through', 'until', ',', '/', '&']);

/** "May 4 and 5", "May 4-6, 1940": the days behind borrow the month, and all bear the year that may follow. */
function withDaysBehind(time: FoundTime, words: readonly TimeWord[]): FoundTime[] {
  const fields = fieldsOf(time);
  if (fields?.month === undefined || fields.day === undefined || words[time.endWord - 1]?.text.length === 4)
    return [time];
  const days: FoundTime[] = [time];
  let at = time.endWord;
  while (LIST_WORDS.has(words[at]?.text ?? '')) {
    const skip = words[at]?.text === ',' && words[at + 1]?.text === 'and' ? 2 : 1;
    const day = dayOfMonthAt(words, at + skip);
    const [word, next] = [words[at + skip], words[day?.end ?? 0]];
    const countsSomething =
      next && !next.attached && /^(?:NN|JJ|CD)/.test(next.token?.tag ?? '') && next.text.length !== 4;
    if (!day || !word?.digits || countsSomething || next?.text === '%') break;
    days.push(borrow(time, fields, day.value, at + skip, day.end, words));
    at = day.end;
  }
  const comma = words[at]?.text === ',' ? 1 : 0;
  const year = days.length > 1 ? yearAt(words, at + comma) : null;
  return year ? days.map((day, index) => withYear(day, year, index === days.length - 1, words)) : days;
}

/** A day with the year that stands behind its list; the last day's words reach to it. */
function withYear(day: FoundTime, year: Hit<number>, isLast: boolean, words: readonly TimeWord[]): FoundTime {
  const fields = { ...fieldsOf(day), year: year.value };
  const meaning: Meaning = { ...day.meaning, kind: 'calendar', fields };
  return isLast
    ? { ...day, meaning, end: words[year.end - 1]?.end ?? day.end, endWord: year.end }
    : { ...day, meaning };
}

/** "4 and 5 May", "4-6 May 1940": the days before borrow the month and the year. */
function daysBefore(time: FoundTime, words: readonly TimeWord[]): FoundTime[] {
  const fields = fieldsOf(time);
  const first = words[time.firstWord];
  if (fields?.month === undefined || fields.day === undefined || !(first?.digits || first?.text === 'the'))
    return [];
  const joint = words[time.firstWord - 1]?.text ?? '';
  const ending = /^(?:st|nd|rd|th)$/.test(words[time.firstWord - 2]?.text ?? '') ? 1 : 0;
  const at = time.firstWord - 2 - ending;
  const word = words[at];
  const day = word?.digits && /^(?:and|or|to|-|until|&|\/)$/.test(joint) ? dayOfMonthAt(words, at) : null;
  if (!day || day.end !== time.firstWord - 1 || /[$€£:.]/.test(words[at - 1]?.text ?? '')) return [];
  return day.value < (fields.day ?? 0) ? [borrow(time, fields, day.value, at, day.end, words)] : [];
}

function borrow(
  time: FoundTime,
  fields: CalendarFields,
  day: number,
  firstWord: number,
  endWord: number,
  words: readonly TimeWord[],
): FoundTime {
  const { weekday: _, ...rest } = fields;
  return {
    ...time,
    start: words[firstWord]?.start ?? time.start,
    end: words[endWord - 1]?.end ?? time.end,
    firstWord,
    endWord,
    meaning: { ...time.meaning, kind: 'calendar', fields: { ...rest, day } },
    rule: 'day beside a date',
  };
}

/** "1915-16": the last figures of a later year. */
function yearBehind(time: FoundTime, words: readonly TimeWord[]): FoundTime[] {
  const fields = fieldsOf(time);
  const [hyphen, digits] = [words[time.endWord], words[time.endWord + 1]];
  if (!isLoneYear(time) || fields?.year === undefined || hyphen?.text !== '-' || !hyphen.attached) return [];
  if (
    !digits?.digits ||
    digits.text.length !== 2 ||
    !digits.attached ||
    words[time.endWord + 2]?.text === '-'
  )
    return [];
  const year = Math.floor(fields.year / 100) * 100 + Number(digits.text);
  return year > fields.year
    ? [
        {
          ...loneYear(time, year),
          start: digits.start,
          end: digits.end,
          firstWord: time.endWord + 1,
          endWord: time.endWord + 2,
        },
      ]
    : [];
}

/** "In 1976, 80 and 84": two figures in a list behind a year are years of its century, as long as they rise. */
function shortYearsBehind(time: FoundTime, words: readonly TimeWord[]): FoundTime[] {
  const fields = fieldsOf(time);
  if (!isLoneYear(time) || fields?.year === undefined) return [];
  const behind: FoundTime[] = [];
  let [at, last] = [time.endWord, fields.year];
  while (/^(?:,|and|or|&)$/.test(words[at]?.text ?? '')) {
    const skip = words[at]?.text === ',' && words[at + 1]?.text === 'and' ? 2 : 1;
    const [digits, next] = [words[at + skip], words[at + skip + 1]];
    const year = Math.floor(fields.year / 100) * 100 + Number(digits?.text);
    const counts = next && !next.attached && /^(?:NN|JJ|CD|\$)/.test(next.token?.tag ?? '');
    const isGlued = next?.attached === true && !/^[.,;:)]$/.test(next.text);
    if (!digits?.digits || digits.text.length !== 2 || digits.attached || counts || isGlued || year <= last)
      break;
    const place = { start: digits.start, end: digits.end, firstWord: at + skip, endWord: at + skip + 1 };
    behind.push({ ...loneYear(time, year), ...place });
    [at, last] = [at + skip + 1, year];
  }
  return behind.length > 1 || words[time.endWord]?.text !== ',' ? behind : [];
}

/** "499-493 BC", "from 499 to 493 BC": the era behind holds for the year before. */
function yearBefore(time: FoundTime, words: readonly TimeWord[]): FoundTime[] {
  const fields = fieldsOf(time);
  const [digits, joint] = [words[time.firstWord - 2], words[time.firstWord - 1]];
  const eraBehind = fields?.year !== undefined && fields.year <= 0 && time.endWord - time.firstWord >= 2;
  if (!eraBehind || !digits?.digits || !/^(?:-|to|and|or)$/.test(joint?.text ?? '') || digits.text.length > 4)
    return [];
  const year = 1 - Number(digits.text);
  if (year >= (fields.year ?? 0)) return [];
  return [
    {
      ...loneYear(time, year),
      start: digits.start,
      end: digits.end,
      firstWord: time.firstWord - 2,
      endWord: time.firstWord - 1,
    },
  ];
}

function isLoneYear(time: FoundTime): boolean {
  const fields = fieldsOf(time);
  return (
    fields?.year !== undefined && Object.keys(fields).length === 1 && time.endWord - time.firstWord === 1
  );
}

function loneYear(time: FoundTime, year: number): FoundTime {
  return { ...time, meaning: { kind: 'calendar', fields: { year } }, rule: 'year beside a year' };
}

/** "March and April 1990", "5 May to 6 June 1940": what stands before shares the year that only the last bears. */
function shareYear(first: FoundTime, second: FoundTime, words: readonly TimeWord[]): FoundTime {
  const [one, two] = [fieldsOf(first), fieldsOf(second)];
  const joint = words.slice(first.endWord, second.firstWord).map((word) => word.text);
  const month = one?.month ?? one?.season;
  if (!one || !two || month === undefined || one.year !== undefined || two.year === undefined) return first;
  if (one.pick || one.yearStep || joint.length !== 1 || !LIST_WORDS.has(joint[0] ?? '')) return first;
  const last = two.month ?? (two.season === undefined ? undefined : two.season);
  if (last === undefined) return first;
  return {
    ...first,
    meaning: {
      ...first.meaning,
      kind: 'calendar',
      fields: { ...one, year: two.year - (month > last ? 1 : 0) },
    },
  };
}

/** Joins what neighbouring expressions share; keeps the reading order and never lets spans overlap. */
export function joinNeighbours(found: readonly FoundTime[], words: readonly TimeWord[]): FoundTime[] {
  const joined: FoundTime[] = [];
  for (const time of found) {
    const previous = joined.at(-1);
    const clockAndDay = previous && joinClockAndDay(previous, time, words);
    if (clockAndDay) joined[joined.length - 1] = clockAndDay;
    else joined.push(time);
  }
  const withDays = joined.flatMap((time) => [
    ...daysBefore(time, words),
    ...yearBefore(time, words),
    ...withDaysBehind(time, words),
    ...yearBehind(time, words),
    ...shortYearsBehind(time, words),
  ]);
  const apart = withDays
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((time, index, all) => index === 0 || time.start >= (all[index - 1]?.end ?? 0));
  return apart.map((time, index) => {
    const next = apart[index + 1];
    return next ? shareYear(time, next, words) : time;
  });
}
