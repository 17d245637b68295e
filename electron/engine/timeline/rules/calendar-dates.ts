import { isRealDate } from '../calendar';
import type { CalendarFields, Meaning } from '../meaning';
import type { Captures } from '../pattern';
import { type Place, rule, stepOf, type TimeRule, wordAt } from '../rule';

function calendar(fields: CalendarFields): Meaning {
  return { kind: 'calendar', fields };
}

/** A day that some year has; 29 February passes where no year is given. */
function realDate(fields: CalendarFields): Meaning | null {
  const { year = 2000, month = 1, day = 1 } = fields;
  return isRealDate(year, month, day) ? calendar(fields) : null;
}

/** A month and its day; the weekday beside them only helps where no year is given. */
function dayOfYear({ anyWeekday, month, day, year }: Captures): Meaning | null {
  if (month === undefined || day === undefined) return null;
  if (year !== undefined) return realDate({ month, day, year });
  return realDate({ month, day, ...(anyWeekday === undefined ? {} : { weekday: anyWeekday }) });
}

/** Two figures of a year, as in "9/11/01": this century up to 40, else the last. */
function fullYear(digits: string): number | null {
  if (digits.length === 4) return Number(digits);
  if (digits.length !== 2) return null;
  return Number(digits) + (Number(digits) <= 40 ? 2000 : 1900);
}

/** "11/22/1963" (month first, as American papers write, unless that is no month), "22.11.1963" (day first). */
function numericDate(place: Place): Meaning | null {
  const [first, separator, second, , third] = place.words.slice(place.start, place.end);
  const year = fullYear(third?.text ?? '');
  if (!first || !second || year === null) return null;
  const dayFirst = separator?.text === '.' || Number(first.text) > 12;
  const [month, day] = dayFirst ? [second, first] : [first, second];
  return realDate({ year, month: Number(month.text), day: Number(day.text) });
}

function attachedBetween(place: Place): boolean {
  return place.words.slice(place.start + 1, place.end).every((word) => word.attached);
}

/** Words that make a lone ordinal a day of the month only if nothing countable follows: "the 14th". */
function isLoneOrdinal(place: Place): boolean {
  const last = place.words[place.end - 1];
  if (!last || !/^(?:st|nd|rd|th)$/.test(last.text)) return false;
  const next = place.words[place.end];
  const followed = next && !next.attached && /^(?:NN|JJ|CD|VBG|VBN)/.test(next.token?.tag ?? 'NN');
  return !followed && next?.text !== '-' && next?.text !== "'s";
}

/** Days, months and weekdays as calendars name them, with or without the year. */
export const calendarDates: TimeRule[] = [
  rule('iso date', ['<number> - <number> - <number>'], (_, place) => {
    if (!attachedBetween(place) || place.end - place.start !== 5) return null;
    const [year, , month, , day] = place.words.slice(place.start, place.end).map((word) => word.text);
    if (year?.length !== 4 || month?.length !== 2 || day?.length !== 2) return null;
    return realDate({ year: Number(year), month: Number(month), day: Number(day) });
  }),
  rule('numeric date', ['<number> / <number> / <number>'], (_, place) => {
    return attachedBetween(place) && place.end - place.start === 5 ? numericDate(place) : null;
  }),
  rule(
    'month and day',
    [
      '<anyWeekday> ,? <month> the? <day> ,? <year>',
      '<anyWeekday> ,? <month> the? <day>',
      '<month> the? <day> of? ,? <year>',
      '<month> the? <day>',
    ],
    (captures, place) => (isTime(place) ? null : dayOfYear(captures)),
  ),
  rule(
    'month, day and a year told by its neighbour',
    [
      '<month> <day> of? year=this|that|last|next|past year',
      '<month> <day> of the year=same|previous|following year',
    ],
    ({ month, day, word }) => {
      if (month === undefined || day === undefined) return null;
      return realDate({ month, day, yearStep: stepOf(word.year) });
    },
  ),
  rule(
    'day and month',
    [
      '<anyWeekday> ,? the? <day> of? <month> ,? <year>?',
      'the? <day> of? <month> ,? <year>',
      'the? <day> of? <month>',
      'the? <day> day of <month> ,? <year>?',
    ],
    dayOfYear,
  ),
  rule(
    'month and year',
    ['<month> of? ,? <year>', '<month> of? <yearInWords>'],
    ({ month, year, yearInWords }) => {
      return calendar({ month, year: year ?? yearInWords });
    },
  ),
  rule('month and short year', ["<month> ' <number>"], ({ month, number = 0 }, place) => {
    const year = fullYear(wordAt(place, place.end - 1));
    return year && number < 100 ? calendar({ month, year }) : null;
  }),
  rule(
    'month of a neighbouring year',
    [
      '<month> ,? of? year=this|that|last|next|past year',
      '<month> of the year=same|previous|following|next|preceding year',
      '<month> the year=same|previous|following|next|preceding year',
      'early|late <month> year=this|last|next year',
    ],
    ({ month, word }) => calendar({ month, yearStep: stepOf(word.year, true) }),
  ),
  rule(
    'month with a direction',
    ['which=this|last|past|next|that past|coming? <month>', 'the which=previous|following|same|next <month>'],
    ({ month, word }, place) =>
      isFullYear(place) ? null : calendar({ month, pick: stepOf(word.which, true) }),
  ),
  rule('month', ['<month>'], ({ month }, place) => (isPartOfName(place) ? null : calendar({ month }))),
  rule('date-line weekday and day', ['<weekday> the? <ordinal>'], ({ weekday, ordinal }, place) =>
    isLoneOrdinal(place) ? calendar({ weekday, day: ordinal }) : null,
  ),
  rule('day of the month', ['the <ordinal>', 'the <ordinal> of the month'], ({ ordinal = 0 }, place) => {
    if (ordinal < 1 || ordinal > 31) return null;
    const explicit = wordAt(place, place.end - 1) === 'month';
    return explicit || isLoneOrdinal(place) ? calendar({ day: ordinal }) : null;
  }),
  rule('day of a neighbouring month', ['the? <day> of which=this|that|last|next month'], ({ day, word }) =>
    calendar({ day, monthStep: stepOf(word.which) }),
  ),
  rule(
    'weekday with a direction',
    [
      'which=this|last|past|next|that past|coming|same? <weekday>',
      'the which=previous|following|next|preceding|same|past|coming <weekday>',
      'the? which=previous|following|preceding <weekday>',
    ],
    ({ weekday, word }) => calendar({ weekday, pick: stepOf(word.which, true) }),
  ),
  rule(
    'weekday of a neighbouring week',
    ['<weekday> of? which=this|last|next|that week'],
    ({ weekday, word }) => calendar({ weekday, weekStep: stepOf(word.which) }),
  ),
  rule('weekday', ['<weekday>'], ({ weekday }, place) =>
    /^(?:an?|any)$/.test(wordAt(place, place.start - 1)) ? null : calendar({ weekday }),
  ),
  rule(
    'holiday',
    [
      '<holiday> of? ,? <year>',
      'which=this|last|next <holiday>',
      '<holiday> which=this|last|next year',
      '<holiday>',
    ],
    ({ holiday, year, word }) => {
      const pick = word.which ? { pick: stepOf(word.which) } : {};
      return calendar({ holiday, ...(year ? { year } : {}), ...pick });
    },
  ),
];

/** "May 10:30" is a month and a clock time, "May 4.5" a number. */
function isTime(place: Place): boolean {
  return (
    wordAt(place, place.end) === ':' &&
    place.words[place.end]?.attached === true &&
    place.words[place.end + 1]?.digits === true
  );
}

/** "reports that July 2023 was hot": the month has a year of its own. */
function isFullYear(place: Place): boolean {
  return /^(?:1\d|20)\d\d$/.test(wordAt(place, place.end));
}

/** Without a full stop or figures beside them these are first names, or the sun. */
const SHORT_MONTH = /^(?:jan|jun|mar|aug|dec|apr)$/;
const NAME_MONTHS = new Set(['may', 'april', 'june', 'august']);

/** "Theresa May": a name comes before the month. The recogniser's own spans are asked later. */
function isPartOfName(place: Place): boolean {
  const next = place.words[place.end];
  const before = place.words[place.start - 1];
  const short = wordAt(place, place.end - 1);
  if (SHORT_MONTH.test(short) && !next?.digits && !before?.digits) return true;
  const firstName = before?.capital === true && before.token?.tag === 'NNP' && before.token.pos === 'PROPN';
  if (firstName && NAME_MONTHS.has(wordAt(place, place.start)) && !next?.digits) return true;
  return next?.text === "'s" && next.capital;
}
