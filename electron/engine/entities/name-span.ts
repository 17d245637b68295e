import { MOST_FEATURES, type TaggerInput } from './features';
import type { NameClass } from './statistics';
import { bestTags, emissionScores, TAGS } from './tagger';
import { taggerWeights } from './tagger-weights';

/** A name in the row of words: first word, index behind the last, class. */
export interface NameSpan {
  first: number;
  end: number;
  type: NameClass;
  /** Which rule found it; absent when the tagger did. */
  rule?: string;
}

/** Names as the tagger sees them, in order and without overlap. */
export function tagNames(input: TaggerInput): NameSpan[] {
  const weights = taggerWeights();
  const features = new Uint32Array(MOST_FEATURES);
  const spans: NameSpan[] = [];
  for (const run of input.runs) {
    const tags = bestTags(emissionScores(input, run, weights, features), weights.transitions);
    let current: NameSpan | null = null;
    for (let i = 0; i < tags.length; i++) {
      const tag = tags[i]!;
      if (tag === 0) current = null;
      else if (tag % 2 === 1 || !current) {
        current = { first: run[0] + i, end: run[0] + i + 1, type: TAGS[tag]!.slice(2) as NameClass };
        spans.push(current);
      } else current.end = run[0] + i + 1;
    }
  }
  return spans;
}
