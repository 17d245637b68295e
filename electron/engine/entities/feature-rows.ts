const FILTER_BITS = 19;

/**
 * Rows by feature hash: open addressing over one typed array, hash and row side by side, which answers several times
 * faster than a Map does. The hashes are well mixed already, so their low bits serve as the place.
 */
export class FeatureRows {
  readonly #mask: number;
  /** Pairs of hash and row + 1; a row of 0 marks a free place. */
  readonly #pairs: Uint32Array;
  /** One bit for each hash's top bits: most features are not known, and this small table says so from the cache. */
  readonly #known = new Uint32Array(1 << (FILTER_BITS - 5));

  /** @param hashes distinct; a hash's row is its index */
  constructor(hashes: ArrayLike<number>) {
    let size = 1024;
    while (size < hashes.length * 3) size *= 2;
    this.#mask = size - 1;
    this.#pairs = new Uint32Array(size * 2);
    for (let row = 0; row < hashes.length; row++) {
      const hash = hashes[row]!;
      const bit = hash >>> (32 - FILTER_BITS);
      this.#known[bit >>> 5]! |= 1 << (bit & 31);
      let at = hash & this.#mask;
      while (this.#pairs[at * 2 + 1] !== 0) at = (at + 1) & this.#mask;
      this.#pairs[at * 2] = hash;
      this.#pairs[at * 2 + 1] = row + 1;
    }
  }

  /** @returns the row, or -1 */
  get(hash: number): number {
    const bit = hash >>> (32 - FILTER_BITS);
    if (((this.#known[bit >>> 5]! >>> (bit & 31)) & 1) === 0) return -1;
    const pairs = this.#pairs;
    const mask = this.#mask;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const row = pairs[at * 2 + 1]!;
      if (row === 0) return -1;
      if (pairs[at * 2] === hash) return row - 1;
    }
  }
}
