import { escaped } from '../markup/as-page';

/** How a run of text is set. */
export interface RunStyle {
  bold: boolean;
  italic: boolean;
  strike: boolean;
  raised: 'sup' | 'sub' | null;
  hidden: boolean;
  href: string | null;
}

export const PLAIN_RUN: RunStyle = {
  bold: false,
  italic: false,
  strike: false,
  raised: null,
  hidden: false,
  href: null,
};

/** Programs without lists of their own set a bullet before the paragraph. */
const BULLET = /^\s{0,9}[•▪◦‣·]\s{1,9}/;

function isSame(a: RunStyle, b: RunStyle): boolean {
  return (Object.keys(a) as (keyof RunStyle)[]).every((key) => a[key] === b[key]);
}

function tagsOf({ bold, italic, strike, raised }: RunStyle): string[] {
  return [bold && 'b', italic && 'i', strike && 's', raised].filter((tag) => typeof tag === 'string');
}

/** Puts paragraphs, list items and table rows together as markup, in the order in which they end in the source. */
export class RtfWriter {
  private readonly done: string[] = [];
  private paragraph = '';
  private run = '';
  private style: RunStyle = PLAIN_RUN;
  private words = 0;
  private cell: string[] = [];
  private row: string[] = [];
  private table: string[] = [];
  private items: string[] = [];
  private marker = '';
  private ordered = false;

  text(text: string, style: RunStyle): void {
    if (style.hidden || text === '') return;
    if (!isSame(style, this.style)) this.endRun();
    this.style = style;
    this.run += text;
    if (text.trim() !== '') this.words += text.length;
  }

  /** Every letter above ASCII is a piece of its own in the source; pieces set alike are one run. */
  private endRun(): void {
    const { run, style } = this;
    this.run = '';
    if (run === '') return;
    const tags = tagsOf(style);
    const opened = tags.map((tag) => `<${tag}>`).join('');
    const closed = tags.toReversed().map((tag) => `</${tag}>`);
    const inner = `${opened}${escaped(run)}${closed.join('')}`;
    this.paragraph += style.href === null ? inner : `<a href="${escaped(style.href)}">${inner}</a>`;
  }

  raw(markup: string): void {
    this.endRun();
    this.paragraph += markup;
  }

  /** What stands before the text of a list item. */
  setMarker(marker: string): void {
    this.marker = marker.trim();
  }

  /** Ends a paragraph as what its style says: "p", "h1" ..., "pre". */
  endParagraph(tag: string, inTable: boolean): void {
    this.endRun();
    const bullet = this.marker === '' && tag === 'p' ? (BULLET.exec(this.paragraph)?.[0] ?? '') : '';
    const paragraph = this.paragraph.slice(bullet.length);
    const marker = this.marker || bullet.trim();
    this.paragraph = '';
    this.marker = '';
    const empty = this.words === 0 && !paragraph.includes('<img');
    this.words = 0;
    if (inTable) {
      if (!empty) this.cell.push(paragraph);
      return;
    }
    this.endTable();
    if (!empty && marker !== '') {
      this.items.push(`<li>${paragraph}</li>`);
      this.ordered = /\d|^[a-z][.)]/i.test(marker);
      return;
    }
    this.endList();
    // A heading is set in bold as a whole: that is its style, not an emphasis.
    const plain = /^h\d$/.test(tag) ? paragraph.replace(/<\/?b>/g, '') : paragraph;
    if (!empty) this.done.push(`<${tag}>${plain}</${tag}>`);
  }

  endCell(): void {
    this.endParagraph('p', true);
    this.row.push(`<td>${this.cell.join(' ')}</td>`);
    this.cell = [];
  }

  endRow(): void {
    this.endList();
    if (this.row.length > 0) this.table.push(`<tr>${this.row.join('')}</tr>`);
    this.row = [];
  }

  private endTable(): void {
    if (this.row.length > 0) this.endRow();
    if (this.table.length > 0) this.done.push(`<table>${this.table.join('')}</table>`);
    this.table = [];
  }

  private endList(): void {
    const tag = this.ordered ? 'ol' : 'ul';
    if (this.items.length > 0) this.done.push(`<${tag}>${this.items.join('')}</${tag}>`);
    this.items = [];
  }

  finish(tag: string): string {
    this.endParagraph(tag, false);
    this.endTable();
    this.endList();
    return this.done.join('');
  }
}
