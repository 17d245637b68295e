import type { Lexeme } from './lexicon';

/** The tokens of one text, as parallel arrays. */
export interface TokenList {
  lexemes: Lexeme[];
  /** UTF-16 offsets. */
  starts: number[];
  /** One U+0020 follows and belongs to the token. */
  spaces: boolean[];
}
