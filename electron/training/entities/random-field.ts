import { TAG_COUNT } from '../../engine/entities/tagger';
import { Expectations } from './expectations';

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

export interface FieldWeights {
  /** `TAG_COUNT` weights a feature row. */
  values: Float64Array;
  /** From (row) to (column). */
  transitions: Float64Array;
}

const K = TAG_COUNT;
/** Start of AdaGrad's sums of squares; keeps the first steps finite. */
const FIRST_SQUARE = 1e-4;

/** A linear congruential generator (Numerical Recipes), so that a fit can be made again. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(order: number[], next: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}

/** Weights that learn by AdaGrad (Duchi and others 2011). */
class Learner {
  readonly weights: Float64Array;
  readonly #squares: Float64Array;

  constructor(
    size: number,
    readonly rate: number,
  ) {
    this.weights = new Float64Array(size);
    this.#squares = new Float64Array(size).fill(FIRST_SQUARE);
  }

  step(at: number, slope: number): void {
    if (slope === 0) return;
    this.#squares[at]! += slope * slope;
    this.weights[at]! -= (this.rate * slope) / Math.sqrt(this.#squares[at]!);
  }
}

class RandomField {
  readonly values: Learner;
  readonly transitions: Learner;
  readonly #free = new Expectations();
  readonly #bound = new Expectations();

  constructor(
    rowCount: number,
    readonly options: TrainingOptions,
    readonly next: () => number,
  ) {
    this.values = new Learner(rowCount * K, options.rate);
    this.transitions = new Learner(K * K, options.rate);
  }

  /** One step towards the run's annotation. @returns the loss before it */
  learn(run: TrainingRun): number {
    const { dropout } = this.options;
    const hidden = Uint8Array.from(run.features, () => (dropout > 0 && this.next() < dropout ? 1 : 0));
    const scores = this.#scores(run, hidden);
    const transitions = this.transitions.weights;
    const all = this.#free.compute({ scores, transitions, allowed: null });
    const gold = this.#bound.compute({ scores, transitions, allowed: run.allowed });
    this.#stepFeatures(run, hidden);
    for (let t = 0; t < K * K; t++) {
      this.transitions.step(t, run.weight * (this.#free.pairs[t]! - this.#bound.pairs[t]!));
    }
    return run.weight * (all - gold);
  }

  #scores({ features, ends }: TrainingRun, hidden: Uint8Array): Float64Array {
    const scores = new Float64Array(ends.length * K);
    const shown = 1 - this.options.dropout;
    for (let i = 0, f = 0; i < ends.length; i++) {
      for (; f < ends[i]!; f++) {
        if (hidden[f]) continue;
        const from = features[f]! * K;
        for (let tag = 0; tag < K; tag++) scores[i * K + tag]! += this.values.weights[from + tag]! / shown;
      }
    }
    return scores;
  }

  #stepFeatures({ features, ends, weight }: TrainingRun, hidden: Uint8Array): void {
    for (let i = 0, f = 0; i < ends.length; i++) {
      for (; f < ends[i]!; f++) {
        if (hidden[f]) continue;
        for (let tag = 0; tag < K; tag++) {
          const at = features[f]! * K + tag;
          const slope = weight * (this.#free.tags[i * K + tag]! - this.#bound.tags[i * K + tag]!);
          this.values.step(at, slope + this.options.decay * this.values.weights[at]!);
        }
      }
    }
  }
}

/** Fits a linear-chain conditional random field to the log likelihood; weights are the mean over the later epochs. */
export function fitRandomField(
  runs: readonly TrainingRun[],
  rowCount: number,
  options: TrainingOptions,
  report: (line: string) => void,
): FieldWeights {
  const next = random(options.seed);
  const field = new RandomField(rowCount, options, next);
  const order = runs.map((_, i) => i);
  const mean = { values: new Float64Array(rowCount * K), transitions: new Float64Array(K * K) };
  const averaged = options.epochs - Math.ceil(options.epochs / 2);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, next);
    let loss = 0;
    for (const index of order) loss += field.learn(runs[index]!);
    report(`epoch ${epoch + 1}: loss ${loss.toFixed(0)}`);
    if (epoch < options.epochs - averaged) continue;
    field.values.weights.forEach((value, w) => {
      mean.values[w]! += value / averaged;
    });
    field.transitions.weights.forEach((value, t) => {
      mean.transitions[t]! += value / averaged;
    });
  }
  return mean;
}
