import { FINE_TAGS, FINE_TYPES, type WordScores } from './encoder/fine-tags';
import { MOST_FEATURES, type TaggerInput } from './features';
import { CLASSES, type NameClass } from './statistics';
import { bestTags, emissionScores, TAG_COUNT, TAGS } from './tagger';
import { taggerWeights } from './tagger-weights';

/** A name in the row of words: first word, index behind the last, class. */
export interface NameSpan {
  first: number;
  end: number;
  type: NameClass;
  /** Which rule found it; absent when the tagger did. */
  rule?: string;
  /** How well each of CLASSES fits, as natural logarithms of shares that sum to 1; absent where no tagger saw it. */
  fit?: readonly number[];
  /** The same for each of OTHER_TYPES, were it another name; absent where the encoder did not see it. */
  otherFit?: readonly number[];
}

/** What names that are no person, place or organisation are sorted into. */
export const OTHER_TYPES = FINE_TYPES.slice(3);

/** Names as the tagger sees them, in order and without overlap. */
export function tagNames(input: TaggerInput): NameSpan[] {
  const words = input.wordScores;
  const weights = taggerWeights();
  const features = new Uint32Array(MOST_FEATURES);
  const spans: NameSpan[] = [];
  for (const run of input.runs) {
    const before = spans.length;
    const scores = emissionScores(input, run, weights, features, words);
    const tags = bestTags(scores, weights.transitions);
    let current: NameSpan | null = null;
    for (let i = 0; i < tags.length; i++) {
      const tag = tags[i]!;
      if (tag === 0) current = null;
      else if (tag % 2 === 1 || !current) {
        current = { first: run[0] + i, end: run[0] + i + 1, type: TAGS[tag]!.slice(2) as NameClass };
        spans.push(current);
      } else current.end = run[0] + i + 1;
    }
    for (const span of spans.slice(before)) {
      span.fit = classFit(scores, span.first - run[0], span.end - run[0]);
      if (words) span.otherFit = otherFit(words, span);
    }
  }
  return spans;
}

/** The logarithms of each class's share, were the words one name. */
function classFit(scores: Float64Array, first: number, end: number): number[] {
  const sums = CLASSES.map((_, c) => {
    let sum = scores[first * TAG_COUNT + 1 + 2 * c]!;
    for (let i = first + 1; i < end; i++) sum += scores[i * TAG_COUNT + 2 + 2 * c]!;
    return sum;
  });
  return logShares(sums);
}

function otherFit({ rowOf, values }: WordScores, { first, end }: NameSpan): number[] {
  const sums = OTHER_TYPES.map(() => 0);
  for (let i = first; i < end; i++) {
    const row = rowOf[i]!;
    if (row < 0) continue;
    for (let t = 0; t < sums.length; t++)
      sums[t]! += values[row * FINE_TAGS + 1 + 2 * (3 + t) + (i > first ? 1 : 0)]!;
  }
  return logShares(sums);
}

function logShares(sums: readonly number[]): number[] {
  const most = Math.max(...sums);
  const total = most + Math.log(sums.reduce((sum, score) => sum + Math.exp(score - most), 0));
  return sums.map((score) => score - total);
}
