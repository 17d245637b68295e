import type { Anchor } from './text';

/** Where a person stopped reading: the words at the top of the view and how far into the article, 0 to 1. */
export interface ReadingPlace {
  anchor: Anchor;
  progress: number;
}
