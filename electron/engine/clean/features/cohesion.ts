import { contentWords } from './content-words';
import type { ScoredPage } from './scored-page';

/** Whether a block is about what the rest of the text is about: a teaser or another page's story mostly is not. */
export const COHESION_FEATURES = ['cohesion', 'strongCohesion', 'cohesion near', 'cohesion after'] as const;

/** First score and words from which a block is taken for the heart of the text. */
const HEART = { score: 0.6, words: 20 };
/** UTF-16 units of a block that are looked at. */
const LOOKED_AT = 500;
const RADIUS = 3;

function countWords(words: Iterable<string>, counts: Map<string, number>): void {
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
}

function mean(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  const start = Math.max(0, from);
  const end = Math.min(values.length, to);
  for (let i = start; i < end; i++) sum += values[i]!;
  return sum / Math.max(1, end - start);
}

/** A row a block: shares of its words that stand in the heart of the text outside the block itself, 0 to 1. */
export function cohesionFeatures({ blocks, facts, scores, near }: ScoredPage): (i: number) => number[] {
  const words = blocks.map(({ block }, i) => (near[i] ? contentWords(block.text.slice(0, LOOKED_AT)) : []));
  const isHeart = blocks.map((_, i) => scores[i]! >= HEART.score && facts[i]!.words >= HEART.words);
  const heart = new Map<string, number>();
  // A word counts once a block, so that one long block does not decide.
  words.forEach((own, i) => {
    if (isHeart[i]) countWords(new Set(own), heart);
  });
  const share = (i: number, least: number) => {
    const own = words[i]!;
    const itself = isHeart[i] ? 1 : 0;
    return own.length === 0
      ? 0
      : own.filter((word) => (heart.get(word) ?? 0) - itself >= least).length / own.length;
  };
  const once = Float64Array.from(blocks, (_, i) => share(i, 1));
  return (i) => [
    once[i]!,
    share(i, 3),
    mean(once, i - RADIUS, i + RADIUS + 1),
    mean(once, i + 1, i + 1 + 2 * RADIUS),
  ];
}
