import type { TokenRange } from '../../language/document';
import type { EventHead } from './locate';
import type { Tree } from './tree';

/** What a headline is made of. */
export interface HeadlineSource {
  tree: Tree;
  head: EventHead;
  sentence: TokenRange;
  /** Words that tell when; null for an event without a date. */
  time: TokenRange | null;
  /** Words to show in place of a pronoun's token. */
  names: ReadonlyMap<number, string>;
  /** The same for any pronoun of the sentence: "Ida Holm" for "she", "Ida Holm’s" for "her"; null when nobody can tell. */
  meant(pronoun: number): string | null;
}
