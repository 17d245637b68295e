import type { DraftBlock } from '../../read/draft';
import type { ScoredPage } from './scored-page';

const KEYS = ['same place', 'same element', 'same outer place'] as const;

export const PLACE_SHARE_FEATURES: readonly string[] = KEYS.flatMap((key) => [
  `${key} score`,
  `${key} share`,
  `${key} blocks`,
]);

/** What makes two places of a page alike: the elements around them and the names their authors gave. */
const keyOf: readonly ((one: DraftBlock) => string)[] = [
  ({ evidence }) => `${evidence.inside.slice(0, 4).join('>')} ${evidence.names.slice(0, 6).join(' ')}`,
  ({ block, evidence }) =>
    `${block.kind} ${evidence.inside[0] ?? ''} ${evidence.names.slice(0, 2).join(' ')}`,
  ({ evidence }) => evidence.inside.slice(1, 5).join('>'),
];

interface Totals {
  score: number;
  scored: number;
  blocks: number;
}

/** How the other blocks in the same kind of place were scored: what a page sets alike, it means alike. */
export function placeShareFeatures({ blocks, facts, scores }: ScoredPage): (i: number) => number[] {
  const keys = keyOf.map((of) => blocks.map(of));
  const totals = keys.map((own) => {
    const sums = new Map<string, Totals>();
    own.forEach((key, i) => {
      let total = sums.get(key);
      if (!total) {
        total = { score: 0, scored: 0, blocks: 0 };
        sums.set(key, total);
      }
      total.score += scores[i]!;
      total.scored += scores[i]! * facts[i]!.words;
      total.blocks++;
    });
    return sums;
  });
  const all = Math.max(
    1,
    facts.reduce((sum, { words }, i) => sum + words * scores[i]!, 0),
  );
  return (i) =>
    keys.flatMap((own, at) => {
      const { score, scored, blocks: count } = totals[at]!.get(own[i]!)!;
      const others = count > 1 ? (score - scores[i]!) / (count - 1) : -0.1;
      return [others, (scored - scores[i]! * facts[i]!.words) / all, Math.log1p(count)];
    });
}
