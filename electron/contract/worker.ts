import type { PackedAnalysis } from './analysis';
import type { Article, ArticleDescription, ImageResource, SourceInfo } from './article';
import type { Decisions } from './decisions';
import type { ErrorCode } from './errors';
import type { JobStage } from './jobs';
import type { Packed } from './packed';
import type { Anchor, ArticleId, TextSpan } from './text';

/**
 * What main asks of the utility process. `ticket` is main's own number for a job; it is never used again, so an
 * answer to a job that main gave up can be told from one it waits for.
 */
export type WorkerRequest =
  | {
      kind: 'open';
      ticket: number;
      source: SourceInfo;
      bytes: Uint8Array;
      decisions: Decisions;
      /** Where the person stopped reading, to be found again in the text as it is read now. */
      place: Anchor | null;
    }
  /** New decisions about an article the worker may still hold; answered by `unknown-article` when it does not. */
  | { kind: 'revise'; ticket: number; article: ArticleId; decisions: Decisions }
  /** The decoded text of an article the worker may still hold. */
  | { kind: 'original'; ticket: number; article: ArticleId; decisions: Decisions }
  /** Reads and cleans only, for what a list shows of a file. */
  | { kind: 'describe'; ticket: number; source: SourceInfo; bytes: Uint8Array; decisions: Decisions }
  /** Reads and cleans only, for the images of an article whose findings the library has. */
  | { kind: 'images'; ticket: number; source: SourceInfo; bytes: Uint8Array; decisions: Decisions }
  | { kind: 'cancel'; ticket: number };

export interface WorkerFailure {
  code: ErrorCode;
  cause: string;
  advice: string;
  details: string;
}

export type WorkerReply =
  | { kind: 'progress'; ticket: number; stage: JobStage; done: number; total: number }
  | {
      kind: 'article';
      ticket: number;
      article: Article;
      /** The same as it goes on to the window, unopened. */
      packed: Packed<Article>;
      images: ImageResource[];
      /** Null when there was no place, or its words are gone. */
      place: TextSpan | null;
    }
  | { kind: 'analysis'; ticket: number; analysis: PackedAnalysis }
  | { kind: 'original'; ticket: number; text: string }
  | { kind: 'description'; ticket: number; description: ArticleDescription }
  | { kind: 'images'; ticket: number; images: ImageResource[] }
  | { kind: 'unknown-article'; ticket: number }
  | { kind: 'failure'; ticket: number; failure: WorkerFailure };
