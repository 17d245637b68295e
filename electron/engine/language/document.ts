import type { Range } from '../../contract';

/**
 * One token. `start` and `end` are UTF-16 offsets into the text handed in. Tags are those of the English model:
 * `tag` Penn Treebank, `pos` Universal, `dep` CLEAR-style dependency labels ("nsubj", "dobj", "ROOT").
 */
export interface Token extends Range {
  text: string;
  tag: string;
  pos: string;
  lemma: string;
  /** Features as in Universal Dependencies, "Tense=Past|VerbForm=Fin"; empty when none. */
  morph: string;
  /** Index of the head in `TokenisedText.tokens`; its own index for a root. */
  head: number;
  dep: string;
  /** True when white space (one U+0020) follows in the text. */
  spaceAfter: boolean;
}

/** A span of tokens, half open. */
export interface TokenRange {
  /** Index of the first token. */
  first: number;
  /** Index behind the last token. */
  end: number;
}

/** A name found by the statistical recogniser; `label` is one of OntoNotes' 18 types ("PERSON", "GPE", "DATE"). */
export interface NameSpan extends TokenRange {
  label: string;
}

/** What the language engine makes of one text. Tokens and sentences are in order and never overlap. */
export interface ParsedText {
  text: string;
  tokens: Token[];
  sentences: TokenRange[];
  names: NameSpan[];
}

/** Called between units of work with the number of texts done so far and of all texts; throws to cancel. */
export type ParseProgress = (doneTexts: number, total: number) => void;

/** The loaded pipeline. Pure: the same text gives the same result. */
export interface LanguagePipeline {
  /** @param text any length; offsets of the result count UTF-16 units of it. */
  parse(text: string): ParsedText;
  /** Many texts as one batch (blocks of an article), in order; faster than one by one. */
  parseAll(texts: readonly string[], onProgress?: ParseProgress): ParsedText[];
}
