/** A run of text, with its character references resolved. */
export class HtmlText {
  readonly isElement = false;
  nextSibling: HtmlNode | null = null;

  constructor(
    public text: string,
    readonly parent: HtmlElement,
  ) {}
}

export type HtmlNode = HtmlText | HtmlElement;

/**
 * An element of the compact tree that reading works on: only what reading and describing ask for is kept, sums over
 * the subtree are made while it is built. Elements that never show text are not in the tree at all.
 */
export class HtmlElement {
  readonly isElement = true;
  firstChild: HtmlNode | null = null;
  lastChild: HtmlNode | null = null;
  nextSibling: HtmlNode | null = null;
  /** UTF-16 units of text below, without white space at the ends of its runs. */
  textLength = 0;
  /** Which kinds of structure (bits of `STRUCTURE_BITS`) stand below. */
  structure = 0;

  constructor(
    /** Lower case. */
    readonly name: string,
    readonly attributes: ReadonlyMap<string, string> | null,
    readonly parent: HtmlElement | null,
    /** Counts the elements of a page in document order. */
    readonly number: number,
    /** The page itself hides it; style sheets are not read. */
    readonly hidden: boolean,
  ) {}

  get(attribute: string): string | null {
    return this.attributes?.get(attribute) ?? null;
  }

  has(attribute: string): boolean {
    return this.attributes?.has(attribute) ?? false;
  }

  append(node: HtmlNode): void {
    if (this.lastChild) this.lastChild.nextSibling = node;
    else this.firstChild = node;
    this.lastChild = node;
  }

  /** The text of the subtree as it stands in the source. */
  text(): string {
    const pieces: string[] = [];
    for (const node of nodesBelow(this)) if (!node.isElement) pieces.push(node.text);
    return pieces.join('');
  }
}

/** A parsed page. Whatever the source looks like, everything that can be seen stands below `body`. */
export interface HtmlDocument {
  body: HtmlElement;
  /** Attributes of the `html` element. */
  root: ReadonlyMap<string, string>;
  /** Text of the first `title` element; empty without one. */
  title: string;
  /** Attributes of the `meta`, `link` and `base` elements, wherever they stand, in order. */
  head: { name: string; attributes: ReadonlyMap<string, string> }[];
  /** Sources of the scripts that hold JSON-LD. */
  jsonLd: string[];
}

/** Nodes of the subtree in document order without the root; never recursive, so depth cannot overflow the stack. */
export function* nodesBelow(root: HtmlElement): Generator<HtmlNode> {
  let node: HtmlNode | null = root.firstChild;
  while (node) {
    yield node;
    let next: HtmlNode | null = node.isElement ? node.firstChild : null;
    let from: HtmlNode = node;
    while (!next) {
      next = from.nextSibling;
      if (next) break;
      const up: HtmlElement | null = from.parent;
      if (!up || up === root) return;
      from = up;
    }
    node = next;
  }
}

export function* descendants(root: HtmlElement): Generator<HtmlElement> {
  for (const node of nodesBelow(root)) if (node.isElement) yield node;
}
