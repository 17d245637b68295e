import type { Range, TextSpan } from '../../electron/contract';

/** A text node and the piece of the block's text it shows. */
interface TextRun extends Range {
  node: Text;
}

/** Knows where each piece of the blocks' text stands in the document, both ways. */
export class TextRuns {
  readonly #byBlock = new Map<string, TextRun[]>();
  readonly #byNode = new WeakMap<Text, { block: string; start: number }>();

  clear(block: string): void {
    this.#byBlock.delete(block);
  }

  /** Runs of a block must be added in the order of the text. */
  add(block: string, start: number, node: Text): void {
    const run = { node, start, end: start + node.data.length };
    const runs = this.#byBlock.get(block);
    if (runs) runs.push(run);
    else this.#byBlock.set(block, [run]);
    this.#byNode.set(node, { block, start });
  }

  /** The DOM range that shows a span; null when the block is not on the page. */
  rangeOf(span: TextSpan): globalThis.Range | null {
    const runs = this.#byBlock.get(span.block);
    if (!runs) return null;
    const from = runs[firstWhere(runs, (run) => run.end > span.start)] ?? runs.at(-1);
    const to = runs[firstWhere(runs, (run) => run.start >= span.end) - 1] ?? from;
    if (!from || !to) return null;
    const range = document.createRange();
    range.setStart(from.node, clamp(span.start - from.start, from.node.data.length));
    range.setEnd(to.node, clamp(span.end - to.start, to.node.data.length));
    return range;
  }

  /** The span that a DOM range covers, cut to the block it starts in; null outside the article's text. */
  spanOf(range: globalThis.Range): TextSpan | null {
    const start = this.positionOf(range.startContainer, range.startOffset);
    const end = this.positionOf(range.endContainer, range.endOffset);
    if (!start) return null;
    const last = this.#byBlock.get(start.block)?.at(-1)?.end ?? start.offset;
    return { block: start.block, start: start.offset, end: end?.block === start.block ? end.offset : last };
  }

  /** Where a boundary of a DOM range stands in the text; one between elements counts as before the next text. */
  positionOf(node: Node, offset: number): { block: string; offset: number } | null {
    const text = node instanceof Text ? node : textFrom(node, offset);
    const run = text && this.#byNode.get(text);
    return run ? { block: run.block, offset: run.start + (text === node ? offset : 0) } : null;
  }
}

/** Paints the spans as hits of Find, the one stood at stronger; no element changes for it. */
export function paintRanges(runs: TextRuns, spans: readonly TextSpan[], at: number): void {
  const ranges = spans.map((span) => runs.rangeOf(span));
  CSS.highlights.set('hit', new Highlight(...ranges.filter((range) => range !== null)));
  const current = ranges[at];
  CSS.highlights.set('hit-here', new Highlight(...(current ? [current] : [])));
}

/** Index of the first run that passes, by halving: once one passes, all behind it do. */
function firstWhere(runs: readonly TextRun[], passes: (run: TextRun) => boolean): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(runs[middle] as TextRun)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first text at or behind a child index of an element, within the blocks. */
function textFrom(node: Node, index: number): Text | null {
  const root = (node as Element).closest?.('.blocks');
  if (!root) return null;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const child = node.childNodes[index];
  if (child instanceof Text) return child;
  walker.currentNode = child ?? node;
  return walker.nextNode() as Text | null;
}

function clamp(value: number, max: number): number {
  return Math.min(max, Math.max(0, value));
}
