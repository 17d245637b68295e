import type { CalendarDay, TimeValue } from '../../electron/contract';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

interface DayParts {
  year: number;
  month: number;
  day: number;
  weekday: string;
}

function partsOf(day: CalendarDay): DayParts {
  const date = new Date(`${day}T00:00:00Z`);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    weekday: weekdays[date.getUTCDay()] ?? '',
  };
}

/** "Friday, 18 September 2015" */
export function longDay(day: CalendarDay): string {
  const { weekday, ...date } = partsOf(day);
  return `${weekday}, ${date.day} ${months[date.month]} ${date.year}`;
}

/** "Sep"; `month` counts from 0. */
export function shortMonth(month: number): string {
  return months[month]?.slice(0, 3) ?? '';
}

/** "September 2015" of `2015-09`; other labels stay as they are. */
export function monthLabel(label: string): string {
  const found = /^(\d{4})-(\d\d)$/.exec(label);
  return found ? `${months[Number(found[2]) - 1]} ${found[1]}` : label;
}

/** "18 Sep 2015" */
export function shortDay(day: CalendarDay): string {
  const { day: number, month, year } = partsOf(day);
  return `${number} ${shortMonth(month)} ${year}`;
}

/** "21–27 September 2015", "30 June – 6 July 2014": as few words as tell both ends. */
export function daySpan(first: CalendarDay, last: CalendarDay): string {
  if (first === last) {
    const day = partsOf(first);
    return `${day.weekday.slice(0, 3)} ${day.day} ${months[day.month]} ${day.year}`;
  }
  const a = partsOf(first);
  const b = partsOf(last);
  const end = `${b.day} ${months[b.month]} ${b.year}`;
  if (a.year !== b.year) return `${a.day} ${months[a.month]} ${a.year} – ${end}`;
  if (a.month !== b.month) return `${a.day} ${months[a.month]} – ${end}`;
  return `${a.day}–${end}`;
}

const seasons: Record<string, string> = { SP: 'Spring', SU: 'Summer', FA: 'Autumn', WI: 'Winter' };

/** "Autumn" of `2021-FA`, "Q3" of `2021-Q3`. */
function partName({ timex }: TimeValue): string {
  const part = timex.slice(5);
  return seasons[part] ?? part;
}

/** A time no more exact than it is known: a month is "April 2014", not its first day. */
export function timeLabel(value: TimeValue): string {
  const { first, last, precision } = value;
  if (first === null || last === null) return value.relative?.label ?? 'no exact time';
  const from = partsOf(first);
  const to = partsOf(last);
  const sameMonth = from.year === to.year && from.month === to.month;
  if (precision === 'month' && sameMonth) return `${months[from.month]} ${from.year}`;
  if (precision === 'year' && from.year === to.year) return String(from.year);
  if (precision === 'season' || precision === 'quarter') return `${partName(value)} ${to.year}`;
  if (precision === 'decade') return `${from.year}s`;
  if (precision === 'century') return `${from.year}–${to.year}`;
  return daySpan(first, last);
}
