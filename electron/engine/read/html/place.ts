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

/** Levels of the tree that are told apart; what lies deeper is told by its nearest ones. */
const DEEPEST = 40;

export interface Place {
  inside: string[];
  names: string[];
  path: number[];
}

/** Remembers the words of each element: the blocks of a page share their ancestors. */
export class Places {
  private readonly words = new Map<HtmlElement, string[]>();
  private readonly numbers = new Map<HtmlElement, number>();
  private last: { element: HtmlElement; place: Place } | null = null;

  /** Element names, attribute words and numbers around `element`, itself included, nearest first. */
  of(element: HtmlElement): Place {
    if (this.last?.element === element) return this.last.place;
    const place: Place = { inside: [], names: [], path: [] };
    let node: HtmlNode | null = element;
    for (let step = 0; node && isElement(node) && step < DEEPEST; step++, node = node.parentNode) {
      if (node.localName === 'body' || node.localName === 'html') break;
      place.path.push(this.numberOf(node));
      if (step >= NEAR) continue;
      place.inside.push(node.localName);
      if (place.names.length < MOST_NAMES) place.names.push(...this.wordsNear(node));
    }
    place.names.length = Math.min(place.names.length, MOST_NAMES);
    this.last = { element, place };
    return place;
  }

  private numberOf(element: HtmlElement): number {
    let number = this.numbers.get(element);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(element, number);
    }
    return number;
  }

  private wordsNear(element: HtmlElement): string[] {
    let words = this.words.get(element);
    if (!words) {
      words = wordsOf(element);
      this.words.set(element, words);
    }
    return words;
  }
}
