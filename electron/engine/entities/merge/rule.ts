import type { NameSpan } from '../name-span';
import type { Word } from '../words';
import type { Clusters } from './clusters';

export interface MergeContext {
  clusters: Clusters;
  spans: readonly NameSpan[];
  words: readonly Word[];
}

export interface MergeRule {
  name: string;
  apply(context: MergeContext): void;
}
