import type { HtmlElement, HtmlNode } from './dom';
import { isElement } from './dom';

/** What Readability leaves on elements while it scores them. */
type Scored = HtmlElement & { readability?: unknown; _readabilityDataTable?: unknown };

/**
 * Remembers which node stood where, so that a page can be put together again after Readability took it apart. The
 * nodes stay the same objects; attributes it removed are not brought back.
 */
export class PageMemory {
  private readonly entries: { element: HtmlElement; children: HtmlNode[] }[] = [];

  constructor(root: HtmlElement) {
    let node: HtmlNode | null = root;
    while (node) {
      if (isElement(node)) this.remember(node);
      let next: HtmlNode | null = node.firstChild;
      while (!next && node && node !== root) {
        next = node.nextSibling;
        if (!next) node = node.parentNode;
      }
      node = next;
    }
  }

  private remember(element: HtmlElement): void {
    const children: HtmlNode[] = [];
    for (let child = element.firstChild; child; child = child.nextSibling) children.push(child);
    this.entries.push({ element, children });
  }

  restore(): void {
    for (const { element, children } of this.entries) {
      const scored = element as Scored;
      delete scored.readability;
      delete scored._readabilityDataTable;
      while (element.firstChild) element.removeChild(element.firstChild);
      for (const child of children) element.appendChild(child);
    }
  }
}
