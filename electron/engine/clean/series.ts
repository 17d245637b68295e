import type { DraftBlock } from '../read/draft';

/** How the lines of a series begin: a number, a day, a label with a colon. */
const SHAPES: readonly RegExp[] = [
  /^(?:[#№(]\s?)?\d{1,3}(?:[.):]|\s[–—-])\s/u,
  /^(?:\p{L}{3,9}\.? \d{1,2}\b|\d{1,2}\.? \p{L}{3,9}\b|\d{1,4}[./-]\d{1,2}\b)/u,
  /^\p{L}[^:.!?]{0,40}(?: \([^)]{1,30}\))?:\s/u,
];
const LONGEST_LINE = 200;
/** Lines of a series, and the share of them that must be kept for all to stay. */
const FEWEST = 4;
const KEPT = 0.3;

function shapeOf({ block }: DraftBlock): number {
  if (block.kind !== 'paragraph' || block.text.length > LONGEST_LINE) return -1;
  return SHAPES.findIndex((shape) => shape.test(block.text));
}

/**
 * A series of lines that begin alike (dates of a tour, steps, questions and answers) stays as a whole where a good
 * part of it does: line by line each looks like a scrap.
 */
export function keepSeries(blocks: readonly DraftBlock[], keep: boolean[]): void {
  const shapes = blocks.map(shapeOf);
  let from = 0;
  for (let to = 1; to <= blocks.length; to++) {
    if (to < blocks.length && shapes[to] === shapes[from]) continue;
    const kept = keep.slice(from, to).filter(Boolean).length;
    if (shapes[from]! >= 0 && to - from >= FEWEST && kept >= KEPT * (to - from)) keep.fill(true, from, to);
    from = to;
  }
}
