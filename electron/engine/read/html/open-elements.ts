import { HEADING, INLINE } from './elements';
import type { HtmlElement } from './page-tree';

/** One element that was opened and not yet closed. */
export interface OpenElement {
  name: string;
  /** Where its content goes: its own node, or its parent's when it has none. */
  node: HtmlElement;
  /** Its content is left out. */
  skipped: boolean;
}

function setOf(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}

/** Elements that end an open paragraph by beginning (HTML Standard, 13.2.6.4.7). */
const ENDS_PARAGRAPH = setOf(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li dd dt main menu nav ol p pre section summary table ul',
);
const TABLE_PARTS = setOf('caption colgroup col tbody thead tfoot tr td th');
/** Elements that an end tag of another name does not look beyond, but for the parts of a table. */
const SCOPES = setOf('caption table td th template object marquee');
const FOREIGN = setOf('svg math');
const PASSED_BY_ITEMS = setOf('p div address');
/** How far up a tag looks for its element; time must grow with the length only, whatever the page. */
const REACH = 600;

/** Which open parts of a table a new part ends. */
const ENDED_BY_PART: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    td: 'td th',
    th: 'td th',
    tr: 'td th tr caption colgroup',
    tbody: 'td th tr tbody thead tfoot caption colgroup',
    thead: 'td th tr tbody thead tfoot caption colgroup',
    tfoot: 'td th tr tbody thead tfoot caption colgroup',
    caption: 'caption',
    colgroup: 'caption colgroup',
  }).map(([name, ended]) => [name, setOf(ended)]),
);

/**
 * The stack of open elements, with the rules of the HTML Standard (13.2.6) by which tags end elements that their
 * authors left open, in a simpler form: nothing is moved, and a mark closed too early ends where it stands.
 */
export class OpenElements {
  private readonly stack: OpenElement[] = [];
  /** How many of the open elements are left out with their content. */
  skipping = 0;

  constructor(private readonly bottom: HtmlElement) {}

  /** The element that takes what comes next. */
  get node(): HtmlElement {
    return this.stack.at(-1)?.node ?? this.bottom;
  }

  get depth(): number {
    return this.stack.length;
  }

  push(element: OpenElement): void {
    this.stack.push(element);
    if (element.skipped) this.skipping++;
  }

  /** Ends what an element of this name ends by beginning. */
  endBefore(name: string): void {
    if (ENDS_PARAGRAPH.has(name)) this.endAmongInline('p');
    if (name === 'li') this.endItem('li', 'li');
    else if (name === 'dd' || name === 'dt') this.endItem('dd', 'dt');
    else if (name === 'a') this.endAmongInline('a');
    else if (HEADING.test(name) && HEADING.test(this.stack.at(-1)?.name ?? ''))
      this.popTo(this.stack.length - 1);
    const ended = ENDED_BY_PART.get(name);
    if (ended) this.endParts(ended);
  }

  private endAmongInline(name: string): void {
    for (let at = this.stack.length - 1; at >= this.floor(); at--) {
      const open = this.stack[at]!;
      if (open.name === name) {
        this.popTo(at);
        return;
      }
      if (!INLINE.has(open.name)) return;
    }
  }

  private endItem(one: string, other: string): void {
    for (let at = this.stack.length - 1; at >= this.floor(); at--) {
      const { name } = this.stack[at]!;
      if (name === one || name === other) {
        this.popTo(at);
        return;
      }
      if (!INLINE.has(name) && !PASSED_BY_ITEMS.has(name)) return;
    }
  }

  private endParts(ended: ReadonlySet<string>): void {
    let last = -1;
    for (let at = this.stack.length - 1; at >= this.floor(); at--) {
      const { name } = this.stack[at]!;
      if (name === 'table') break;
      if (ended.has(name)) last = at;
    }
    if (last >= 0) this.popTo(last);
  }

  /** Ends the element that an end tag names; a stray end tag ends nothing. */
  end(name: string): void {
    const partOfTable = TABLE_PARTS.has(name) || name === 'table';
    const heading = HEADING.test(name);
    for (let at = this.stack.length - 1; at >= this.floor(); at--) {
      const open = this.stack[at]!;
      if (open.name === name || (heading && HEADING.test(open.name))) {
        if (INLINE.has(name)) this.takeOut(at);
        else this.popTo(at);
        return;
      }
      if (partOfTable ? open.name === 'table' : SCOPES.has(open.name)) return;
      if (name === 'li' && (open.name === 'ul' || open.name === 'ol')) return;
    }
  }

  /** True inside a drawing or formula, where any element may be written as an empty one. */
  isForeign(name: string): boolean {
    return FOREIGN.has(name) || (this.skipping > 0 && this.foreignAt() >= 0);
  }

  /** Ends a drawing or formula that nobody closed. */
  endForeign(): void {
    const at = this.foreignAt();
    if (at >= 0) this.popTo(at);
  }

  private foreignAt(): number {
    for (let at = this.stack.length - 1; at >= this.floor(); at--) {
      const { name } = this.stack[at]!;
      if (FOREIGN.has(name)) return at;
      if (name === 'foreignobject') return -1;
    }
    return -1;
  }

  private floor(): number {
    return Math.max(0, this.stack.length - REACH);
  }

  private popTo(length: number): void {
    while (this.stack.length > length) if (this.stack.pop()!.skipped) this.skipping--;
  }

  /** Ends an element of the line alone: blocks that were opened inside it stay open. */
  private takeOut(at: number): void {
    const above = this.stack.slice(at + 1);
    if (above.every(({ name }) => INLINE.has(name))) this.popTo(at);
    else if (this.stack.splice(at, 1)[0]?.skipped) this.skipping--;
  }
}
