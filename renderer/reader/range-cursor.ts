import type { Range } from '../../electron/contract';

/**
 * Gives, of many ranges sorted by start, those that touch a stretch of text. Asked for stretches in ascending order it
 * looks at each range once, however many stretches there are; asked for an earlier one it begins again.
 */
export class RangeCursor<T extends Range> {
  #next = 0;
  #open: T[] = [];
  #last = 0;

  constructor(private readonly ranges: readonly T[]) {}

  touching({ start, end }: Range): T[] {
    if (start < this.#last) {
      this.#next = 0;
      this.#open = [];
    }
    this.#last = start;
    this.#open = this.#open.filter((range) => range.end > start);
    for (let range = this.ranges[this.#next]; range && range.start < end; ) {
      if (range.end > start) this.#open.push(range);
      this.#next += 1;
      range = this.ranges[this.#next];
    }
    return this.#open.filter((range) => range.start < end);
  }
}
