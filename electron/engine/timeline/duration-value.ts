import type { Count, Unit } from './meaning';

/** TIMEX3's letters; minutes, hours and seconds stand behind a T. */
const LETTERS: Record<Unit, string> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  weekend: 'WE',
  fortnight: 'W',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'Y',
  century: 'Y',
  millennium: 'Y',
};
const IN_LETTER: Partial<Record<Unit, number>> = { fortnight: 2, decade: 10, century: 100, millennium: 1000 };
const CLOCK_UNITS = new Set<Unit>(['second', 'minute', 'hour']);
/** Half a unit in the next smaller one: P1Y6M, PT1M30S. */
const HALVES: Partial<Record<Unit, string>> = {
  year: '6M',
  minute: '30S',
  hour: '30M',
  day: 'T12H',
  decade: '',
};

/** TIMEX3 value of a length of time: `P3M`, `PT2H30M`, `PXY`, `P20Y`. */
export function durationValue(count: Count, unit: Unit): string {
  const prefix = CLOCK_UNITS.has(unit) ? 'PT' : 'P';
  if (count.value === null)
    return prefix + (IN_LETTER[unit] && unit !== 'fortnight' ? vagueLarge(unit) : `X${LETTERS[unit]}`);
  const value = count.value * (IN_LETTER[unit] ?? 1);
  const half = HALVES[unit];
  if (value % 1 === 0.5 && half)
    return `${prefix}${value > 1 ? Math.floor(value) + LETTERS[unit] : ''}${half}`.replace('PT30M', 'PT30M');
  if (value % 1 === 0.5 && unit === 'quarter') return `${prefix}${value}${LETTERS[unit]}`;
  return `${prefix}${Number(value.toFixed(2))}${LETTERS[unit]}`;
}

function vagueLarge(unit: Unit): string {
  return unit === 'decade' ? 'XDE' : unit === 'century' ? 'XCE' : 'XML';
}

/** A unit in the plural. */
export const PLURAL_UNIT =
  /^(?:seconds|minutes|hours|days|weeks|months|quarters|years|decades|centuries|weekends|fortnights)$/;
