/** What the encoder tells apart: the classes of the tagger first, then what it puts under other names. */
export const FINE_TYPES = ['PER', 'LOC', 'ORG', 'PRO', 'WRK', 'EVT', 'GRP', 'MSC'] as const;
/** Scores of a word: outside, then begin and inside of each of FINE_TYPES. */
export const FINE_TAGS = 1 + 2 * FINE_TYPES.length;

/** The encoder's view of the words that may be part of a name. */
export interface WordScores {
  /** For each word of the document its row in `values`, or -1 where the encoder was not asked. */
  rowOf: Int32Array;
  /** FINE_TAGS natural logarithms of shares a row. */
  values: Float32Array;
}
