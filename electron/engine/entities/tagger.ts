import { FINE_TAGS, FINE_TYPES, type WordScores } from './encoder/fine-tags';
import type { FeatureRows } from './feature-rows';
import { type TaggerInput, wordFeatures } from './features';

/** Labels of the tagger: outside, then begin and inside of each class. */
export const TAGS = ['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC', 'B-ORG', 'I-ORG', 'B-MISC', 'I-MISC'] as const;
export const TAG_COUNT = TAGS.length;

/** True when `next` may follow `previous`: a name goes on only inside a name of its class. */
export function mayFollow(previous: number, next: number): boolean {
  if (next === 0 || next % 2 === 1) return true;
  return previous === next || previous === next - 1;
}

/** Weights of a linear-chain conditional random field over TAGS. */
export interface TaggerWeights {
  /** Row of a feature's weights, by the feature's hash. */
  rows: FeatureRows;
  /** `TAG_COUNT` weights a row, in steps of `scale`. */
  values: Int8Array | Float64Array;
  scale: number;
  /** `TAG_COUNT` squared: from (row) to (column). */
  transitions: Float64Array;
  /** What the field's own scores and the encoder's log shares weigh where both are known. */
  pool: { field: number; encoder: number };
}

/**
 * Log scores of every tag for every word of a run, `TAG_COUNT` a word.
 * @param features room for one word's features, used again and again
 * @param words the encoder's view, where there is one
 */
export function emissionScores(
  input: TaggerInput,
  [first, end]: readonly [number, number],
  weights: TaggerWeights,
  features: Uint32Array,
  words: WordScores | null = null,
): Float64Array {
  const scores = new Float64Array((end - first) * TAG_COUNT);
  const { rows, values, scale, pool } = weights;
  const shares = new Float64Array(TAG_COUNT);
  for (let i = first; i < end; i++) {
    const count = wordFeatures(input, i, features);
    const base = (i - first) * TAG_COUNT;
    for (let f = 0; f < count; f++) {
      const row = rows.get(features[f]!);
      if (row < 0) continue;
      const from = row * TAG_COUNT;
      for (let tag = 0; tag < TAG_COUNT; tag++) scores[base + tag]! += values[from + tag]!;
    }
    const row = words?.rowOf[i] ?? -1;
    const weight = row < 0 ? scale : scale * pool.field;
    for (let tag = 0; tag < TAG_COUNT; tag++) scores[base + tag]! *= weight;
    if (!words || row < 0) continue;
    classShares(words.values, row * FINE_TAGS, shares);
    for (let tag = 0; tag < TAG_COUNT; tag++) scores[base + tag]! += pool.encoder * shares[tag]!;
  }
  return scores;
}

/** No tag is less likely than this (log), so that the encoder alone does not rule out what all else says. */
const LEAST_SHARE = -9;

/** The encoder's log shares of a word summed up to the tagger's own tags: all types behind ORG are other names. */
function classShares(values: Float32Array, from: number, out: Float64Array): void {
  for (let tag = 0; tag <= 6; tag++) out[tag] = Math.max(values[from + tag]!, LEAST_SHARE);
  for (const inside of [0, 1]) {
    let sum = 0;
    for (let type = 3; type < FINE_TYPES.length; type++)
      sum += Math.exp(values[from + 1 + 2 * type + inside]!);
    out[7 + inside] = Math.max(Math.log(sum), LEAST_SHARE);
  }
}

/** The best sequence of tags for a run (Viterbi). The words around a run are outside any name. */
export function bestTags(scores: Float64Array, transitions: Float64Array): Uint8Array {
  const length = scores.length / TAG_COUNT;
  const from = new Uint8Array(scores.length);
  let current = new Float64Array(TAG_COUNT);
  let following = new Float64Array(TAG_COUNT);
  for (let tag = 0; tag < TAG_COUNT; tag++) {
    current[tag] = mayFollow(0, tag) ? scores[tag]! + transitions[tag]! : Number.NEGATIVE_INFINITY;
  }
  for (let i = 1; i < length; i++) {
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      let best = Number.NEGATIVE_INFINITY;
      let source = 0;
      for (let previous = 0; previous < TAG_COUNT; previous++) {
        if (!mayFollow(previous, tag)) continue;
        const score = current[previous]! + transitions[previous * TAG_COUNT + tag]!;
        if (score > best) {
          best = score;
          source = previous;
        }
      }
      following[tag] = best + scores[i * TAG_COUNT + tag]!;
      from[i * TAG_COUNT + tag] = source;
    }
    [current, following] = [following, current];
  }
  let tag = 0;
  for (let t = 1; t < TAG_COUNT; t++) if (current[t]! > current[tag]!) tag = t;
  const tags = new Uint8Array(length);
  for (let i = length - 1; i >= 0; i--) {
    tags[i] = tag;
    tag = from[i * TAG_COUNT + tag]!;
  }
  return tags;
}
