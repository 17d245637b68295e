import type { HtmlElement, HtmlNode } from './dom';
import { INLINE, isHidden, SKIPPED } from './elements';
import type { InlineText } from './inline-text';

export interface SubtreeHooks {
  enter?(element: HtmlElement): void;
  leave?(element: HtmlElement): void;
  /** Elements that the caller reads in its own way. */
  skip?(element: HtmlElement): boolean;
}

/** Adds the visible text below `root` to `text`; block elements inside become line breaks. */
export function addSubtree(root: HtmlElement, text: InlineText, hooks: SubtreeHooks = {}): void {
  let node: HtmlNode | null = root.firstChild;
  while (node) {
    let down: HtmlNode | null = null;
    if (node.nodeType === 3) text.addText(node.nodeValue ?? '', node);
    else if (node.nodeType === 1 && !hooks.skip?.(node as HtmlElement)) {
      down = enterElement(node as HtmlElement, text, hooks);
    }
    if (down) {
      node = down;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node && node !== root) leaveElement(node as HtmlElement, text, hooks);
    }
    node = node === root || !node ? null : node.nextSibling;
  }
}

function enterElement(element: HtmlElement, text: InlineText, hooks: SubtreeHooks): HtmlNode | null {
  if (element.localName === 'br') text.lineBreak();
  if (SKIPPED.has(element.localName) || isHidden(element) || !element.firstChild) return null;
  if (!INLINE.has(element.localName)) text.lineBreak();
  hooks.enter?.(element);
  text.enter(element);
  return element.firstChild;
}

function leaveElement(element: HtmlElement, text: InlineText, hooks: SubtreeHooks): void {
  text.leave(element);
  hooks.leave?.(element);
  if (!INLINE.has(element.localName)) text.lineBreak();
}
