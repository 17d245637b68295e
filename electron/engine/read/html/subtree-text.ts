import { INLINE } from './elements';
import type { InlineText } from './inline-text';
import type { HtmlElement, HtmlNode } from './page-tree';

export interface SubtreeHooks {
  enter?(element: HtmlElement): void;
  leave?(element: HtmlElement): void;
}

/** Adds the visible text below `root` to `text`; block elements inside become line breaks. */
export function addSubtree(root: HtmlElement, text: InlineText, hooks: SubtreeHooks = {}): void {
  let node: HtmlNode | null = root.firstChild;
  while (node) {
    let down: HtmlNode | null = null;
    if (node.isElement) down = enterElement(node, text, hooks);
    else text.addText(node.text);
    if (down) {
      node = down;
      continue;
    }
    let from: HtmlNode = node;
    while (!from.nextSibling) {
      const up: HtmlElement = from.parent!;
      if (up === root) return;
      leaveElement(up, text, hooks);
      from = up;
    }
    node = from.nextSibling;
  }
}

function enterElement(element: HtmlElement, text: InlineText, hooks: SubtreeHooks): HtmlNode | null {
  if (element.name === 'br') text.lineBreak();
  if (element.hidden || !element.firstChild) return null;
  if (!INLINE.has(element.name)) text.lineBreak();
  hooks.enter?.(element);
  text.enter(element);
  return element.firstChild;
}

function leaveElement(element: HtmlElement, text: InlineText, hooks: SubtreeHooks): void {
  text.leave(element);
  hooks.leave?.(element);
  if (!INLINE.has(element.name)) text.lineBreak();
}
