import type { TimeValue } from '../../../contract';
import { type DayNumber, fromCalendarDay } from '../calendar';
import { edtfOf } from '../edtf';
import type { DatedTime } from './dated-time';

/** A time that dates an event: one expression, or two that name the ends of a stretch. */
export interface EventTime {
  time: DatedTime;
  value: TimeValue;
  /** UTF-16 offsets in the block's text of all the words that tell it. */
  start: number;
  end: number;
}

const BETWEEN_ENDS = /^\s*(?:\([^()]{1,40}\)\s*)?(?:up to|to|until|till|through|-|–|—)\s*(?:the\s*)?$/i;
const AND = /^\s*and\s*(?:(?:the|CY|FY)\s*)?$/i;
const BETWEEN = /\bbetween\s*(?:(?:the|CY|FY)\s*)?$/i;

/** "from $191 million in 2022 to $25 billion in 2024": the figures stand beside their years. */
const FROM_FIGURE = /\bfrom\s[^,.;]*\d[^,;]*\bin\s*$/i;
const TO_FIGURE = /^\s*to\s[^,;]{0,20}\d[^,;]{0,30}\bin\s*$/i;

/** "in 2021 and 2022": what two neighbours tell, they tell of both. */
function areNeighbours({ expression: first }: DatedTime, { expression: second }: DatedTime): boolean {
  const [end, start] = [dayOf(first.value?.last ?? null), dayOf(second.value?.first ?? null)];
  return first.value?.precision === second.value?.precision && end !== null && start === end + 1;
}

/** "from May to July", "1979-1989", "between 3 and 5 May": the second time is the end of the first. */
function isRange(text: string, first: DatedTime, second: DatedTime): boolean {
  const gap = text.slice(first.found.end, second.found.start);
  if (BETWEEN_ENDS.test(gap)) return true;
  if (AND.test(gap) && areNeighbours(first, second)) return true;
  if (
    TO_FIGURE.test(gap) &&
    FROM_FIGURE.test(text.slice(Math.max(0, first.found.start - 70), first.found.start))
  )
    return true;
  return AND.test(gap) && BETWEEN.test(text.slice(Math.max(0, first.found.start - 12), first.found.start));
}

/** The stretch from the first day of one value to the last of another; null unless both are known and in order. */
function stretch(first: TimeValue, last: TimeValue): TimeValue | null {
  if (first.relative && last.relative) {
    if (last.relative.lastOffset < first.relative.firstOffset) return null;
    const label = `${first.relative.label} to ${last.relative.label}`;
    return {
      ...first,
      timex: `${first.timex}/${last.timex}`,
      relative: { ...last.relative, label, firstOffset: first.relative.firstOffset },
    };
  }
  const [from, to] = [dayOf(first.first), dayOf(last.last)];
  if (from === null || to === null || to < from) return null;
  const days = { ...first, last: last.last };
  return {
    ...days,
    timex: `${first.timex}/${last.timex}`,
    edtf: edtfOf(days),
    inferred: first.inferred || last.inferred,
    origin: { ...first.origin, explanation: rangeExplanation(first, last) },
  };
}

function dayOf(day: string | null): DayNumber | null {
  return day === null ? null : fromCalendarDay(day);
}

function rangeExplanation(first: TimeValue, last: TimeValue): string {
  const [from, to] = [first.origin.explanation, last.origin.explanation];
  return from === to ? from : `from ${from} to ${to}`;
}

/** Times of one block as they date events, in reading order; the two ends of a range become one. */
export function joinRanges(times: readonly DatedTime[], text: string): EventTime[] {
  const joined: EventTime[] = [];
  for (let at = 0; at < times.length; at++) {
    const [time, next] = [times[at], times[at + 1]];
    const value = time?.expression.value;
    if (!time || !value) continue;
    const last = next?.expression.value;
    const range = next && last && isRange(text, time, next) ? stretch(value, last) : null;
    if (range && next) at++;
    joined.push({
      time,
      value: range ?? value,
      start: time.found.start,
      end: (range ? next : time)?.found.end ?? time.found.end,
    });
  }
  return joined;
}
