import type {
  Analysis,
  Article,
  Block,
  BlockId,
  Entity,
  JobStage,
  Mention,
  ReaderChoices,
  SourceInfo,
  TimeExpression,
  TimelineEvent,
} from '../contract';
import type { ParsedText } from './language/document';

/** A file's bytes with what is known about it. The engine reads nothing else. */
export interface SourceFile {
  info: SourceInfo;
  bytes: Uint8Array;
}

/**
 * An image of the article. `embedded` bytes were inside the file; `beside` names a file relative to the article's
 * folder, which the caller must check to lie inside that folder before it reads it.
 */
export type ImageResource = { id: string; mediaType: string } & (
  | { kind: 'embedded'; bytes: Uint8Array }
  | { kind: 'beside'; relativePath: string }
);

/** What reading and cleaning make of a file. */
export interface ReadResult {
  article: Article;
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
}

export interface Engine {
  /** Reads and cleans. Throws `EngineError` with a code of the contract. Asynchronous where a format's library is. */
  read(source: SourceFile, choices: ReaderChoices, progress: Progress): Promise<ReadResult>;
  /** Names, times and corrections on top of a cleaned article. */
  analyse(article: Article, choices: ReaderChoices, progress: Progress): Analysis;
}
