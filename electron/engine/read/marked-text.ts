import type { Mark, Range } from '../../contract';

type MarkKind = Mark extends infer M ? (M extends Mark ? Omit<M, keyof Range> : never) : never;

/** Builds the text of a block together with its marks, for readers that know where each mark begins and ends. */
export class MarkedText {
  text = '';
  private readonly marks: Mark[] = [];

  get length(): number {
    return this.text.length;
  }

  /** White space at the very beginning is left out. */
  append(text: string): void {
    this.text += this.text === '' ? text.trimStart() : text;
  }

  /** Begins a new line; never leaves an empty one. */
  lineBreak(): void {
    if (this.text !== '' && !this.text.endsWith('\n')) this.text += '\n';
  }

  mark(mark: MarkKind, start: number, end = this.text.length): void {
    if (end > start) this.marks.push({ ...mark, start, end } as Mark);
  }

  /** The text without white space at its end, and marks cut to it, in the contract's order. */
  finish(): { text: string; marks: Mark[] } {
    const text = this.text.trimEnd();
    const marks = this.marks
      .map((mark) => ({ ...mark, end: Math.min(mark.end, text.length) }))
      .filter((mark) => mark.end > mark.start)
      .sort((a, b) => a.start - b.start || b.end - a.end);
    return { text, marks };
  }
}
