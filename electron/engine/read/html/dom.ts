import { parseHTML } from 'linkedom';

/** The few members of the DOM that reading uses; the engine is compiled without the browser's types. */
export interface HtmlNode {
  nodeType: number;
  nodeName: string;
  nodeValue: string | null;
  textContent: string | null;
  parentNode: HtmlNode | null;
  firstChild: HtmlNode | null;
  nextSibling: HtmlNode | null;
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
  const whole = /<html[\s>]/i.test(source) ? source : `<!doctype html><html><body>${source}</body></html>`;
  const document = parseHTML(whole).document as unknown as HtmlDocument;
  gatherIntoBody(document);
  return document;
}

/** The parser does not build missing elements: text behind `</html>` or without `<body>` would be lost to `body`. */
function gatherIntoBody(document: HtmlDocument): void {
  const root = document.documentElement;
  const strays: HtmlNode[] = [];
  for (const parent of [root, document]) {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      const outside = isElement(node)
        ? !['html', 'head', 'body'].includes(node.localName)
        : node.nodeType === TEXT;
      if (outside) strays.push(node);
    }
  }
  const body = document.body;
  for (const node of strays) body.appendChild(node);
}
