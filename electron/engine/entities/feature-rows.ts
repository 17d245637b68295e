/**
 * Rows by feature hash: open addressing over typed arrays, which answers several times faster than a Map does. The
 * hashes are well mixed already, so their low bits serve as the place.
 */
export class FeatureRows {
  readonly #mask: number;
  readonly #hashes: Uint32Array;
  /** Row + 1; 0 marks a free place. */
  readonly #rows: Int32Array;

  /** @param hashes distinct; a hash's row is its index */
  constructor(hashes: ArrayLike<number>) {
    let size = 1024;
    while (size < hashes.length * 3) size *= 2;
    this.#mask = size - 1;
    this.#hashes = new Uint32Array(size);
    this.#rows = new Int32Array(size);
    for (let row = 0; row < hashes.length; row++) {
      const hash = hashes[row]!;
      let at = hash & this.#mask;
      while (this.#rows[at] !== 0) at = (at + 1) & this.#mask;
      this.#hashes[at] = hash;
      this.#rows[at] = row + 1;
    }
  }

  /** @returns the row, or -1 */
  get(hash: number): number {
    for (let at = hash & this.#mask; ; at = (at + 1) & this.#mask) {
      const row = this.#rows[at]!;
      if (row === 0) return -1;
      if (this.#hashes[at] === hash) return row - 1;
    }
  }
}
