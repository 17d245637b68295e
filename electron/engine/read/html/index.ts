import type { DraftBlock } from '../draft';
import type { HtmlDocument, HtmlNode } from './dom';
import { linkFootnotes } from './footnotes';
import { locateArticle } from './locate';
import type { HtmlReadOptions } from './options';
import { PageReader, type ReadBlock } from './page-reader';

export { type HtmlDocument, type HtmlElement, parseHtml } from './dom';
export { descendants } from './elements';
export type { HtmlReadOptions } from './options';

/**
 * Makes the blocks of a parsed page, in document order: everything visible, and what the page hides with
 * `evidence.hidden`. Only data leaves: no element, attribute or script of the page is part of the result.
 * Consumes the document when `options.locate` is set: read metadata from it before.
 */
export function readHtml(document: HtmlDocument, options: HtmlReadOptions): DraftBlock[] {
  const reader = new PageReader(options);
  const blocks = reader.read(document.body);
  linkFootnotes(blocks, reader.anchors);
  if (options.locate) {
    for (const element of reader.skipped) element.parentNode?.removeChild(element);
    if (isTooMuch(reader.counts) || !markLocated(document, blocks)) locateByElement(blocks);
  }
  return blocks.map(({ block, evidence }) => ({ block, evidence }));
}

/**
 * A block is located when most of its text went into the article that the locator put together. False where it
 * failed: what it stumbles over must not cost the reader the article.
 */
function markLocated(document: HtmlDocument, blocks: ReadBlock[]): boolean {
  let found: Set<HtmlNode>;
  try {
    found = locateArticle(document);
  } catch {
    return false;
  }
  if (found.size === 0) return true;
  for (const { block, evidence, sources, images } of blocks) {
    let inside = 0;
    let all = 0;
    for (const { node, length } of sources) {
      all += length;
      if (found.has(node)) inside += length;
    }
    if (all > 0) evidence.located = inside * 2 >= all;
    else if (block.kind !== 'rule') evidence.located = images.some((image) => found.has(image));
  }
  return true;
}

/** Readability compares every link and line break with every ancestor; a page beyond these would take minutes. */
const MOST = { elements: 60_000, links: 4_000, breaks: 6_000 };

function isTooMuch(counts: PageReader['counts']): boolean {
  return counts.elements > MOST.elements || counts.links > MOST.links || counts.breaks > MOST.breaks;
}

/** Where the locator cannot serve, the elements that pages mark as their content must do; or all of the page. */
function locateByElement(blocks: readonly ReadBlock[]): void {
  const inContent = ({ evidence }: ReadBlock) =>
    evidence.inside.some((name) => name === 'article' || name === 'main');
  if (!blocks.some((one) => inContent(one) && one.block.text.length > 200)) return;
  for (const one of blocks) one.evidence.located = inContent(one);
}
