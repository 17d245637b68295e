import type { Analysis, Article, Block, TextSpan } from '../../electron/contract';
import { blockElement } from './block-element';
import { Breath } from './breath';
import { type Decoration, decorationsOf } from './decoration';
import { omissionNotice } from './omission-words';
import { type PlacedSlice, placeRead, readingLine } from './place-read';
import { insertRemovals } from './removal-rows';
import { focusBlock, keepSelection, rangeAround } from './selection';
import { type Slice, slicesOf } from './slices';
import { paintRanges, TextRuns } from './text-run';

const NO_DECORATIONS: readonly Decoration[] = [];
/** Slices out of sight have an estimated height until they come near; a far jump lands right after a few looks. */
const LOOKS = 4;

interface Going {
  flash: boolean;
  keepFocus?: boolean;
  exactly?: boolean;
}

/**
 * The article as plain DOM. Blocks are built once; when the analysis comes, only blocks that gain or lose a mark are
 * built anew, so that a selection elsewhere stays. A long article stands in slices, of which the browser lays out those
 * that are near; all work on it is done a few milliseconds at a time.
 */
export class ArticleView {
  readonly runs = new TextRuns();
  readonly #elements = new Map<string, HTMLElement>();
  /** Blocks in reading order, for a search by height. */
  #order: readonly string[] = [];
  #slices: PlacedSlice[] = [];
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
    const isOld = () => building !== this.#building;
    this.#begin(article, analysis);
    const breath = new Breath();
    const slices = slicesOf(article.blocks);
    for (const slice of slices) {
      const parent = slices.length > 1 ? sliceElement(slice) : this.root;
      this.#slices.push({ ...slice, element: parent });
      for (const block of article.blocks.slice(slice.start, slice.end)) {
        const element = await this.#build(block, breath, isOld);
        if (!element) return;
        parent.append(element);
      }
      if (parent !== this.root) this.root.append(parent);
    }
    if (article.omitted) this.root.append(omissionNotice(article.omitted));
    for (const _ of insertRemovals(this.root, article, expanded, (id) => this.#elements.get(id))) {
      if (breath.due()) await breath.take();
      if (isOld()) return;
    }
  }

  #begin(article: Article, analysis: Analysis | null): void {
    this.root.replaceChildren();
    this.#elements.clear();
    this.#shown.clear();
    this.#slices = [];
    this.#blocks = new Map(article.blocks.map((block) => [block.id, block]));
    this.#order = article.blocks.map((block) => block.id);
    this.#titleBlock = article.titleBlock;
    this.#decorations = decorationsOf(analysis);
  }

  /** Marks what the analysis found; keeps every block whose marks did not change. Resolves when the last is marked. */
  async decorate(analysis: Analysis | null): Promise<void> {
    this.#marking += 1;
    const marking = this.#marking;
    const isOld = () => marking !== this.#marking;
    this.#decorations = decorationsOf(analysis);
    const changed = [...this.#shown.keys()].filter(
      (id) => !sameDecorations(this.#shown.get(id) ?? NO_DECORATIONS, this.#decorationsOf(id)),
    );
    const breath = new Breath();
    for (const id of changed) {
      const block = this.#blocks.get(id);
      const standing = this.#elements.get(id);
      if (!block || !standing) continue;
      const restore = keepSelection(this.runs);
      const fresh = await this.#build(block, breath, isOld);
      if (!fresh) return;
      const focused = standing === document.activeElement;
      standing.replaceWith(fresh);
      if (focused) focusBlock(fresh);
      restore();
    }
    this.paintHits(this.#hits, this.#hitAt);
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

  /** Where the line that is read begins. Null in an empty article. */
  placeRead(): TextSpan | null {
    const lengthOf = (block: string) => this.#blocks.get(block)?.text.length ?? 0;
    const elementOf = (block: string) => this.#elements.get(block);
    return placeRead(this.root, this.#slices, this.#order, elementOf, this.runs, lengthOf);
  }

  #scrollExactly(range: Range, looks: number): void {
    const scroller = this.root.closest('.scroller');
    if (!scroller || looks === 0) return;
    const off = range.getBoundingClientRect().top - readingLine(this.root);
    if (Math.abs(off) < 1) return;
    scroller.scrollTop += off;
    requestAnimationFrame(() => this.#scrollExactly(range, looks - 1));
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

  /** Builds a block's element, a breath between two pieces of a large one; null when nobody wants it any more. */
  async #build(block: Block, breath: Breath, isOld: () => boolean): Promise<HTMLElement | null> {
    if (breath.due()) await breath.take();
    if (isOld()) return null;
    const decorations = this.#decorationsOf(block.id);
    const isTitle = block.id === this.#titleBlock;
    const { element, rest } = blockElement(block, decorations, this.runs, isTitle);
    while (rest && !rest.next().done) {
      if (breath.due()) await breath.take();
      if (isOld()) return null;
    }
    this.#elements.set(block.id, element);
    this.#shown.set(block.id, decorations);
    this.#lightIn(element);
    return element;
  }

  #lightIn(root: HTMLElement): void {
    for (const entity of this.#lit) {
      const marks = root.querySelectorAll(`[data-entity="${CSS.escape(entity)}"]`);
      for (const mark of marks) mark.classList.add('lit');
    }
  }

  #mark(selector: string): void {
    for (const element of this.root.querySelectorAll(selector)) element.classList.add('here');
  }
}

function sliceElement({ height }: Slice): HTMLElement {
  const element = document.createElement('div');
  element.className = 'slice';
  element.style.containIntrinsicBlockSize = `auto ${height}em`;
  return element;
}

function sameDecorations(a: readonly Decoration[], b: readonly Decoration[]): boolean {
  return a.length === b.length && a.every((item, index) => JSON.stringify(item) === JSON.stringify(b[index]));
}
