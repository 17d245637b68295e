import type {
  Analysis,
  Article,
  Block,
  BlockId,
  Decisions,
  Entity,
  ImageResource,
  JobStage,
  LanguageSupport,
  Mention,
  Reference,
  SourceInfo,
  Statement,
  SuggestedMerge,
  TimeExpression,
  TimelineEvent,
} from '../contract';
import type { WordScores } from './entities/encoder/fine-tags';
import type { ParsedText } from './language/document';

export type { ImageResource } from '../contract';

/** A file's bytes with what is known about it. The engine reads nothing else. */
export interface SourceFile {
  info: SourceInfo;
  bytes: Uint8Array;
}

/** What reading and cleaning make of a file. */
export interface ReadResult {
  article: Article;
  /** The decoded text as it stands in the file (of a binary format the text found in it), for the Original view. */
  original: string;
  images: ImageResource[];
}

/** A block whose text went through the language pipeline; offsets in `parsed` are offsets in the block's text. */
export interface ParsedBlock {
  id: BlockId;
  kind: Block['kind'];
  parsed: ParsedText;
}

export interface EntityResult {
  mentions: Mention[];
  entities: Entity[];
  /** Pairs that may be one; without those that a person decided about. */
  suggestedMerges?: SuggestedMerge[];
}

/** What "he" and "the company" mean, and who says what. */
export interface ReferenceResult {
  references: Reference[];
  statements: Statement[];
}

export interface TimelineResult {
  expressions: TimeExpression[];
  events: TimelineEvent[];
}

/** Called between units of work; throws to cancel. */
export type Progress = (stage: JobStage, done: number, total: number) => void;

/** The bytes the engine needs beside its code; the caller loads them. */
export interface EngineAssets {
  languageModel: Uint8Array;
  languageKernel: Uint8Array;
  nameEncoder: Uint8Array;
}

/** What the language stage makes of an article; kept by the caller, so that a correction need not parse again. */
export interface ParsedArticle {
  support: LanguageSupport;
  /** The blocks that hold running text, in reading order; empty when the language is not supported. */
  blocks: ParsedBlock[];
  /** How well each word fits into names, for these blocks in this order. */
  wordScores: WordScores | null;
}

export interface Engine {
  /** Reads and cleans. Throws `EngineError` with a code of the contract. Asynchronous where a format's library is. */
  read(source: SourceFile, decisions: Decisions, progress: Progress): Promise<ReadResult>;
  /** Loads the language model at the first call; gives way to the caller between batches of blocks. */
  parse(article: Article, progress: Progress): Promise<ParsedArticle>;
  /** Names, times and corrections on top of a cleaned and parsed article. */
  analyse(article: Article, parsed: ParsedArticle, decisions: Decisions, progress: Progress): Analysis;
  /** The same in steps, so that the caller can hear a wish to cancel between them; the last one gives the findings. */
  analysing(
    article: Article,
    parsed: ParsedArticle,
    decisions: Decisions,
    progress: Progress,
  ): Generator<void, Analysis>;
}
