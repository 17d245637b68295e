import type { DraftBlock } from '../../read/draft';
import { BRANCH_FEATURES, branchFeatures } from './branch-features';
import { CONTEXT_FEATURES, contextFeatures } from './context-features';
import { PLACE_FEATURES, placeFeatures } from './place-features';
import { roughFacts, TEXT_FEATURES, type TextFacts, textFeatures } from './text-features';

/** Names of the columns of `describeBlocks`, in order. */
export const FEATURES: readonly string[] = [
  ...TEXT_FEATURES,
  ...PLACE_FEATURES,
  ...CONTEXT_FEATURES,
  ...BRANCH_FEATURES,
];

export interface BlockDescription {
  /** One number a feature, in the order of `FEATURES`; null for a block far from anything like an article. */
  values: number[] | null;
  facts: TextFacts;
}

/** Blocks farther than this from a located block or running text are not described: a page is mostly menus. */
const NEAR = 4;

/** Describes every block in its place by numbers; what the pruner's model is fitted on and judges by. */
export function describeBlocks(blocks: readonly DraftBlock[], title: string | null): BlockDescription[] {
  const near = nearText(blocks);
  const facts = blocks.map(({ block }, i) => (near[i] ? textFeatures(block.text) : roughFacts(block.text)));
  const context = contextFeatures({ blocks, facts, near }, title);
  const branch = branchFeatures(blocks, facts);
  return blocks.map((one, i) => ({
    values: near[i] ? [...facts[i]!.values, ...placeFeatures(one), ...context[i]!, ...branch[i]!] : null,
    facts: facts[i]!,
  }));
}

function nearText(blocks: readonly DraftBlock[]): boolean[] {
  const near = blocks.map(() => false);
  blocks.forEach(({ block, evidence }, i) => {
    const running = block.text.length > 70 && evidence.linkShare < 0.5 && roughFacts(block.text).endsSentence;
    if (evidence.located || running) near.fill(true, Math.max(0, i - NEAR), i + NEAR + 1);
  });
  return near;
}
