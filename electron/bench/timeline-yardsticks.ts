import * as chrono from 'chrono-node';
import nlp from 'compromise';
import dates from 'compromise-dates';
import { dayNumber, fromCalendarDay } from '../engine/timeline/calendar';
import { formatPeriod, type Grain, periodOf } from '../engine/timeline/period';

export interface PredictedTime {
  start: number;
  end: number;
  type: string;
  value: string;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** The coarsest unit that the words themselves name, where a parser gives a day for everything. */
function namedGrain(words: string): Grain | null {
  const match = /\b(week|weekend|month|quarter|year|decade|century)s?\b/i.exec(words);
  return match ? (match[1]?.toLowerCase() as Grain) : null;
}

/** chrono-node: what it calls certain is written, what it implies is left out; one day where it gives a range. */
function chronoTimes(text: string, day: string): PredictedTime[] {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const reference = new Date(year, month - 1, date, 12);
  return chrono.parse(text, reference).map(({ index, text: words, start }) => {
    const grain = namedGrain(words);
    const isCertain = (part: 'day' | 'weekday' | 'month' | 'hour'): boolean => start.isCertain(part);
    const [y, m, d] = [start.get('year') ?? year, start.get('month') ?? 1, start.get('day') ?? 1];
    const number = dayNumber(y, m, d);
    const base = { start: index, end: index + words.length };
    if (isCertain('hour')) {
      const clock = `${twoDigits(start.get('hour') ?? 0)}:${twoDigits(start.get('minute') ?? 0)}`;
      return { ...base, type: 'TIME', value: `${formatPeriod(periodOf(number, 'day'))}T${clock}` };
    }
    const bySelf =
      isCertain('day') || isCertain('weekday')
        ? 'day'
        : isCertain('month')
          ? 'month'
          : start.isCertain('year')
            ? 'year'
            : 'day';
    const chosen =
      grain && !isCertain('weekday') && !/\d{1,2}(?:st|nd|rd|th)?\b.*\d{4}/.test(words) ? grain : bySelf;
    return { ...base, type: 'DATE', value: formatPeriod(periodOf(number, chosen)) };
  });
}

nlp.plugin(dates);

/** A preposition that compromise-dates counts to the date and TIMEX3 does not. */
const LEAD = /^(?:in|on|at|by|since|until|during|from|before|after|between|for|of)\s+/i;

interface CompromiseRow {
  offset: { start: number; length: number };
  dates?: { start: string | null; end: string | null };
  duration?: Record<string, number>;
}

const GRAINS: Grain[] = ['day', 'week', 'month', 'quarter', 'season', 'year', 'decade', 'century'];
const LETTERS: Record<string, string> = {
  year: 'Y',
  month: 'M',
  week: 'W',
  day: 'D',
  hour: 'H',
  minute: 'M',
  second: 'S',
};

/** The grain whose period has just these bounds; the first day where none has. */
function periodValue(first: string, last: string): string | null {
  const [start, end] = [fromCalendarDay(first), fromCalendarDay(last)];
  if (start === null || end === null) return null;
  const grain = GRAINS.find((name) => {
    const period = periodOf(start, name);
    const next = periodOf(end, name);
    return period.start === start && next.start === start && periodOf(end + 1, name).start > start;
  });
  return formatPeriod(periodOf(start, grain ?? 'day'));
}

/**
 * compromise-dates: the period that its start and end span; lengths as TIMEX3 durations. It is asked line by line,
 * because on some dates it throws; such a line counts as one where it finds nothing.
 */
function compromiseTimes(text: string, day: string): PredictedTime[] {
  let offset = 0;
  return text.split('\n').flatMap((line) => {
    const start = offset;
    offset += line.length + 1;
    try {
      return compromiseLine(line, day).map((time) => ({
        ...time,
        start: time.start + start,
        end: time.end + start,
      }));
    } catch {
      return [];
    }
  });
}

function compromiseLine(text: string, day: string): PredictedTime[] {
  // biome-ignore lint/suspicious/noExplicitAny: the plugin adds methods that its types leave out
  const document = nlp(text) as any;
  const rows = document.dates({ today: day, timezone: 'UTC' }).json({ offset: true }) as CompromiseRow[];
  const found = rows.flatMap(({ offset, dates: bounds }): PredictedTime[] => {
    const value = bounds?.start ? periodValue(bounds.start, bounds.end ?? bounds.start) : null;
    const lead = LEAD.exec(text.slice(offset.start, offset.start + offset.length))?.[0].length ?? 0;
    return value
      ? [{ start: offset.start + lead, end: offset.start + offset.length, type: 'DATE', value }]
      : [];
  });
  const lengths = document.durations().json({ offset: true }) as CompromiseRow[];
  return [...found, ...lengths.flatMap(durationTime)];
}

function durationTime({ offset, duration = {} }: CompromiseRow): PredictedTime[] {
  const [unit, count] = Object.entries(duration).find(([name, amount]) => LETTERS[name] && amount) ?? [];
  if (!unit || !offset) return [];
  const prefix = /hour|minute|second/.test(unit) ? 'PT' : 'P';
  return [
    {
      start: offset.start,
      end: offset.start + offset.length,
      type: 'DURATION',
      value: `${prefix}${count}${LETTERS[unit]}`,
    },
  ];
}

/** The date parsers that Dateline is compared with, each told the document's date. */
export const yardsticks: Record<string, (text: string, day: string) => PredictedTime[]> = {
  'chrono-node': chronoTimes,
  'compromise-dates': compromiseTimes,
};
