import type { Analysis } from './analysis';
import type { Article } from './article';
import type { MenuCommand } from './commands';
import type { CorrectionChange, CorrectionScope, DecisionFields, KeptDecisions } from './decisions';
import type { AppError, NotSaved, Result } from './errors';
import type { JobStage } from './jobs';
import type { LibraryCalls, LibraryNotices } from './librarian';
import type { Packed } from './packed';
import type { ReadingPlace } from './reading-place';
import type { Settings } from './settings';
import type { ArticleId } from './text';

/** Long work on one article. A message that carries the id of a job no longer current is dropped. */
export interface JobProgress {
  job: number;
  stage: JobStage;
  /** Units of work done and in all within the stage; total 0 when unknown. */
  done: number;
  total: number;
}

/** What a list shows of a file. */
export interface FileDetails {
  path: string;
  /** Null while the file was not read. */
  article: ArticleId | null;
  name: string;
  title: string | null;
  publicationDate: string | null;
  minutes: number | null;
}

export interface RecentFile extends FileDetails {
  /** Milliseconds since 1970 UTC. */
  opened: number;
}

/**
 * How an article is put before the window: `text` leaves its words and headings alone, without pictures, tables and
 * marks; `best` is whole, but for one that has stopped the window twice.
 */
export const SHOWN_AS = ['best', 'whole', 'text'] as const;
export type ShownAs = (typeof SHOWN_AS)[number];

/** What the window shows now, for its title and for what the menu can do. */
export interface ShownArticle {
  article: ArticleId | null;
  /** Its names and times were looked for. */
  analysed: boolean;
}

/** Files that a dialogue, a drop or a command line gave, with every folder among them searched. */
export interface FoundFiles {
  paths: string[];
  /** Each folder that was searched, with what it and the folders in it hold. */
  folders: { path: string; articles: number; unreadable: number }[];
}

export interface StoredState {
  settings: Settings;
  recent: RecentFile[];
  /** Files that stood open when the app ended, in their order. */
  open: FileDetails[];
  /** Files to open at once (command line, file manager). */
  pending: FoundFiles;
  /** Path of the sample article that comes with the app. */
  sample: string;
  platform: string;
  version: string;
  notSaved: NotSaved | null;
  /** Why the window begins anew; null when it begins for the first time. */
  stopped: AppError | null;
}

/** Every question the window may ask main. Handlers and `window.dateline` are derived from this. */
export interface Calls extends LibraryCalls {
  'app.state': { input: null; output: StoredState };
  'app.settings': { input: Partial<Settings>; output: Settings };
  /** Connections the app tried to make since it started, all refused. */
  'app.connections': { input: null; output: number };
  /** Shows the system's open dialogue; no paths when it was dismissed. */
  'files.choose': { input: { folder: boolean }; output: FoundFiles };
  /** Paths that were dropped: a folder gives way to the articles in it and in its folders, if there are any. */
  'files.expand': { input: { paths: string[] }; output: FoundFiles };
  /** The files that stand open in the window's list, in their order; kept between starts. */
  'files.keepOpen': { input: { paths: string[] }; output: null };
  /** Takes a file in by its bytes; the only call that names a path to read. */
  'article.import': { input: { path: string; job: number }; output: ArticleId };
  /** Reads and analyses; progress and the article come as notices before the answer. */
  'article.open': { input: { article: ArticleId; job: number; as: ShownAs }; output: Packed<Analysis> };
  'article.cancel': { input: { job: number }; output: null };
  /** The decoded text as it stands in the file; of a binary format, the text found in it. */
  'article.original': { input: { article: ArticleId }; output: string };
  'article.decisions': { input: { article: ArticleId }; output: KeptDecisions };
  /** Analyses again as far as needed, then keeps what the person decided; a job that fails keeps nothing. */
  'article.decide': {
    input: { article: ArticleId; job: number; decisions: Partial<DecisionFields> };
    output: Packed<Analysis>;
  };
  'article.correct': {
    input: { article: ArticleId; job: number; scope: CorrectionScope; change: CorrectionChange };
    output: Packed<Analysis>;
  };
  /** Takes back the newest correction made in the article. */
  'article.undo': { input: { article: ArticleId; job: number }; output: Packed<Analysis> };
  /** Makes again what was taken back last. */
  'article.redo': { input: { article: ArticleId; job: number }; output: Packed<Analysis> };
  /** Takes back one correction, whatever came after it: a hidden event or a removed entity comes back. */
  'article.withdraw': {
    input: { article: ArticleId; job: number; correction: string };
    output: Packed<Analysis>;
  };
  'article.place': { input: { article: ArticleId; place: ReadingPlace | null }; output: ReadingPlace | null };
  /** Saves text that the window made (export) where the person says; null when dismissed. */
  'file.save': {
    input: { suggestedName: string; content: string; kind: 'text' | 'base64' };
    output: string | null;
  };
  /** Prints, or saves as PDF under the suggested `name` (without its ending) where the person says. */
  'article.print': { input: { toPdf: boolean; name: string }; output: string | null };
  /** Asks the person, showing the full address, and opens it in the system's browser after a yes. */
  'link.open': { input: { href: string }; output: boolean };
  'file.show': { input: { path: string }; output: null };
  'clipboard.write': { input: { text: string }; output: null };
  'window.shows': { input: ShownArticle; output: null };
  'window.fullScreen': { input: { on: boolean | null }; output: boolean };
}

export type CallName = keyof Calls;

/** What main pushes to the window. */
export interface Notices extends LibraryNotices {
  'job.progress': JobProgress;
  /** The cleaned article, sent as soon as it can be read, before names and times are found. */
  'job.article': { job: number; article: Packed<Article>; textOnly: boolean };
  'files.open': FoundFiles;
  'menu.command': { command: MenuCommand };
  'settings.changed': Settings;
  'recent.changed': RecentFile[];
  /** The open files, when more is known of one. */
  'files.described': FileDetails[];
  'app.error': AppError;
  /** Null when everything is saved again. */
  'saving.changed': NotSaved | null;
}

export type NoticeName = keyof Notices;

/** `window.dateline`, made by the preload script. */
export interface DatelineApi {
  call<N extends CallName>(name: N, input: Calls[N]['input']): Promise<Result<Calls[N]['output']>>;
  /** Returns a function that stops listening. */
  on<N extends NoticeName>(name: N, listener: (notice: Notices[N]) => void): () => void;
  /** Paths of files dropped on the window, which a sandboxed page cannot read itself. */
  pathOf(file: unknown): string;
}
