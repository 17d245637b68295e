import { parseHTML } from 'linkedom';
import { boundMarkup } from '../markup-bounds';

/** The few members of the DOM that reading uses; the engine is compiled without the browser's types. */
export interface HtmlNode {
  nodeType: number;
  nodeName: string;
  nodeValue: string | null;
  textContent: string | null;
  parentNode: HtmlNode | null;
  firstChild: HtmlNode | null;
  nextSibling: HtmlNode | null;
  childNodes: Iterable<HtmlNode>;
  appendChild(child: HtmlNode): HtmlNode;
  removeChild(child: HtmlNode): HtmlNode;
}

export interface HtmlElement extends HtmlNode {
  localName: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
}

export interface HtmlDocument extends HtmlNode {
  documentElement: HtmlElement;
  body: HtmlElement;
  title: string;
  createElement(name: string): HtmlElement;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
}

export const ELEMENT = 1;
export const TEXT = 3;

export function isElement(node: HtmlNode): node is HtmlElement {
  return node.nodeType === ELEMENT;
}

/**
 * Parses a page or a fragment. Nothing is run and nothing is fetched. Whatever the source looks like, the result
 * has one `html` element with one `body`, and every visible node stands inside that body.
 */
export function parseHtml(source: string): HtmlDocument {
  let document = parse(HAS_ROOT.test(source) ? source : wrapped(source));
  if (!childrenOf(document).some(isRoot)) document = parse(wrapped(source));
  gatherIntoBody(document);
  return document;
}

const HAS_ROOT = /<html[\s>]/i;

function wrapped(source: string): string {
  return `<!doctype html><html><body>${source}</body></html>`;
}

function parse(source: string): HtmlDocument {
  return parseHTML(boundMarkup(source)).document as unknown as HtmlDocument;
}

function isRoot(node: HtmlNode): boolean {
  return isElement(node) && node.localName === 'html';
}

/**
 * The parser does not build missing elements, takes a second `html` or `body` as one more element, and calls the
 * first element the root whatever it is: without this, text around a misplaced tag would be lost to
 * `document.body`.
 */
function gatherIntoBody(document: HtmlDocument): void {
  const leading = childrenOf(document);
  leading.length = leading.findIndex(isRoot);
  for (const node of leading) if (isElement(node)) document.removeChild(node);
  const { body, documentElement } = document;
  const strays: HtmlNode[] = [];
  const waiting = [...leading, ...childrenOf(documentElement), ...childrenOf(document)].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node === body || node === documentElement) continue;
    if (node.nodeType === TEXT) strays.push(node);
    else if (isElement(node) && ['html', 'body'].includes(node.localName)) {
      waiting.push(...childrenOf(node).reverse());
    } else if (isElement(node) && node.localName !== 'head') strays.push(node);
  }
  for (const node of strays) body.appendChild(node);
}

/** `nextSibling` will not do at the top: the document type has none in linkedom. */
function childrenOf(parent: HtmlNode): HtmlNode[] {
  return [...parent.childNodes];
}
