/**
 * Names one block of an article. Given in reading, from its words and its place in the source; the same through
 * cleaning and putting back, and in later versions of the engine as far as they read the block alike.
 */
export type BlockId = string;

/** A day of the proleptic Gregorian calendar, `YYYY-MM-DD`. Never carries a time or a zone. */
export type CalendarDay = string;

/** SHA-256 of a file's bytes, lower-case hexadecimal: the same article wherever its file lies and whatever its name. */
export type ArticleId = string;

/**
 * A piece of one block's text: `start` inclusive, `end` exclusive, in UTF-16 code units of `Block.text`.
 * Everything found in an article points to its words by it.
 */
export interface TextSpan {
  block: BlockId;
  start: number;
  end: number;
}

/** The words of a span with some of the block's text around them (W3C's TextQuoteSelector). */
export interface Quote {
  exact: string;
  before: string;
  after: string;
}

/**
 * What a person's correction or reading place holds on to: the span it was made at, and its words, by which it is
 * found again when the text or the engine changed.
 */
export interface Anchor {
  span: TextSpan;
  quote: Quote;
}

/** A piece of a text that is known from the context, in UTF-16 code units, half open. */
export interface Range {
  start: number;
  end: number;
}
