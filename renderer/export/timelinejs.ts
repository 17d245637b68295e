import type { Analysis } from '../../electron/contract';
import { articleName } from './context';
import { timelineRows } from './timeline';
import { markupText } from './xml';

interface DateParts {
  year: string;
  month?: string;
  day?: string;
}

/**
 * The JSON form that TimelineJS3 reads (https://timeline.knightlab.com/docs/json-format.html). Dates carry no more
 * parts than are known. Text is escaped, because TimelineJS shows it as HTML.
 */
export function timelineJs(analysis: Analysis): string {
  const events = timelineRows(analysis).flatMap(({ event, sentence, words }) => {
    const { time } = event;
    if (!time?.first || !time.last) return [];
    const end = partsOf(time.last, time.precision);
    const why = words
      ? `<p><small>“${markupText(words)}”: ${markupText(time.origin.explanation)}</small></p>`
      : '';
    return [
      {
        start_date: partsOf(time.first, time.precision),
        ...(time.first === time.last ? {} : { end_date: end }),
        text: { headline: markupText(event.headline), text: `<p>${markupText(sentence)}</p>${why}` },
        unique_id: event.id,
      },
    ];
  });
  const title = { text: { headline: markupText(articleName(analysis)) } };
  return `${JSON.stringify({ title, events }, null, 2)}\n`;
}

function partsOf(day: string, precision: string): DateParts {
  const [year = '', month = '', date = ''] = day.split('-');
  if (['year', 'decade', 'century'].includes(precision)) return { year };
  if (precision === 'month') return { year, month };
  return { year, month, day: date };
}
