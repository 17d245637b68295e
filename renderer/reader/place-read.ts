import type { TextSpan } from '../../electron/contract';
import type { Slice } from './slices';
import type { TextRuns } from './text-run';

/** Px below the upper edge of the text. */
const READING_LINE = 8;

/** A slice of the article with its element; of a short article the element is the root. */
export interface PlacedSlice extends Slice {
  element: HTMLElement;
}

/** Viewport px: a little under the upper edge, so that a line just in sight is the one that is read. */
export function readingLine(root: HTMLElement): number {
  const box = (root.closest('.scroller') ?? root).getBoundingClientRect();
  return box.top + READING_LINE;
}

/**
 * Where the line that is read begins: the first whose middle is not above it. By halving, because a book has thousands
 * of blocks and this runs while scrolling; of slices first, because asking for a block's place lays its slice out.
 * @param order ids of the blocks in reading order, which the slices count
 * @returns null in an empty article
 */
export function placeRead(
  root: HTMLElement,
  slices: readonly PlacedSlice[],
  order: readonly string[],
  elementOf: (block: string) => HTMLElement | undefined,
  runs: TextRuns,
  lengthOf: (block: string) => number,
): TextSpan | null {
  const line = readingLine(root);
  const endsAbove = (element: HTMLElement | undefined) =>
    element !== undefined && element.getBoundingClientRect().bottom <= line;
  const last = Math.max(0, slices.length - 1);
  const slice = slices[firstNot(0, last, (index) => endsAbove(slices[index]?.element))];
  if (!slice) return null;
  const at = firstNot(slice.start, slice.end, (index) => endsAbove(elementOf(order[index] ?? '')));
  const block = order[at];
  if (block === undefined || !elementOf(block)) return null;
  const length = lengthOf(block);
  const isAbove = (index: number) => {
    const box = runs.rangeOf({ block, start: index, end: index + 1 })?.getBoundingClientRect();
    return box !== undefined && (box.top + box.bottom) / 2 <= line;
  };
  const start = Math.min(firstNot(0, length, isAbove), Math.max(0, length - 1));
  return { block, start, end: Math.min(length, start + 1) };
}

/** The first whole number from `low` on, at most `high`, that does not pass; all before it do. */
function firstNot(low: number, high: number, passes: (index: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (passes(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}
