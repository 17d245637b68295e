import type { ArticleImage, Block, ListItem, Range } from '../../electron/contract';
import { BlockText } from './block-text';
import type { Decoration } from './decoration';
import { omissionNotice } from './omission-words';
import { tableElement } from './table-element';
import type { TextRuns } from './text-run';

/** A block's element and the work that still fills it, a slice of a large table at each step. */
export interface BuiltBlock {
  element: HTMLElement;
  rest: Iterator<void> | null;
}

/** Builds the element that shows a block, from data alone. It carries `data-block`. */
export function blockElement(
  block: Block,
  decorations: readonly Decoration[],
  runs: TextRuns,
  isTitle: boolean,
): BuiltBlock {
  runs.clear(block.id);
  const text = new BlockText(block, decorations, runs);
  const { element, rest } =
    block.kind === 'table' ? tableElement(block, text) : { element: bare(block, text, isTitle), rest: null };
  element.dataset.block = block.id;
  element.classList.add('block');
  if (block.lang) element.lang = block.lang;
  // Where the source names no direction, each block follows its own first letters: right-to-left text reads right.
  element.dir = block.dir ?? 'auto';
  if (block.noteLabel) {
    element.classList.add('note');
    element.dataset.label = block.noteLabel;
  }
  if (block.omitted) element.append(omissionNotice(block.omitted));
  return { element, rest };
}

function bare(block: Exclude<Block, { kind: 'table' }>, text: BlockText, isTitle: boolean): HTMLElement {
  const whole = { start: 0, end: block.text.length };
  switch (block.kind) {
    case 'paragraph':
      return filled('p', text, whole);
    case 'heading':
      return filled(headingTag(block.level, isTitle), text, whole);
    case 'list':
      return listElement(block.items, text);
    case 'quote':
      return quoteElement(block.text, text);
    case 'code':
      return codeElement(text, whole);
    case 'figure':
      return figureElement(block.images, text, whole);
    case 'rule':
      return document.createElement('hr');
  }
}

/** The title alone is level 1: the article's other headings begin at 2. */
function headingTag(level: number, isTitle: boolean): keyof HTMLElementTagNameMap {
  return isTitle ? 'h1' : (`h${Math.min(6, Math.max(2, level))}` as 'h2');
}

function filled(tag: keyof HTMLElementTagNameMap, text: BlockText, range: Range): HTMLElement {
  const element = document.createElement(tag);
  text.append(element, range);
  return element;
}

function listElement(items: readonly ListItem[], text: BlockText): HTMLElement {
  const root = document.createElement('div');
  const open: HTMLElement[] = [];
  for (const item of items) {
    open.length = Math.min(open.length, item.depth + 1);
    while (open.length <= item.depth) {
      const list = document.createElement(item.ordered ? 'ol' : 'ul');
      (open.at(-1)?.lastElementChild ?? open.at(-1) ?? root).append(list);
      open.push(list);
    }
    const element = filled('li', text, item) as HTMLLIElement;
    if (item.number !== undefined) element.value = item.number;
    if (item.checked !== undefined) element.dataset.checked = String(item.checked);
    open.at(-1)?.append(element);
  }
  return root;
}

function quoteElement(content: string, text: BlockText): HTMLElement {
  const quote = document.createElement('blockquote');
  let start = 0;
  for (const line of content.split('\n')) {
    quote.append(filled('p', text, { start, end: start + line.length }));
    start += line.length + 1;
  }
  return quote;
}

function codeElement(text: BlockText, range: Range): HTMLElement {
  const pre = document.createElement('pre');
  pre.tabIndex = 0;
  pre.append(filled('code', text, range));
  return pre;
}

function figureElement(images: readonly ArticleImage[], text: BlockText, caption: Range): HTMLElement {
  const figure = document.createElement('figure');
  figure.append(...images.map(imageElement));
  if (caption.end > 0) figure.append(filled('figcaption', text, caption));
  return figure;
}

function imageElement(image: ArticleImage): HTMLElement {
  if (image.id === null) return placeholder(image);
  const element = document.createElement('img');
  element.alt = image.alt;
  element.loading = 'lazy';
  element.decoding = 'async';
  if (image.width) element.width = image.width;
  if (image.height) element.height = image.height;
  element.addEventListener('error', () => element.replaceWith(placeholder(image)), { once: true });
  element.src = `dateline://image/${image.id}`;
  return element;
}

/** Says what would be here: a remote image is never fetched, and one that is damaged or too heavy is not drawn. */
function placeholder(image: ArticleImage): HTMLElement {
  const element = document.createElement('div');
  const why = image.id === null ? 'Image not saved' : 'Image cannot be shown';
  element.className = 'no-image';
  element.role = 'img';
  element.ariaLabel = image.alt || (image.id === null ? `${why} with the article` : why);
  element.title = image.source;
  element.textContent = image.alt ? `${why}: ${image.alt}` : element.ariaLabel;
  return element;
}
