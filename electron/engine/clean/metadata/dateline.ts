import type { DraftBlock } from '../../read/draft';
import { type NumericOrder, type ReadDay, readDay } from './calendar-day';

/** What parts a dateline from the lead: "LONDON, March 3, 1998 (Agency) - The", "Kairo, 3. März 1998 — Die". */
const END = /\s(?:—|–|--|-)\s|—|\)\s?[:—–-]/;
const LONGEST = 90;
/** Paragraphs behind the headline that may be the lead. */
const REACH = 6;
const SHORTEST_LEAD = 80;
const STARTS_WITH_PLACE = /^\p{Lu}/u;

/** The day in the dateline of a report, when it is given with its year. */
export function findDateline(
  blocks: readonly DraftBlock[],
  title: number,
  order: NumericOrder,
): ReadDay | null {
  const paragraphs = blocks
    .slice(title + 1)
    .filter(({ block, evidence }) => block.kind === 'paragraph' && evidence.located && !evidence.hidden)
    .filter(({ block }) => block.text.length >= SHORTEST_LEAD)
    .slice(0, REACH);
  for (const { block } of paragraphs) {
    const head = block.text.slice(0, LONGEST);
    const end = END.exec(head)?.index ?? -1;
    if (end < 0 || !STARTS_WITH_PLACE.test(head)) continue;
    const found = readDay(head.slice(0, end), order);
    if (found) return found;
  }
  return null;
}
