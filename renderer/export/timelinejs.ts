import type { AnalysedArticle, CalendarDay, TimeValue } from '../../electron/contract';
import { partsOf } from '../time/calendar';
import { timeWords } from '../time/labels';
import { articleName, type Exported } from './context';
import { isOpen, missingDays, withLeftOut } from './left-out';
import { timelineRows } from './timeline';
import { markupText } from './xml';

interface DateParts {
  year: string;
  month?: string;
  day?: string;
}

/**
 * The JSON form that TimelineJS3 reads (https://timeline.knightlab.com/docs/json-format.html). Dates carry no more
 * parts than are known, and `display_date` says in words how exactly. Text is escaped, because TimelineJS shows it as
 * HTML.
 */
export function timelineJs(analysis: AnalysedArticle): Exported {
  const rows = timelineRows(analysis);
  const events = rows.flatMap(({ event, sentence, words }) => {
    const { time } = event;
    if (!time?.first || !time.last) return [];
    const why = words
      ? `<p><small>“${markupText(words)}”: ${markupText(time.origin.explanation)}</small></p>`
      : '';
    return [
      {
        ...datesOf(time, time.first, time.last),
        display_date: markupText(timeWords(time)),
        text: { headline: markupText(event.headline), text: `<p>${markupText(sentence)}</p>${why}` },
        unique_id: event.id,
      },
    ];
  });
  const title = { text: { headline: markupText(articleName(analysis)) } };
  const obstacles = rows.flatMap(({ event }) => missingDays(event) ?? []);
  const content = `${JSON.stringify({ title, events }, null, 2)}\n`;
  return withLeftOut('TimelineJS', content, events.length, obstacles);
}

/** "Since 1987" has no last day; "before 1987" is drawn at the day it is before. */
function datesOf(time: TimeValue, first: CalendarDay, last: CalendarDay) {
  const { precision } = time;
  return {
    start_date: dateParts(first, precision),
    ...(first === last || isOpen({ time }) ? {} : { end_date: dateParts(last, precision) }),
  };
}

/** TimelineJS counts 44 BC as -44. */
function dateParts(day: CalendarDay, precision: TimeValue['precision']): DateParts {
  const parts = partsOf(day);
  if (!parts) return { year: day };
  const year = String(parts.year > 0 ? parts.year : parts.year - 1);
  if (['year', 'decade', 'century'].includes(precision)) return { year };
  const month = String(parts.month);
  return precision === 'month' ? { year, month } : { year, month, day: String(parts.day) };
}
