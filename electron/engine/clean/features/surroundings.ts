import { normalised } from '../phrases';
import { BRANCH_FEATURES, branchFeatures } from './branch-features';
import { COHESION_FEATURES, cohesionFeatures } from './cohesion';
import { NEIGHBOUR_FEATURES, neighbourFeatures } from './neighbour-features';
import { PLACE_SHARE_FEATURES, placeShareFeatures } from './place-shares';
import { NeighbourText } from './repetition';
import type { ScoredPage } from './scored-page';
import { SECTION_FEATURES, sectionFeatures } from './section-features';

const OF_TITLE = ['repeated', 'inOther', 'titleShare', 'isTitle', 'beforeTitle', 'toTitle'] as const;

/** What the blocks around it and the page as a whole tell of a block, once each has its first score. */
export const SURROUNDING_FEATURES: readonly string[] = [
  ...NEIGHBOUR_FEATURES,
  ...PLACE_SHARE_FEATURES,
  ...SECTION_FEATURES,
  ...BRANCH_FEATURES,
  ...COHESION_FEATURES,
  ...OF_TITLE,
];

/** Features of the surroundings of the blocks that are near, one row a block, empty for the others. */
export function surroundingFeatures(page: ScoredPage, title: string | null): number[][] {
  const neighbours = neighbourFeatures(page);
  const places = placeShareFeatures(page);
  const sections = sectionFeatures(page);
  const branches = branchFeatures(page);
  const cohesion = cohesionFeatures(page);
  const repetition = new NeighbourText(
    page.blocks,
    page.facts.map(({ line }) => line),
    title ? normalised(title) : '',
  );
  const titleAt = repetition.titleIndex;
  return page.blocks.map((_, i) => {
    if (!page.near[i]) return [];
    return [
      ...neighbours(i),
      ...places(i),
      ...sections(i),
      ...branches(i),
      ...cohesion(i),
      Math.log1p(repetition.count(i)),
      Number(repetition.isPartOfOther(i)),
      repetition.titleShare(i),
      Number(repetition.isTitle(i)),
      titleAt < 0 ? 0.5 : Number(i < titleAt),
      titleAt < 0 ? 7 : Math.sign(i - titleAt) * Math.log1p(Math.abs(i - titleAt)),
    ];
  });
}
