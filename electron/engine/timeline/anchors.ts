import type { Anchor, TextSpan, TimelineEvent } from '../../contract';
import type { ParsedBlock } from '../stages';

/** Finds the words of a correction again: at the same place, else the nearest same words in the same or any block. */
export function locateAnchor(anchor: Anchor, blocks: readonly ParsedBlock[]): TextSpan | null {
  const { span, quote } = anchor;
  const text = quote.exact;
  if (text === '') return null;
  const home = blocks.find((block) => block.id === span.block);
  const others = blocks.filter((block) => block !== home);
  for (const block of home ? [home, ...others] : others) {
    const start = nearestOccurrence(block.parsed.text, text, span.start);
    if (start !== null) return { block: block.id, start, end: start + text.length };
  }
  return null;
}

function nearestOccurrence(text: string, wanted: string, near: number): number | null {
  let best: number | null = null;
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
    if (best === null || Math.abs(at - near) < Math.abs(best - near)) best = at;
  }
  return best;
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
  const span = locateAnchor(anchor, blocks);
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
