import type { Meaning } from './meaning';

/** Words that tell a time, and what they mean; nothing is counted yet. */
export interface FoundTime {
  /** Index of the block in the list handed in. */
  block: number;
  /** UTF-16 offsets in the block's text. */
  start: number;
  end: number;
  /** Words of the block, half open. */
  firstWord: number;
  endWord: number;
  meaning: Meaning;
  /** Name of the rule that found it. */
  rule: string;
}

/** What a rule read at a word. */
export interface Match {
  end: number;
  meaning: Meaning;
  rule: string;
}
