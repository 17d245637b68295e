import { Readability } from '@mozilla/readability';
import type { HtmlDocument, HtmlElement, HtmlNode } from './dom';
import { PageMemory } from './page-memory';

/**
 * Finds the nodes that belong to the article. Consumes the document: afterwards it is in pieces, but its text
 * nodes are still the same objects, and that is how the answer is read off.
 * @returns the text nodes and images that are part of the article; empty when none was found.
 */
export function locateArticle(document: HtmlDocument): Set<HtmlNode> {
  // A template is a part of no page until a script takes it, but the parser makes it one like any other.
  for (const template of [...document.querySelectorAll('template')]) {
    template.parentNode?.removeChild(template);
  }
  keepNodesOnRetry(document.body);
  const readability = new Readability<HtmlElement>(document as never, {
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

/**
 * Readability keeps the page as HTML to try again with weaker filters when it found too little. Writing and parsing
 * HTML costs more than everything else and makes new nodes, so it gets the old ones back instead.
 */
function keepNodesOnRetry(body: HtmlElement): void {
  let memory: PageMemory | null = null;
  Object.defineProperty(body, 'innerHTML', {
    get: () => {
      memory = new PageMemory(body);
      return '';
    },
    set: () => memory?.restore(),
  });
}
