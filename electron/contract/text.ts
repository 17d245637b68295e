/**
 * Names one block of an article. Given in reading, from its words and its place in the source; the same through
 * cleaning and putting back, and in later versions of the engine as far as they read the block alike.
 */
export type BlockId = string;

/** A day of the proleptic Gregorian calendar, `YYYY-MM-DD`. Never carries a time or a zone. */
export type CalendarDay = string;

/**
 * A piece of one block's text: `start` inclusive, `end` exclusive, in UTF-16 code units of `Block.text`.
 * The only anchor in the product: mentions, time expressions, events, highlights and search hits use it.
 */
export interface TextSpan {
  block: BlockId;
  start: number;
  end: number;
}

/** A piece of a text that is known from the context, in UTF-16 code units, half open. */
export interface Range {
  start: number;
  end: number;
}
