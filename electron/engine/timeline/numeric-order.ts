import type { ParsedBlock } from '../stages';
import type { FoundTime } from './found-time';

/** Name of the rule that reads them. */
export const NUMERIC_DATE = 'numeric date';
const NUMERIC = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})(?![\d/])/g;

/** Whether some date of the text can only have its day first ("25/06/2015"), and none its month. */
function hasDayFirst(blocks: readonly ParsedBlock[]): boolean {
  let [dayFirst, monthFirst] = [0, 0];
  for (const { parsed } of blocks)
    for (const [, first, second] of parsed.text.matchAll(NUMERIC)) {
      if (Number(first) > 12 && Number(second) <= 12) dayFirst++;
      if (Number(second) > 12 && Number(first) <= 12) monthFirst++;
    }
  return dayFirst > 0 && monthFirst === 0;
}

/** Dates like "05/06/2015" read in the order that the article's other dates show; by themselves the month stands first. */
export function inArticlesOrder(found: FoundTime[], blocks: readonly ParsedBlock[]): FoundTime[] {
  if (!found.some(({ rule }) => rule === NUMERIC_DATE) || !hasDayFirst(blocks)) return found;
  return found.map((time) => {
    const fields = time.meaning.kind === 'calendar' ? time.meaning.fields : null;
    const isOpen = time.rule === NUMERIC_DATE && fields?.day !== undefined && fields.day <= 12;
    const text = blocks[time.block]?.parsed.text.slice(time.start, time.end) ?? '';
    if (!isOpen || !fields || !text.includes('/') || Number(/^\d+/.exec(text)?.[0]) > 12) return time;
    return {
      ...time,
      meaning: {
        ...time.meaning,
        kind: 'calendar',
        fields: { ...fields, day: fields.month, month: fields.day },
      },
    };
  });
}
