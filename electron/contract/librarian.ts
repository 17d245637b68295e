import type { PackedAnalysis } from './analysis';
import type { Article, SourceInfo } from './article';
import type { Decisions } from './decisions';
import type { Result } from './errors';
import type {
  Facets,
  ForgetReport,
  ImportFailure,
  ImportProgress,
  LibraryChange,
  LibraryEntry,
  LibrarySearch,
  LibraryState,
  MetadataValue,
  NamedEntity,
  Page,
  SavedSearch,
  SearchAnswer,
} from './library';
import type { Packed } from './packed';
import type { ReadingPlace } from './reading-place';
import type { ArticleId, TextSpan } from './text';

/** What the window asks of the library. Main passes each on to the librarian as it is. */
export interface LibraryCalls {
  'library.state': { input: null; output: LibraryState };
  /** A list when `text` is empty; `from` is 0 or the `next` of the part before, `count` at most 500. */
  'library.search': { input: { search: LibrarySearch; from: number; count: number }; output: SearchAnswer };
  /** Every place in one article where words of a search stand, in reading order. */
  'library.hits': { input: { article: ArticleId; text: string; typing: boolean }; output: TextSpan[] };
  'library.facets': { input: { search: LibrarySearch }; output: Facets };
  /** Entities whose name begins with `text`, for a filter; at most 50. */
  'library.entities': { input: { text: string }; output: NamedEntity[] };
  'library.entry': { input: { article: ArticleId }; output: LibraryEntry | null };
  'library.metadata': { input: { article: ArticleId }; output: MetadataValue[] };
  /** Done when it is on disk; `undo` is what `library.undo` takes, for the last hundred changes since the start. */
  'library.change': {
    input: { articles: ArticleId[]; change: LibraryChange };
    output: { undo: string; changed: ArticleId[] };
  };
  'library.undo': { input: { undo: string }; output: ArticleId[] };
  /** For good. The window asks first, and shows the report. */
  'library.forget': { input: { articles: ArticleId[] }; output: ForgetReport };
  /** Files and folders; progress comes as notices. */
  'library.import': { input: { paths: string[] }; output: null };
  'library.importControl': { input: { action: 'pause' | 'resume' | 'cancel' }; output: null };
  'library.failures': { input: { from: number; count: number }; output: Page<ImportFailure> };
  /** `null` stands for all. */
  'library.retry': { input: { paths: string[] | null }; output: null };
  'library.dismiss': { input: { paths: string[] | null }; output: null };
  'library.saveSearch': { input: SavedSearch; output: null };
  'library.removeSearch': { input: { id: string }; output: null };
  'library.watch': { input: { folder: string; on: boolean }; output: null };
  'library.backUp': { input: null; output: null };
  /** Ways out of a library that cannot be opened; nothing is deleted, what was there is set aside. */
  'library.restore': { input: { backup: string }; output: LibraryState };
  'library.rebuild': { input: null; output: LibraryState };
  /** Moves the library to a folder that is empty or not there yet. */
  'library.move': { input: { folder: string }; output: LibraryState };
}

/** What main itself asks of the librarian. */
export interface LibrarianCalls extends LibraryCalls {
  /** Closes the library that was open. */
  'librarian.open': { input: { folder: string }; output: LibraryState };
  'librarian.findings': { input: { article: ArticleId }; output: ShownFindings | null };
  /** The bytes of an article with what the file was, for reading it anew. */
  'librarian.source': {
    input: { article: ArticleId };
    output: { source: SourceInfo; bytes: Uint8Array } | null;
  };
  /** An article that was opened from a file, and what was found in it. */
  'librarian.keep': { input: { path: string; findings: StoredFindings }; output: null };
  /** New findings of an article after a decision; no difference for one that the library does not have. */
  'librarian.renew': { input: { findings: StoredFindings; decisions: Decisions }; output: null };
  /** Decisions that the findings do not follow yet: the articles are read again in the import lane. */
  'librarian.decided': { input: { articles: { article: ArticleId; decisions: Decisions }[] }; output: null };
  'librarian.opened': { input: { article: ArticleId }; output: null };
  'librarian.placed': { input: { article: ArticleId; place: ReadingPlace | null }; output: null };
  /** What an earlier Dateline kept as its recent files; taken in once, later calls change nothing. */
  'librarian.takeOver': {
    input: { files: { path: string; opened: number; place: ReadingPlace | null }[] };
    output: null;
  };
  /** Looks for changes in the watched folders that went by unseen. */
  'librarian.rescan': { input: null; output: null };
  'librarian.close': { input: null; output: null };
}

export type LibrarianCallName = keyof LibrarianCalls;

export interface StoredFindings {
  article: Article;
  analysis: PackedAnalysis;
  /** The decisions that they follow. */
  decisions: Decisions;
}

/** With the article once more as the window gets it. */
export interface ShownFindings extends StoredFindings {
  packed: Packed<Article>;
}

/** What the librarian tells without being asked. */
export interface LibraryNotices {
  /** Articles whose rows changed, up to this revision; many at once are told as an empty list: everything may have. */
  'library.changed': { revision: number; articles: ArticleId[] };
  'library.import': ImportProgress;
  'library.state': LibraryState;
}

/** From main to the librarian. */
export type LibrarianRequest =
  | { kind: 'ask'; ticket: number; name: LibrarianCallName; input: unknown }
  /** What the engine found in a file that the librarian gave. */
  | { kind: 'analysed'; ticket: number; result: Result<StoredFindings> };

/** From the librarian to main. */
export type LibrarianReply =
  | { kind: 'answer'; ticket: number; result: Result<unknown> }
  | { kind: 'notice'; name: keyof LibraryNotices; value: LibraryNotices[keyof LibraryNotices] }
  /** Asks for a place in the import lane. */
  | { kind: 'analyse'; ticket: number; source: SourceInfo; bytes: Uint8Array }
  | { kind: 'cancel'; ticket: number };
