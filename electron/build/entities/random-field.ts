import { mayFollow, TAG_COUNT } from '../../engine/entities/tagger';

/** A run of words to learn from. */
export interface TrainingRun {
  /** Feature rows of each word, one word after another; `ends[i]` is where word i's end. */
  features: Int32Array;
  ends: Int32Array;
  /** For each word the tags its gold annotation allows, as bits. More than one where the source does not say. */
  allowed: Uint16Array;
  weight: number;
}

export interface TrainingOptions {
  epochs: number;
  rate: number;
  /** Strength of the pull to zero, for each visit of a weight. */
  decay: number;
  /** Share of the features hidden at each visit of a word, so that no feature is relied on alone (0 to 1). */
  dropout: number;
  seed: number;
}

const K = TAG_COUNT;
const ALL_TAGS = (1 << K) - 1;

function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function logSum(values: Float64Array, count: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) most = Math.max(most, values[i]!);
  if (most === Number.NEGATIVE_INFINITY) return most;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += Math.exp(values[i]! - most);
  return most + Math.log(sum);
}

/** Expected counts of tags and of pairs of tags under the field, restricted to the allowed tags. */
class Expectations {
  tags = new Float64Array(0);
  readonly pairs = new Float64Array(K * K);
  #forward = new Float64Array(0);
  #backward = new Float64Array(0);
  readonly #buffer = new Float64Array(K);

  /** @returns the log of the sum over all allowed sequences */
  compute(scores: Float64Array, transitions: Float64Array, allowed: Uint16Array | null): number {
    const n = scores.length / K;
    if (this.tags.length < scores.length) {
      this.tags = new Float64Array(scores.length);
      this.#forward = new Float64Array(scores.length);
      this.#backward = new Float64Array(scores.length);
    }
    const may = (i: number, tag: number): boolean => (((allowed ? allowed[i]! : ALL_TAGS) >> tag) & 1) === 1;
    const [f, b, buffer] = [this.#forward, this.#backward, this.#buffer];
    for (let i = 0; i < n; i++) {
      for (let tag = 0; tag < K; tag++) {
        let value = Number.NEGATIVE_INFINITY;
        if (may(i, tag)) {
          if (i === 0) value = mayFollow(0, tag) ? transitions[tag]! : value;
          else {
            for (let p = 0; p < K; p++) {
              buffer[p] = mayFollow(p, tag)
                ? f[(i - 1) * K + p]! + transitions[p * K + tag]!
                : Number.NEGATIVE_INFINITY;
            }
            value = logSum(buffer, K);
          }
          value += scores[i * K + tag]!;
        }
        f[i * K + tag] = value;
      }
    }
    for (let i = n - 1; i >= 0; i--) {
      for (let tag = 0; tag < K; tag++) {
        if (i === n - 1) {
          b[i * K + tag] = 0;
          continue;
        }
        for (let q = 0; q < K; q++) {
          buffer[q] =
            mayFollow(tag, q) && may(i + 1, q)
              ? b[(i + 1) * K + q]! + transitions[tag * K + q]! + scores[(i + 1) * K + q]!
              : Number.NEGATIVE_INFINITY;
        }
        b[i * K + tag] = logSum(buffer, K);
      }
    }
    for (let tag = 0; tag < K; tag++) buffer[tag] = f[(n - 1) * K + tag]!;
    const total = logSum(buffer, K);
    this.pairs.fill(0);
    for (let i = 0; i < n; i++) {
      for (let tag = 0; tag < K; tag++) {
        const p = Math.exp(f[i * K + tag]! + b[i * K + tag]! - total);
        this.tags[i * K + tag] = p;
        if (i === 0) this.pairs[tag]! += p;
        else if (may(i, tag)) {
          for (let q = 0; q < K; q++) {
            if (!mayFollow(q, tag)) continue;
            this.pairs[q * K + tag]! += Math.exp(
              f[(i - 1) * K + q]! +
                transitions[q * K + tag]! +
                scores[i * K + tag]! +
                b[i * K + tag]! -
                total,
            );
          }
        }
      }
    }
    return total;
  }
}

/** Fits a linear-chain conditional random field by AdaGrad (Duchi and others 2011) on the log likelihood; weights are averaged over later epochs. */
export function fitRandomField(
  runs: readonly TrainingRun[],
  rowCount: number,
  { epochs, rate, decay, dropout, seed }: TrainingOptions,
  report: (line: string) => void,
): { values: Float64Array; transitions: Float64Array } {
  const values = new Float64Array(rowCount * K);
  const squares = new Float64Array(rowCount * K).fill(1e-4);
  const transitions = new Float64Array(K * K);
  const transitionSquares = new Float64Array(K * K).fill(1e-4);
  const averaged = { count: 0, values: new Float64Array(rowCount * K), transitions: new Float64Array(K * K) };
  const free = new Expectations();
  const bound = new Expectations();
  const next = random(seed);
  const order = runs.map((_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    let loss = 0;
    for (const index of order) {
      const run = runs[index]!;
      const n = run.ends.length;
      const scores = new Float64Array(n * K);
      const hidden = new Uint8Array(run.features.length);
      if (dropout > 0) for (let f = 0; f < hidden.length; f++) hidden[f] = next() < dropout ? 1 : 0;
      for (let i = 0, f = 0; i < n; i++) {
        for (; f < run.ends[i]!; f++) {
          if (hidden[f]) continue;
          const from = run.features[f]! * K;
          for (let tag = 0; tag < K; tag++) scores[i * K + tag]! += values[from + tag]! / (1 - dropout);
        }
      }
      const all = free.compute(scores, transitions, null);
      const gold = bound.compute(scores, transitions, run.allowed);
      loss += run.weight * (all - gold);
      for (let i = 0, f = 0; i < n; i++) {
        for (; f < run.ends[i]!; f++) {
          if (hidden[f]) continue;
          const from = run.features[f]! * K;
          for (let tag = 0; tag < K; tag++) {
            const w = from + tag;
            const slope =
              run.weight * (free.tags[i * K + tag]! - bound.tags[i * K + tag]!) + decay * values[w]!;
            if (slope === 0) continue;
            squares[w]! += slope * slope;
            values[w]! -= (rate * slope) / Math.sqrt(squares[w]!);
          }
        }
      }
      for (let t = 0; t < K * K; t++) {
        const slope = run.weight * (free.pairs[t]! - bound.pairs[t]!);
        if (slope === 0) continue;
        transitionSquares[t]! += slope * slope;
        transitions[t]! -= (rate * slope) / Math.sqrt(transitionSquares[t]!);
      }
    }
    report(`epoch ${epoch + 1}: loss ${loss.toFixed(0)}`);
    if (epoch >= epochs / 2) {
      averaged.count++;
      for (let w = 0; w < values.length; w++) averaged.values[w]! += values[w]!;
      for (let t = 0; t < K * K; t++) averaged.transitions[t]! += transitions[t]!;
    }
  }
  return {
    values: averaged.values.map((v) => v / averaged.count),
    transitions: averaged.transitions.map((t) => t / averaged.count),
  };
}
