import { mayFollow, TAG_COUNT } from '../../engine/entities/tagger';

const K = TAG_COUNT;
const NONE = Number.NEGATIVE_INFINITY;

function logSum(values: Float64Array): number {
  let most = NONE;
  for (const value of values) most = Math.max(most, value);
  if (most === NONE) return most;
  let sum = 0;
  for (const value of values) sum += Math.exp(value - most);
  return most + Math.log(sum);
}

/** What a run's tags may be, with what weight: scores of a word's tags, of pairs of tags, and which tags are allowed. */
export interface Lattice {
  /** Log scores, one a tag for each word. */
  scores: Float64Array;
  transitions: Float64Array;
  /** For each word the allowed tags as bits; null when all are. */
  allowed: Uint16Array | null;
}

const may = ({ allowed }: Lattice, i: number, tag: number): boolean =>
  !allowed || ((allowed[i]! >> tag) & 1) === 1;

/** Expected counts of tags and of pairs of tags over a lattice, by the forward-backward algorithm in log space. */
export class Expectations {
  /** Chance of each tag of each word. */
  tags = new Float64Array(0);
  /** Expected number of each pair of neighbouring tags; before the first word stands an outside tag. */
  readonly pairs = new Float64Array(K * K);
  #forward = new Float64Array(0);
  #backward = new Float64Array(0);
  readonly #buffer = new Float64Array(K);

  /** @returns the log of the sum over all allowed sequences */
  compute(lattice: Lattice): number {
    const length = lattice.scores.length / K;
    if (this.tags.length < lattice.scores.length) {
      this.tags = new Float64Array(lattice.scores.length);
      this.#forward = new Float64Array(lattice.scores.length);
      this.#backward = new Float64Array(lattice.scores.length);
    }
    this.#goForward(lattice, length);
    this.#goBackward(lattice, length);
    const total = logSum(this.#forward.slice((length - 1) * K, length * K));
    this.pairs.fill(0);
    for (let i = 0; i < length; i++) this.#count(lattice, i, total);
    return total;
  }

  #goForward(lattice: Lattice, length: number): void {
    const { scores, transitions } = lattice;
    for (let i = 0; i < length; i++) {
      for (let tag = 0; tag < K; tag++) {
        for (let p = 0; p < K; p++) {
          const before = i === 0 ? (p === 0 ? 0 : NONE) : this.#forward[(i - 1) * K + p]!;
          this.#buffer[p] = mayFollow(p, tag) ? before + transitions[p * K + tag]! : NONE;
        }
        this.#forward[i * K + tag] = may(lattice, i, tag)
          ? logSum(this.#buffer) + scores[i * K + tag]!
          : NONE;
      }
    }
  }

  #goBackward(lattice: Lattice, length: number): void {
    const { scores, transitions } = lattice;
    this.#backward.fill(0, (length - 1) * K, length * K);
    for (let i = length - 2; i >= 0; i--) {
      for (let tag = 0; tag < K; tag++) {
        for (let q = 0; q < K; q++) {
          const at = (i + 1) * K + q;
          const goesOn = mayFollow(tag, q) && may(lattice, i + 1, q);
          this.#buffer[q] = goesOn ? this.#backward[at]! + transitions[tag * K + q]! + scores[at]! : NONE;
        }
        this.#backward[i * K + tag] = logSum(this.#buffer);
      }
    }
  }

  #count(lattice: Lattice, i: number, total: number): void {
    for (let tag = 0; tag < K; tag++) {
      const at = i * K + tag;
      const chance = Math.exp(this.#forward[at]! + this.#backward[at]! - total);
      this.tags[at] = chance;
      if (i === 0) this.pairs[tag]! += chance;
      if (i === 0 || !may(lattice, i, tag)) continue;
      const rest = lattice.scores[at]! + this.#backward[at]! - total;
      for (let q = 0; q < K; q++) {
        if (!mayFollow(q, tag)) continue;
        const pair = this.#forward[(i - 1) * K + q]! + lattice.transitions[q * K + tag]! + rest;
        this.pairs[q * K + tag]! += Math.exp(pair);
      }
    }
  }
}
