import type { HtmlElement } from './page-tree';

/** How many ancestors count as near; farther ones describe the page, not the block. */
const NEAR = 10;
const MOST_NAMES = 48;

const CAMEL_CASE = /([a-z])([A-Z])/g;
const NOT_LETTERS = /[^\p{L}]+/u;

function wordsOf(element: HtmlElement): string[] {
  const found: string[] = [];
  for (const name of ['class', 'id', 'role', 'data-component', 'itemprop']) {
    const value = element.get(name);
    if (!value) continue;
    const words = value.slice(0, 300).replace(CAMEL_CASE, '$1 $2').toLowerCase().split(NOT_LETTERS);
    // The word that microdata has for it, whole: classes of that name say less, and are parted.
    if (name === 'itemprop' && value === 'articleBody') found.push('articlebody');
    for (const word of words) if (word.length > 1) found.push(word);
  }
  return found;
}

/** Levels of the tree that are told apart; what lies deeper is told by its nearest ones. */
const DEEPEST = 40;

export interface Surroundings {
  inside: string[];
  names: string[];
  path: number[];
}

/** Remembers the words of each element: the blocks of a page share their ancestors. */
export class SurroundingsReader {
  private readonly words = new Map<HtmlElement, string[]>();
  private last: { element: HtmlElement; found: Surroundings } | null = null;

  /** Element names, attribute words and numbers around `element`, itself included, nearest first. */
  of(element: HtmlElement): Surroundings {
    if (this.last?.element === element) return this.last.found;
    const found: Surroundings = { inside: [], names: [], path: [] };
    let node: HtmlElement | null = element;
    for (let step = 0; node?.parent && step < DEEPEST; step++, node = node.parent) {
      found.path.push(node.number);
      if (step >= NEAR) continue;
      found.inside.push(node.name);
      for (const word of this.wordsNear(node)) if (found.names.length < MOST_NAMES) found.names.push(word);
    }
    this.last = { element, found };
    return found;
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
