import type { DraftBlock } from '../../read/draft';
import { BRANCH_FEATURES, branchFeatures } from './branch-features';
import { CONTEXT_FEATURES, contextFeatures } from './context-features';
import { PLACE_FEATURES, placeFeatures } from './place-features';
import { TEXT_FEATURES, type TextFacts, textFeatures } from './text-features';

/** Names of the columns of `describeBlocks`, in order. */
export const FEATURES: readonly string[] = [
  ...TEXT_FEATURES,
  ...PLACE_FEATURES,
  ...CONTEXT_FEATURES,
  ...BRANCH_FEATURES,
];

export interface BlockDescription {
  /** One number a feature, in the order of `FEATURES`. */
  values: number[];
  facts: TextFacts;
}

/** Describes every block in its place by numbers; what the pruner's model is fitted on and judges by. */
export function describeBlocks(blocks: readonly DraftBlock[], title: string | null): BlockDescription[] {
  const facts = blocks.map(({ block }) => textFeatures(block.text));
  const context = contextFeatures({ blocks, facts }, title);
  const branch = branchFeatures(blocks, facts);
  return blocks.map((one, i) => ({
    values: [...facts[i]!.values, ...placeFeatures(one), ...context[i]!, ...branch[i]!],
    facts: facts[i]!,
  }));
}
