import type { Precision, TimeModifier, TimeValue } from '../../contract';
import { civilDate, type DayNumber, fromCalendarDay, twoDigits } from './calendar';
import { type Grain, lastDay, type Period, periodOf } from './period';

/** Spring, summer and autumn (level 1); winter is left out, because it does not say whose year it counts to. */
const SEASONS: Record<number, number> = { 3: 21, 6: 22, 9: 23 };
/** First of the quarters' and of the half-years' codes (level 2). */
const [FIRST_QUARTER, FIRST_HALF] = [33, 40];

const GRAINS: Partial<Record<Precision, Grain[]>> = {
  month: ['month'],
  season: ['season', 'half'],
  quarter: ['quarter'],
  year: ['year'],
  decade: ['decade'],
  century: ['century'],
};

/** Four digits, astronomical: `-0479` is 480 BC. */
function year(value: number): string {
  return `${value < 0 ? '-' : ''}${String(Math.abs(value)).padStart(4, '0')}`;
}

/** One period by its own sign; null where the format has none (a week, a winter, a decade before Christ). */
function sign({ grain, start }: Period): string | null {
  const { year: number, month, day } = civilDate(start);
  const part = (code: number | undefined): string | null =>
    code === undefined ? null : `${year(number)}-${code}`;
  switch (grain) {
    case 'day':
      return `${year(number)}-${twoDigits(month)}-${twoDigits(day)}`;
    case 'month':
      return part(month) && `${year(number)}-${twoDigits(month)}`;
    case 'season':
      return part(SEASONS[month]);
    case 'quarter':
      return part(FIRST_QUARTER + (month - 1) / 3);
    case 'half':
      return part(FIRST_HALF + (month - 1) / 6);
    case 'year':
      return year(number);
    case 'decade':
      return number > 0 ? `${year(number).slice(0, 3)}X` : null;
    case 'century':
      return number > 0 ? `${year(number).slice(0, 2)}XX` : null;
    default:
      return null;
  }
}

/** The coarsest sign that begins, or ends, just at the day: a year or a month where the precision allows it. */
function boundary(day: DayNumber, precision: Precision, side: 'first' | 'last'): string {
  const coarse: Grain[] =
    precision === 'day' || precision === 'time' || precision === 'week' ? [] : ['year', 'month'];
  const grains = precision === 'month' || precision === 'season' ? coarse.slice(1) : coarse;
  const fits = (period: Period): boolean => (side === 'first' ? period.start : lastDay(period)) === day;
  const period = grains.map((grain) => periodOf(day, grain)).find(fits) ?? periodOf(day, 'day');
  return sign(period) ?? '';
}

function single(first: DayNumber, last: DayNumber, precision: Precision): string | null {
  if (first === last) return sign(periodOf(first, 'day'));
  const period = (GRAINS[precision] ?? [])
    .map((grain) => periodOf(first, grain))
    .find((candidate) => candidate.start === first && lastDay(candidate) === last);
  return period ? sign(period) : null;
}

type Open = TimeValue['open'];

/**
 * A time in the Extended Date/Time Format (ISO 8601-2:2019, annex A; Library of Congress, EDTF levels 0 to 2):
 * `2014-04`, `-0479`, `199X`, `1900~`, `1987/..`, `[..1990]` for an unknown time up to 1990. Times of the day are
 * left out: the format wants seconds, which no article tells. Null where the time has no bounds.
 */
export function edtfOf(
  value: Pick<TimeValue, 'first' | 'last' | 'precision'> & { modifier: TimeModifier | null; open: Open },
): string | null {
  if (value.first === null || value.last === null) return null;
  const [first, last] = [fromCalendarDay(value.first), fromCalendarDay(value.last)];
  if (first === null || last === null) return null;
  const { precision, modifier, open } = value;
  const ends = { from: boundary(first, precision, 'first'), to: boundary(last, precision, 'last') };
  const point = single(first, last, precision);
  if (open === 'end') return `${point ?? ends.from}/..`;
  if (open === 'start') return `../${point ?? ends.to}`;
  if (modifier === 'before') return `[..${point ?? ends.to}]`;
  if (modifier === 'after') return `[${point ?? ends.from}..]`;
  const about = modifier === 'about' ? '~' : '';
  return point === null ? `${ends.from}${about}/${ends.to}${about}` : point + about;
}
