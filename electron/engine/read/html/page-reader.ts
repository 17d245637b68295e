import type { ArticleImage, Block } from '../../../contract';
import type { DraftBlock } from '../draft';
import { isFull } from '../limits';
import { HEADING, holdsStructure, INLINE } from './elements';
import { readImage } from './image';
import { directionOf, type InlinePiece, InlineText } from './inline-text';
import { isPlainList, readList } from './list';
import type { HtmlReadOptions } from './options';
import { descendants, type HtmlElement, type HtmlNode } from './page-tree';
import { addSubtree } from './subtree-text';
import { SurroundingsReader } from './surroundings';
import { isDataTable, readTable } from './table';

type Content<B = Block> = B extends Block ? Omit<B, 'id' | 'text' | 'marks' | 'lang' | 'dir'> : never;

const EMPTY: InlinePiece = { text: '', marks: [], length: 0, linked: 0 };

/**
 * Walks a page once, in document order, and makes its blocks. Iterative throughout: nesting of any depth is read.
 */
export class PageReader {
  readonly blocks: DraftBlock[] = [];
  /** First block that an element with an `id` holds, for the targets of footnotes. */
  readonly anchors = new Map<string, number>();
  private readonly text = new InlineText();
  private readonly surroundings = new SurroundingsReader();
  private pictures: ArticleImage[] = [];
  private hidden: HtmlElement[] = [];

  constructor(private readonly options: HtmlReadOptions) {}

  read(root: HtmlElement): DraftBlock[] {
    let node: HtmlNode | null = root.firstChild;
    while (node && !isFull(this.blocks.length)) {
      if (!node.isElement) this.text.addText(node.text);
      else if (this.enter(node)) {
        if (node.firstChild) {
          node = node.firstChild;
          continue;
        }
        this.leave(node);
      }
      let from: HtmlNode = node;
      while (!from.nextSibling && from.parent !== root) {
        from = from.parent!;
        this.leave(from);
      }
      node = from.nextSibling;
    }
    this.flush(root);
    return this.blocks;
  }

  /** True when the walk goes on inside the element; false when it was read whole or is no text. */
  private enter(element: HtmlElement): boolean {
    const { name } = element;
    const parent = element.parent!;
    if (name === 'br') return this.breakLine(element, parent);
    if (name === 'img' || name === 'amp-img') return this.addPicture(element, parent);
    const id = element.get('id') ?? (name === 'a' ? element.get('name') : null);
    if (id && !this.anchors.has(id)) this.anchors.set(id, this.blocks.length);
    if (INLINE.has(name) && !element.hidden) {
      this.text.enter(element);
      return true;
    }
    this.flush(parent);
    if (id && this.anchors.get(id) !== undefined) this.anchors.set(id, this.blocks.length);
    if (this.readWhole(element)) return false;
    if (element.hidden) this.hidden.push(element);
    return true;
  }

  private leave(element: HtmlElement): void {
    if (INLINE.has(element.name) && this.hidden.at(-1) !== element) this.text.leave(element);
    else this.flush(element);
    if (this.hidden.at(-1) === element) this.hidden.pop();
  }

  /** One `br` ends a line; two in a row end a paragraph. */
  private breakLine(element: HtmlElement, parent: HtmlElement): boolean {
    let next = element.nextSibling;
    while (next && !next.isElement && next.text.trim() === '') next = next.nextSibling;
    if (next?.isElement && next.name === 'br') this.flush(parent);
    else this.text.lineBreak();
    return false;
  }

  private addPicture(node: HtmlElement, parent: HtmlElement): boolean {
    const image = readImage(node, this.options.resolveImage);
    if (!image) return false;
    this.pictures.push(image);
    if (this.text.length === 0) this.flush(parent);
    return false;
  }

  private readWhole(element: HtmlElement): boolean {
    const name = element.name;
    if (HEADING.test(name)) return this.readHeading(element);
    switch (name) {
      case 'hr':
        this.add({ kind: 'rule' }, EMPTY, element);
        return true;
      case 'pre':
        return this.readCode(element);
      case 'ul':
      case 'ol':
      case 'menu':
        return this.readPlainList(element);
      case 'table':
        return this.readDataTable(element);
      case 'blockquote':
        return this.readQuote(element);
      case 'figure':
        return this.readFigure(element);
      default:
        return false;
    }
  }

  private readHeading(element: HtmlElement): boolean {
    if (holdsStructure(element)) return false;
    const text = new InlineText(this.text);
    addSubtree(element, text);
    this.addPicturesOf(element);
    const piece = text.take();
    const level = Number(element.name.slice(1));
    if (piece) this.add({ kind: 'heading', level }, piece, element);
    this.flushPictures(element);
    return true;
  }

  private readCode(element: HtmlElement): boolean {
    const text = new InlineText(this.text);
    text.preserve = true;
    addSubtree(element, text);
    const piece = text.take();
    if (!piece) return true;
    const names = `${element.get('class') ?? ''} ${firstCode(element)?.get('class') ?? ''}`;
    const language = /\b(?:language|lang|highlight-source)-([\w+#-]{1,20})/.exec(names)?.[1];
    const marks = piece.marks.filter((mark) => mark.kind !== 'code');
    this.add({ kind: 'code', ...(language && { language }) }, { ...piece, marks }, element);
    return true;
  }

  private readPlainList(element: HtmlElement): boolean {
    if (!isPlainList(element)) return false;
    const list = readList(element, this.text);
    if (list) this.add({ kind: 'list', items: list.items }, list.piece, element);
    this.addPicturesOf(element);
    this.flushPictures(element);
    return true;
  }

  private readDataTable(element: HtmlElement): boolean {
    if (!isDataTable(element)) return false;
    const table = readTable(element, this.text);
    if (table) {
      const { cells, rows, columns } = table;
      this.add({ kind: 'table', cells, rows, columns }, table.piece, element);
    }
    return true;
  }

  private readQuote(element: HtmlElement): boolean {
    if (holdsStructure(element)) return false;
    const text = new InlineText(this.text);
    addSubtree(element, text);
    const piece = text.take();
    if (piece) this.add({ kind: 'quote' }, piece, element);
    this.addPicturesOf(element);
    this.flushPictures(element);
    return true;
  }

  private readFigure(element: HtmlElement): boolean {
    if (holdsStructure(element)) return false;
    this.addPicturesOf(element);
    if (this.pictures.length === 0) return false;
    const text = new InlineText(this.text);
    addSubtree(element, text);
    this.flushPictures(element, text.take() ?? EMPTY);
    return true;
  }

  private addPicturesOf(element: HtmlElement): void {
    for (const node of descendants(element)) {
      if (node.name !== 'img' && node.name !== 'amp-img') continue;
      const image = readImage(node, this.options.resolveImage);
      if (image) this.pictures.push(image);
    }
  }

  private flush(element: HtmlElement): void {
    const piece = this.text.take();
    if (piece) this.add({ kind: 'paragraph' }, piece, element);
    this.flushPictures(element);
  }

  private flushPictures(element: HtmlElement, caption: InlinePiece = EMPTY): void {
    if (this.pictures.length === 0) return;
    const images = this.pictures;
    this.pictures = [];
    this.add({ kind: 'figure', images }, caption, element);
  }

  private add(content: Content, piece: InlinePiece, element: HtmlElement): void {
    const id = `${this.options.idPrefix}${this.blocks.length + 1}`;
    const { text, marks, length, linked } = piece;
    this.blocks.push({
      block: { ...content, id, text, marks, ...languageOf(element) } as Block,
      evidence: {
        ...this.surroundings.of(element),
        linkShare: length > 0 ? linked / length : 0,
        hidden: this.hidden.length > 0,
        located: true,
      },
    });
  }
}

function firstCode(element: HtmlElement): HtmlElement | null {
  for (const inner of descendants(element)) if (inner.name === 'code') return inner;
  return null;
}

/** Language and direction stated near the block; those of the whole page are the article's, not the block's. */
function languageOf(element: HtmlElement): Pick<Block, 'lang' | 'dir'> {
  const found: Pick<Block, 'lang' | 'dir'> = {};
  let node: HtmlElement | null = element;
  for (let step = 0; node?.parent && step < 12; step++, node = node.parent) {
    if (node.attributes === null) continue;
    const lang = node.get('lang')?.trim();
    if (lang && !found.lang) found.lang = lang;
    const dir = directionOf(node);
    if (dir && !found.dir) found.dir = dir;
  }
  return found;
}
