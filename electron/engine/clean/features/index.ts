import type { DraftBlock } from '../../read/draft';
import { PLACE_FEATURES, placeFeatures } from './place-features';
import { type PageStatement, STATED_FEATURES, statedFeatures } from './stated-text';
import { SURROUNDING_FEATURES, surroundingFeatures } from './surroundings';
import { roughFacts, TEXT_FEATURES, type TextFacts, textFeatures } from './text-features';

/** Names of the columns of `describeLooks`: what a block shows of itself. */
export const LOOKS: readonly string[] = [...TEXT_FEATURES, ...PLACE_FEATURES, ...STATED_FEATURES];
/** Names of the columns of `describeBlocks`. */
export const FEATURES: readonly string[] = [...LOOKS, ...SURROUNDING_FEATURES];

export interface BlockLooks {
  /** One number a feature, in the order of `LOOKS`; null for a block far from anything like an article. */
  values: number[] | null;
  facts: TextFacts;
}

/** On a page of more blocks only what stands so near to located blocks or long ones is described. */
const MANY = 1500;
/** On one of so many that no article has them, only what stands near long blocks. */
const TOO_MANY = 6000;
const NEAR = 8;
const LONG = 60;

const NOTHING: PageStatement = { stated: undefined, kind: null };

/** Describes every block by itself, in numbers; what the first of the pruner's models judges by. */
export function describeLooks(blocks: readonly DraftBlock[], page: PageStatement = NOTHING): BlockLooks[] {
  const near = nearText(blocks);
  const inStated = statedFeatures(page, blocks);
  return blocks.map((one, i) => {
    if (!near[i] || one.block.text === '') return { values: null, facts: roughFacts(one.block.text) };
    const facts = textFeatures(one.block.text);
    return { values: [...facts.values, ...placeFeatures(one), ...inStated(one)], facts };
  });
}

/**
 * Describes every block in its place, what the second model judges by.
 * @param scores what the first model gave each block, 0 to 1
 * @returns one row a block in the order of `FEATURES`; null where `looks` has none
 */
export function describeBlocks(
  blocks: readonly DraftBlock[],
  looks: readonly BlockLooks[],
  scores: Float64Array,
  title: string | null,
): (number[] | null)[] {
  const facts = looks.map((one) => one.facts);
  const near = looks.map(({ values }) => values !== null);
  const around = surroundingFeatures({ blocks, facts, scores, near }, title);
  return looks.map(({ values }, i) => values && [...values, ...around[i]!]);
}

function nearText(blocks: readonly DraftBlock[]): boolean[] {
  if (blocks.length <= MANY) return blocks.map(({ evidence }) => !evidence.hidden);
  const near = blocks.map(() => false);
  blocks.forEach(({ block, evidence }, i) => {
    if (evidence.hidden) return;
    const long = block.text.length > LONG && evidence.linkShare < 0.5;
    if (long || (evidence.located && blocks.length <= TOO_MANY))
      near.fill(true, Math.max(0, i - NEAR), i + NEAR + 1);
  });
  return near;
}
