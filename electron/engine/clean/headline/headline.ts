import weights from '../../data/headline-model.json';
import type { MetadataCandidate } from '../../read/draft';
import { Forest, type ForestWeights } from '../forest';
import type { LookedDraft } from '../looked-draft';
import { HEADLINE_FEATURES, headlineCandidates } from './headline-features';
import { headingOfNote } from './note';

const forest = new Forest(weights.forest as ForestWeights, HEADLINE_FEATURES);

/**
 * The headline of a source that states none: the line before or at the start of the text that most looks like one.
 * Null when no line does so well enough, and the source is no note under a heading either.
 */
export function findHeadline(draft: LookedDraft): MetadataCandidate | null {
  let best = { at: -1, score: weights.threshold };
  for (const { at, values } of headlineCandidates(draft)) {
    const score = forest.score(values);
    if (score >= best.score) best = { at, score };
  }
  const words = (draft.blocks[best.at] ?? headingOfNote(draft))?.block.text;
  return words === undefined ? null : { field: 'title', value: words, source: 'text', words };
}
