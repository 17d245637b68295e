import type { DraftBlock } from '../draft';
import { linkFootnotes } from './footnotes';
import { showHidden } from './hidden';
import { locateArticle } from './locate';
import type { HtmlReadOptions } from './options';
import { PageReader } from './page-reader';
import type { HtmlDocument } from './page-tree';

export type { HtmlReadOptions } from './options';
export { descendants, type HtmlDocument, type HtmlElement } from './page-tree';
export { parseHtml } from './parse';
export { parsePage } from './without-scripts';

/**
 * Makes the blocks of a parsed page, in document order: everything visible, and what the page hides with
 * `evidence.hidden`. Only data leaves: no element, attribute or script of the page is part of the result.
 */
export function readHtml(document: HtmlDocument, options: HtmlReadOptions): DraftBlock[] {
  const reader = new PageReader(options);
  const blocks = reader.read(document.body);
  linkFootnotes(blocks, reader.anchors);
  if (options.locate) {
    showHidden(blocks);
    locateArticle(blocks);
  }
  return blocks;
}
