import type { DraftBlock } from '../../read/draft';
import type { TextFacts } from './text-features';

/** A page whose blocks have their first scores. */
export interface ScoredPage {
  blocks: readonly DraftBlock[];
  facts: readonly TextFacts[];
  /** First score of each block, 0 to 1: the chance, by its own looks, that it belongs to the article. */
  scores: Float64Array;
  /** Blocks whose row is wanted. */
  near: readonly boolean[];
}
