import type { HtmlElement, HtmlNode } from './dom';
import { isElement } from './dom';

/** How many ancestors count as near; farther ones describe the page, not the block. */
const NEAR = 10;
const MOST_NAMES = 48;

const CAMEL_CASE = /([a-z])([A-Z])/g;
const NOT_LETTERS = /[^\p{L}]+/u;

function wordsOf(element: HtmlElement): string[] {
  const found: string[] = [];
  for (const name of ['class', 'id', 'role', 'data-component', 'itemprop']) {
    const value = element.getAttribute(name);
    if (!value) continue;
    const words = value.slice(0, 300).replace(CAMEL_CASE, '$1 $2').toLowerCase().split(NOT_LETTERS);
    for (const word of words) if (word.length > 1) found.push(word);
  }
  return found;
}

export interface Place {
  inside: string[];
  names: string[];
}

/** Remembers the words of each element: the blocks of a page share their ancestors. */
export class Places {
  private readonly words = new Map<HtmlElement, string[]>();

  /** Element names and attribute words around `element`, itself included, nearest first. */
  of(element: HtmlElement): Place {
    const inside: string[] = [];
    const names: string[] = [];
    let node: HtmlNode | null = element;
    for (let step = 0; node && isElement(node) && step < NEAR; step++, node = node.parentNode) {
      if (node.localName === 'body' || node.localName === 'html') break;
      inside.push(node.localName);
      let words = this.words.get(node);
      if (!words) {
        words = wordsOf(node);
        this.words.set(node, words);
      }
      if (names.length < MOST_NAMES) names.push(...words);
    }
    return { inside, names: names.slice(0, MOST_NAMES) };
  }
}
