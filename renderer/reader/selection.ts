import type { TextRuns } from './text-run';

/** A picture or a line has no words to go to. */
export function rangeAround(element: HTMLElement): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}

/** A block is focused for a jump only; Tab does not stop at every paragraph. */
export function focusBlock(element: HTMLElement): void {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** Remembers what is selected by its place in the text. @returns a function that selects it again when it was lost */
export function keepSelection(runs: TextRuns): () => void {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return () => {};
  // The range is asked whether it is empty, not the selection, which lays out the whole article to tell.
  const { collapsed, startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  if (collapsed) return () => {};
  const start = runs.positionOf(startContainer, startOffset);
  const end = runs.positionOf(endContainer, endOffset);
  if (!start || !end) return () => {};
  return () => {
    if (startContainer.isConnected && endContainer.isConnected) return;
    const from = runs.rangeOf({ block: start.block, start: start.offset, end: start.offset });
    const to = runs.rangeOf({ block: end.block, start: end.offset, end: end.offset });
    if (from && to) {
      selection.setBaseAndExtent(from.startContainer, from.startOffset, to.endContainer, to.endOffset);
    }
  };
}
