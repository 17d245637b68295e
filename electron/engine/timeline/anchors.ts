import type { Anchor, TextSpan, TimelineEvent } from '../../contract';
import { locateAnchor } from '../anchors/locate-anchor';
import type { ParsedBlock } from '../stages';

/** Where the words of a correction stand now; null when they are gone. */
export function spanOfAnchor(anchor: Anchor, blocks: readonly ParsedBlock[]): TextSpan | null {
  const texts = blocks.map(({ id, parsed }) => ({ id, text: parsed.text }));
  return locateAnchor(anchor, texts)?.span ?? null;
}

function overlap(a: TextSpan, b: TextSpan): number {
  return a.block === b.block ? Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) : 0;
}

/** The event whose clause shares most with the anchor's words. Null when the article no longer tells it. */
export function eventAt(
  anchor: Anchor,
  events: readonly TimelineEvent[],
  blocks: readonly ParsedBlock[],
): TimelineEvent | null {
  const span = spanOfAnchor(anchor, blocks);
  if (!span) return null;
  let best: TimelineEvent | null = null;
  let most = 0;
  for (const event of events) {
    const shared = overlap(event.clause, span);
    const length = Math.max(event.clause.end - event.clause.start, span.end - span.start, 1);
    if (shared / length > most) [best, most] = [event, shared / length];
  }
  return best;
}
