import type { Direction, Mark } from '../../../contract';
import type { HtmlElement } from './page-tree';

/** A run of text taken from the page. */
export interface InlinePiece {
  text: string;
  marks: Mark[];
  /** UTF-16 units that the page gave, without those between its runs, and those of them inside links. */
  length: number;
  linked: number;
}

type OpenMark = { element: HtmlElement; mark: Mark };

/** Mark given by an element, or null. `end` is set when the element closes. */
function markOf(element: HtmlElement): Mark | null {
  const range = { start: 0, end: 0 };
  switch (element.name) {
    case 'em':
    case 'i':
    case 'cite':
    case 'dfn':
    case 'var':
      return { kind: 'emphasis', ...range };
    case 'b':
    case 'strong':
      return { kind: 'strong', ...range };
    case 'code':
    case 'kbd':
    case 'samp':
    case 'tt':
      return { kind: 'code', ...range };
    case 's':
    case 'del':
    case 'strike':
      return { kind: 'strike', ...range };
    case 'sup':
      return { kind: 'superscript', ...range };
    case 'sub':
      return { kind: 'subscript', ...range };
    case 'a': {
      const href = element.get('href')?.trim();
      return href ? { kind: 'link', href, ...range } : null;
    }
    default: {
      const lang = element.get('lang');
      const dir = directionOf(element);
      if (!lang && !dir) return null;
      return { kind: 'language', lang: lang ?? '', ...(dir && { dir }), ...range };
    }
  }
}

export function directionOf(element: HtmlElement): Direction | undefined {
  const dir = element.get('dir')?.toLowerCase();
  return dir === 'rtl' || dir === 'ltr' ? dir : undefined;
}

const WHITE_SPACE = /[ \t\n\r\f\u200b]+/g;
const OUTER_SPACE = /^ | $/g;

/**
 * Gathers the text of a block: collapses white space as browsers do, keeps marks and line breaks. Marks that are
 * open when a piece is taken go on in the next one.
 */
export class InlineText {
  /** Pieces of the text; asking a long string grown bit by bit for its end would copy it each time. */
  private parts: string[] = [];
  private size = 0;
  private lineEnded = true;
  private marks: Mark[] = [];
  private open: OpenMark[] = [];
  private given = 0;
  private linked = 0;
  private space = false;
  /** White space is kept, as inside `pre`. */
  preserve = false;

  /** @param around text whose open links go on here: a heading inside a link is all link. */
  constructor(around?: InlineText) {
    for (const { element, mark } of around?.open ?? []) {
      if (mark.kind === 'link') this.open.push({ element, mark: { ...mark, start: -1 } });
    }
  }

  get length(): number {
    return this.size;
  }

  private push(value: string): void {
    this.parts.push(value);
    this.size += value.length;
    this.lineEnded = value.endsWith('\n');
  }

  addText(value: string): void {
    if (this.preserve) {
      this.append(value.replace(/\r\n?/g, '\n'));
      return;
    }
    const collapsed = value.replace(WHITE_SPACE, ' ');
    const bare = collapsed.trim();
    const body = this.keepsIndent(bare) ? collapsed.replace(OUTER_SPACE, '') : bare;
    if (body === '') {
      if (collapsed !== '') this.space = true;
      return;
    }
    // A no-break space at the end of a run parts words as any other does.
    if (!collapsed.startsWith(body)) this.space = true;
    if (this.space && !this.lineEnded) this.push(' ');
    this.space = false;
    this.append(body);
    this.space = !collapsed.endsWith(body);
  }

  /** No-break spaces indent a program anywhere, and a verse at the beginning of its line. */
  private keepsIndent(words: string): boolean {
    const isVerse = this.lineEnded && this.size > 0 && words !== '';
    return isVerse || this.open.some(({ mark }) => mark.kind === 'code');
  }

  private append(value: string): void {
    for (const { mark } of this.open) if (mark.start < 0) mark.start = this.size;
    this.push(value);
    this.given += value.length;
    if (this.open.some(({ mark }) => mark.kind === 'link')) this.linked += value.length;
  }

  lineBreak(): void {
    this.space = false;
    if (!this.lineEnded) this.push('\n');
  }

  enter(element: HtmlElement): void {
    const mark = markOf(element);
    if (mark && this.open.length < 16) this.open.push({ element, mark: { ...mark, start: -1 } });
  }

  leave(element: HtmlElement): void {
    const last = this.open.at(-1);
    if (last?.element !== element) return;
    this.open.pop();
    this.close(last.mark);
  }

  private close(mark: Mark): void {
    if (mark.start >= 0 && this.size > mark.start) this.marks.push({ ...mark, end: this.size });
  }

  /** Everything since the last take; null when there was no text. */
  take(): InlinePiece | null {
    for (const { mark } of this.open) this.close(mark);
    const text = this.parts.join('').trimEnd();
    const marks = this.marks
      .map((mark) => ({ ...mark, end: Math.min(mark.end, text.length) }))
      .filter((mark) => mark.end > mark.start)
      .sort((a, b) => a.start - b.start || b.end - a.end);
    const piece = text.trim() === '' ? null : { text, marks, length: this.given, linked: this.linked };
    this.parts = [];
    this.size = 0;
    this.lineEnded = true;
    this.marks = [];
    this.open = this.open.map(({ element, mark }) => ({ element, mark: { ...mark, start: -1 } }));
    this.given = 0;
    this.linked = 0;
    this.space = false;
    return piece;
  }
}
