import type { ArticleImage, Block } from '../../../contract';
import type { DraftBlock } from '../draft';
import { type HtmlElement, type HtmlNode, isElement } from './dom';
import { descendants, HEADING, holdsStructure, INLINE, isHidden, SKIPPED } from './elements';
import { readImage } from './image';
import { directionOf, type InlinePiece, InlineText } from './inline-text';
import { isPlainList, readList } from './list';
import type { HtmlReadOptions } from './options';
import { Places } from './place';
import { addSubtree } from './subtree-text';
import { isDataTable, readTable } from './table';

/** A block with the nodes it was made from, so that the locator's answer can be carried over to it. */
export interface ReadBlock extends DraftBlock {
  sources: InlinePiece['sources'];
  images: HtmlNode[];
}

type Content<B = Block> = B extends Block ? Omit<B, 'id' | 'text' | 'marks' | 'lang' | 'dir'> : never;

const EMPTY: InlinePiece = { text: '', marks: [], sources: [], linked: 0 };

/**
 * Walks a page once, in document order, and makes its blocks. Iterative throughout: nesting of any depth is read.
 */
export class PageReader {
  readonly blocks: ReadBlock[] = [];
  /** First block that an element with an `id` holds, for the targets of footnotes. */
  readonly anchors = new Map<string, number>();
  /** Elements met that hold no text of the page. */
  readonly skipped: HtmlElement[] = [];
  /** How many elements, links and line breaks the walk met. */
  readonly counts = { elements: 0, links: 0, breaks: 0 };
  private readonly text = new InlineText();
  private readonly places = new Places();
  private pictures: { node: HtmlElement; image: ArticleImage }[] = [];
  private hidden: HtmlElement[] = [];

  constructor(private readonly options: HtmlReadOptions) {}

  read(root: HtmlElement): ReadBlock[] {
    let node: HtmlNode | null = root.firstChild;
    let parent: HtmlElement = root;
    while (node) {
      let down: HtmlNode | null = null;
      if (node.nodeType === 3) this.text.addText(node.nodeValue ?? '', node);
      else if (isElement(node) && this.enter(node, parent)) {
        down = node.firstChild;
        if (!down) this.leave(node);
      }
      if (down) {
        parent = node as HtmlElement;
        node = down;
        continue;
      }
      while (node && !node.nextSibling) {
        const up: HtmlElement | null = node.parentNode as HtmlElement | null;
        if (!up || up === root) break;
        this.leave(up);
        node = up;
      }
      parent = (node?.parentNode as HtmlElement | null) ?? root;
      node = node?.nextSibling ?? null;
    }
    this.flush(root);
    return this.blocks;
  }

  /** True when the walk goes on inside the element; false when it was read whole or is no text. */
  private enter(element: HtmlElement, parent: HtmlElement): boolean {
    const name = element.localName;
    this.counts.elements++;
    if (name === 'a') this.counts.links++;
    if (name === 'br') this.counts.breaks++;
    if (name === 'br') return this.breakLine(element, parent);
    if (name === 'img' || name === 'amp-img') return this.addPicture(element, parent);
    if (SKIPPED.has(name)) {
      this.skipped.push(element);
      return false;
    }
    const id = element.getAttribute('id') ?? (name === 'a' ? element.getAttribute('name') : null);
    if (id && !this.anchors.has(id)) this.anchors.set(id, this.blocks.length);
    if (INLINE.has(name) && !isHidden(element)) {
      this.text.enter(element);
      return true;
    }
    this.flush(parent);
    if (id && this.anchors.get(id) !== undefined) this.anchors.set(id, this.blocks.length);
    if (this.readWhole(element)) return false;
    if (isHidden(element)) this.hidden.push(element);
    return true;
  }

  private leave(element: HtmlElement): void {
    if (INLINE.has(element.localName) && this.hidden.at(-1) !== element) this.text.leave(element);
    else this.flush(element);
    if (this.hidden.at(-1) === element) this.hidden.pop();
  }

  /** One `br` ends a line; two in a row end a paragraph. */
  private breakLine(element: HtmlElement, parent: HtmlElement): boolean {
    let next = element.nextSibling;
    while (next && next.nodeType === 3 && !next.nodeValue?.trim()) next = next.nextSibling;
    if (next?.nodeName === 'BR') this.flush(parent);
    else this.text.lineBreak();
    return false;
  }

  private addPicture(node: HtmlElement, parent: HtmlElement): boolean {
    const image = readImage(node, this.options.resolveImage);
    if (!image) return false;
    this.pictures.push({ node, image });
    if (this.text.length === 0) this.flush(parent);
    return false;
  }

  private readWhole(element: HtmlElement): boolean {
    const name = element.localName;
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
    const level = Number(element.localName.slice(1));
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
    const names = `${element.getAttribute('class') ?? ''} ${element.querySelector('code')?.getAttribute('class') ?? ''}`;
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
      if (node.localName !== 'img' && node.localName !== 'amp-img') continue;
      const image = readImage(node, this.options.resolveImage);
      if (image) this.pictures.push({ node, image });
    }
  }

  private flush(element: HtmlElement): void {
    const piece = this.text.take();
    if (piece) this.add({ kind: 'paragraph' }, piece, element);
    this.flushPictures(element);
  }

  private flushPictures(element: HtmlElement, caption: InlinePiece = EMPTY): void {
    if (this.pictures.length === 0) return;
    const pictures = this.pictures;
    this.pictures = [];
    const images = pictures.map(({ image }) => image);
    this.add(
      { kind: 'figure', images },
      caption,
      element,
      pictures.map(({ node }) => node),
    );
  }

  private add(content: Content, piece: InlinePiece, element: HtmlElement, images: HtmlNode[] = []): void {
    const id = `${this.options.idPrefix}${this.blocks.length + 1}`;
    const { text, marks } = piece;
    const block = { ...content, id, text, marks, ...languageOf(element) } as Block;
    const length = piece.sources.reduce((sum, source) => sum + source.length, 0);
    this.blocks.push({
      block,
      evidence: {
        ...this.places.of(element),
        linkShare: length > 0 ? piece.linked / length : 0,
        hidden: this.hidden.length > 0,
        located: true,
      },
      sources: piece.sources,
      images,
    });
  }
}

/** Language and direction stated near the block; those of the whole page are the article's, not the block's. */
function languageOf(element: HtmlElement): Pick<Block, 'lang' | 'dir'> {
  const found: Pick<Block, 'lang' | 'dir'> = {};
  let node: HtmlNode | null = element;
  for (let step = 0; node && isElement(node) && step < 12; step++, node = node.parentNode) {
    if (node.localName === 'html') break;
    const lang = node.getAttribute('lang')?.trim();
    if (lang && !found.lang && node.localName !== 'body') found.lang = lang;
    const dir = directionOf(node);
    if (dir && !found.dir) found.dir = dir;
  }
  return found;
}
