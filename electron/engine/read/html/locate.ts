import { Readability } from '@mozilla/readability';
import type { HtmlDocument, HtmlElement, HtmlNode } from './dom';

/**
 * Finds the nodes that belong to the article. Consumes the document: afterwards it is in pieces, but its text
 * nodes are still the same objects, and that is how the answer is read off.
 * @returns the text nodes and images that are part of the article; empty when none was found.
 */
export function locateArticle(document: HtmlDocument): Set<HtmlNode> {
  // Readability keeps the page as HTML for second tries with weaker filters. Writing and parsing it costs more
  // than everything else and would replace the nodes, so it gets one try (`charThreshold: 1`) and no copy.
  Object.defineProperty(document.body, 'innerHTML', { get: () => '', set: () => {}, configurable: true });
  const readability = new Readability<HtmlElement>(document as never, {
    charThreshold: 1,
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node as unknown as HtmlElement,
  });
  const found = new Set<HtmlNode>();
  const content = readability.parse()?.content;
  if (!content) return found;
  let node = content.firstChild;
  while (node) {
    if (node.nodeType === 3 || node.nodeName === 'IMG') found.add(node);
    let next = node.firstChild;
    while (!next && node && node !== content) {
      next = node.nextSibling;
      if (!next) node = node.parentNode;
      if (node === content) break;
    }
    node = next;
  }
  return found;
}
