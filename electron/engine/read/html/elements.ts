import type { HtmlElement } from './dom';

/** Elements whose content is never text of the page. */
export const SKIPPED = new Set(
  'head script style template noscript svg canvas audio video object embed iframe frame frameset map select datalist textarea input meter progress dialog'.split(
    ' ',
  ),
);

/** Elements that stand in a line of text and do not end it. */
export const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output picture q rb ruby s samp slot small source span strike strong sub sup time tt u var wbr img br amp-img'.split(
    ' ',
  ),
);

/** Elements that give a list item, a quotation or a figure an inner structure of its own. */
const STRUCTURE = new Set('h1 h2 h3 h4 h5 h6 table pre blockquote figure ul ol dl form'.split(' '));

export const HEADING = /^h[1-6]$/;

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Hidden by the page itself; style sheets are not read. */
export function isHidden(element: HtmlElement): boolean {
  if (element.hasAttribute('hidden')) return element.getAttribute('hidden') !== 'until-found';
  const style = element.getAttribute('style');
  return style !== null && HIDDEN_STYLE.test(style);
}

/** Nodes of the subtree in document order without the root; never recursive, so depth cannot overflow the stack. */
export function* descendants(root: HtmlElement): Generator<HtmlElement> {
  let node = root.firstChild;
  while (node) {
    if (node.nodeType === 1) yield node as HtmlElement;
    let next = node.nodeType === 1 ? node.firstChild : null;
    while (!next && node && node !== root) {
      next = node.nextSibling;
      if (!next) node = node.parentNode;
      if (node === root) return;
    }
    node = next;
  }
}

/** True when `root` holds, anywhere below, an element that must become a block of its own. */
export function holdsStructure(root: HtmlElement, except: readonly string[] = []): boolean {
  for (const element of descendants(root)) {
    if (STRUCTURE.has(element.localName) && !except.includes(element.localName)) return true;
  }
  return false;
}
