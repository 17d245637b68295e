import type { Analysis, Article, Block, TextSpan } from '../../electron/contract';
import { blockElement } from './block-element';
import { type Decoration, decorationsOf } from './decoration';
import { insertRemovals } from './removal-rows';
import { paintRanges, TextRuns } from './text-run';

const NO_DECORATIONS: readonly Decoration[] = [];
/** Blocks built before the browser may paint; long books arrive in slices of this size. */
const SLICE = 400;
/** Blocks out of sight have an estimated height until they come near; a far jump lands right after a few looks. */
const LOOKS = 4;

/** Px below the upper edge of the text. */
const READING_LINE = 8;

interface Going {
  flash: boolean;
  keepFocus?: boolean;
  exactly?: boolean;
}

/**
 * The article as plain DOM. Blocks are built once; when the analysis comes, only blocks that gain or lose a mark are
 * built anew, so that a selection elsewhere stays.
 */
export class ArticleView {
  readonly runs = new TextRuns();
  readonly #elements = new Map<string, HTMLElement>();
  /** Blocks in reading order, for a search by height. */
  #order: readonly string[] = [];
  #blocks = new Map<string, Block>();
  #decorations = new Map<string, Decoration[]>();
  #titleBlock: string | null = null;
  /** What each block's element shows now; behind `#decorations` while a marking is under way. */
  readonly #shown = new Map<string, readonly Decoration[]>();
  #lit: ReadonlySet<string> = new Set();
  #hits: readonly TextSpan[] = [];
  #hitAt = 0;
  #building = 0;
  #marking = 0;

  constructor(readonly root: HTMLElement) {}

  /** Shows the article; resolves when its last block stands. A newer call ends an older one. */
  async show(article: Article, analysis: Analysis | null, expanded: ReadonlySet<string>): Promise<void> {
    this.#building += 1;
    this.#marking += 1;
    const building = this.#building;
    this.root.replaceChildren();
    this.root.classList.toggle('long', article.blocks.length > SLICE);
    this.#elements.clear();
    this.#shown.clear();
    this.#blocks = new Map(article.blocks.map((block) => [block.id, block]));
    this.#order = article.blocks.map((block) => block.id);
    this.#titleBlock = article.titleBlock;
    this.#decorations = decorationsOf(analysis);
    for (let from = 0; from < article.blocks.length; from += SLICE) {
      if (from > 0) await new Promise((resolve) => setTimeout(resolve));
      if (building !== this.#building) return;
      this.root.append(...article.blocks.slice(from, from + SLICE).map((block) => this.#build(block)));
    }
    insertRemovals(this.root, article, expanded);
  }

  /**
   * Marks what the analysis found; keeps every block whose marks did not change. A long article is marked in slices,
   * so that the window answers in between; resolves when the last block is marked.
   */
  async decorate(analysis: Analysis | null): Promise<void> {
    this.#marking += 1;
    const marking = this.#marking;
    this.#decorations = decorationsOf(analysis);
    const changed = [...this.#shown.keys()].filter(
      (id) => !sameDecorations(this.#shown.get(id) ?? NO_DECORATIONS, this.#decorationsOf(id)),
    );
    for (let from = 0; from < changed.length; from += SLICE) {
      if (from > 0) await new Promise((resolve) => setTimeout(resolve));
      if (marking !== this.#marking) return;
      this.#rebuild(changed.slice(from, from + SLICE));
    }
    this.paintHits(this.#hits, this.#hitAt);
  }

  #rebuild(ids: readonly string[]): void {
    const restore = keepSelection(this.runs);
    for (const id of ids) {
      const block = this.#blocks.get(id);
      const element = this.#elements.get(id);
      if (!block || !element) continue;
      const focused = element === document.activeElement;
      const fresh = this.#build(block);
      element.replaceWith(fresh);
      if (focused) focusBlock(fresh);
    }
    restore();
  }

  /** Lights every mention of these entities, and stronger the one the reader stands at. */
  light(entities: ReadonlySet<string>, mention: string | null, expression: string | null): void {
    this.#lit = entities;
    for (const lit of this.root.querySelectorAll('.lit, .here')) lit.classList.remove('lit', 'here');
    this.#lightIn(this.root);
    if (mention !== null) this.#mark(`[data-mention="${CSS.escape(mention)}"]`);
    if (expression !== null) this.#mark(`[data-expression="${CSS.escape(expression)}"]`);
  }

  /**
   * Brings a span into the upper third of the view, unless it is well in sight already, or `exactly` to the line that
   * is read; moves focus to its block and flashes the words.
   */
  goTo(span: TextSpan, { flash, keepFocus = false, exactly = false }: Going): void {
    const element = this.#elements.get(span.block);
    if (!element) return;
    const range = this.runs.rangeOf(span) ?? rangeAround(element);
    if (!keepFocus) focusBlock(element);
    const target = range.startContainer.parentElement ?? element;
    if (exactly) this.#scrollExactly(range, LOOKS);
    else this.#scrollTo(range, LOOKS);
    if (!flash) return;
    target.classList.add('flash');
    target.addEventListener('animationend', () => target.classList.remove('flash'), { once: true });
  }

  /** Paints the spans that Find found, the one stood at stronger; no element changes for it. */
  paintHits(hits: readonly TextSpan[], at: number): void {
    this.#hits = hits;
    this.#hitAt = at;
    paintRanges(this.runs, hits, at);
  }

  textOf({ block, start, end }: TextSpan): string {
    return this.#blocks.get(block)?.text.slice(start, end) ?? '';
  }

  /** Where the line that is read begins: the first whose middle is not above it. Null in an empty article. */
  placeRead(): TextSpan | null {
    const top = this.#readingLine();
    const block = this.#firstEndingBelow(top);
    if (block === undefined) return null;
    const length = this.#blocks.get(block)?.text.length ?? 0;
    const isBelow = (at: number) => {
      const box = this.runs.rangeOf({ block, start: at, end: at + 1 })?.getBoundingClientRect();
      return !box || (box.top + box.bottom) / 2 > top;
    };
    let [low, high] = [0, length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBelow(middle)) high = middle;
      else low = middle + 1;
    }
    const start = Math.min(low, Math.max(0, length - 1));
    return { block, start, end: Math.min(length, start + 1) };
  }

  /** Viewport px: a little under the upper edge, so that a line just in sight is the one that is read. */
  #readingLine(): number {
    const box = (this.root.closest('.scroller') ?? this.root).getBoundingClientRect();
    return box.top + READING_LINE;
  }

  #scrollExactly(range: Range, looks: number): void {
    const scroller = this.root.closest('.scroller');
    if (!scroller || looks === 0) return;
    const off = range.getBoundingClientRect().top - this.#readingLine();
    if (Math.abs(off) < 1) return;
    scroller.scrollTop += off;
    requestAnimationFrame(() => this.#scrollExactly(range, looks - 1));
  }

  /** By halving, because a book has thousands of blocks and this runs while scrolling. */
  #firstEndingBelow(top: number): string | undefined {
    let low = 0;
    let high = this.#elements.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      const element = this.#elements.get(this.#order[middle] ?? '');
      if (element && element.getBoundingClientRect().bottom <= top) low = middle + 1;
      else high = middle;
    }
    return this.#order[low];
  }

  #scrollTo(range: Range, looks: number): void {
    const scroller = this.root.closest('.scroller');
    if (!scroller || looks === 0) return;
    const top = range.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    const inSight = top > scroller.clientHeight * 0.08 && top < scroller.clientHeight * 0.85;
    if (inSight) return;
    scroller.scrollTop += top - scroller.clientHeight / 3;
    requestAnimationFrame(() => this.#scrollTo(range, looks - 1));
  }

  #decorationsOf(block: string): readonly Decoration[] {
    return this.#decorations.get(block) ?? NO_DECORATIONS;
  }

  #build(block: Block): HTMLElement {
    const decorations = this.#decorationsOf(block.id);
    const element = blockElement(block, decorations, this.runs, block.id === this.#titleBlock);
    this.#elements.set(block.id, element);
    this.#shown.set(block.id, decorations);
    this.#lightIn(element);
    return element;
  }

  #lightIn(root: HTMLElement): void {
    if (this.#lit.size === 0) return;
    for (const element of root.querySelectorAll<HTMLElement>('.mention, .reference')) {
      if (this.#lit.has(element.dataset.entity ?? '')) element.classList.add('lit');
    }
  }

  #mark(selector: string): void {
    for (const element of this.root.querySelectorAll(selector)) element.classList.add('here');
  }
}

/** A picture or a line has no words to go to. */
function rangeAround(element: HTMLElement): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}

/** A block is focused for a jump only; Tab does not stop at every paragraph. */
function focusBlock(element: HTMLElement): void {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** Remembers what is selected by its place in the text. @returns a function that selects it again when it was lost */
function keepSelection(runs: TextRuns): () => void {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return () => {};
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
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

function sameDecorations(a: readonly Decoration[], b: readonly Decoration[]): boolean {
  return a.length === b.length && a.every((item, index) => JSON.stringify(item) === JSON.stringify(b[index]));
}
