import type { Mark, Range } from '../../contract';

type MarkKind = Mark extends infer M ? (M extends Mark ? Omit<M, keyof Range> : never) : never;

/** Builds the text of a block together with its marks, for readers that know where each mark begins and ends. */
export class MarkedText {
  /** Pieces of the text: asking a string that grows bit by bit for its end would copy all of it each time. */
  private parts: string[] = [];
  private size = 0;
  private lastPart = '';
  private readonly marks: Mark[] = [];

  get length(): number {
    return this.size;
  }

  get text(): string {
    if (this.parts.length > 1) this.parts = [this.parts.join('')];
    return this.parts[0] ?? '';
  }

  /** @param end one character */
  endsWith(end: string): boolean {
    return this.lastPart.endsWith(end);
  }

  /** White space at the very beginning is left out. */
  append(text: string): void {
    const added = this.size === 0 ? text.trimStart() : text;
    if (added === '') return;
    this.parts.push(added);
    this.size += added.length;
    this.lastPart = added;
  }

  /** Begins a new line; never leaves an empty one. */
  lineBreak(): void {
    if (this.size > 0 && !this.endsWith('\n')) this.append('\n');
  }

  mark(mark: MarkKind, start: number, end = this.size): void {
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
