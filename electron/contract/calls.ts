import type { Analysis, CorrectionChange, ReaderChoices } from './analysis';
import type { Article } from './article';
import type { AppError, Result } from './errors';
import type { Settings } from './settings';
import type { TextSpan } from './text';

/** A stage of the work on one file, in the order they run. */
export type JobStage = 'read' | 'clean' | 'language' | 'entities' | 'timeline';

/** Long work on one file. A message that carries the id of a job no longer current is dropped. */
export interface JobProgress {
  job: number;
  path: string;
  stage: JobStage;
  /** Units of work done and in all within the stage; total 0 when unknown. */
  done: number;
  total: number;
}

export interface RecentFile {
  path: string;
  name: string;
  title: string | null;
  /** Milliseconds since 1970 UTC. */
  opened: number;
  publicationDate: string | null;
  minutes: number | null;
}

/** Where a person stopped reading: the block at the top of the view and how far into its text, 0 to 1. */
export interface ReadingPlace {
  span: TextSpan;
  progress: number;
}

export interface StoredState {
  settings: Settings;
  recent: RecentFile[];
  /** Files to open at once (command line, file manager). */
  pending: string[];
  /** Path of the sample article that comes with the app. */
  sample: string;
  platform: string;
  version: string;
}

/** Every question the window may ask main. Handlers and `window.dateline` are derived from this. */
export interface Calls {
  'app.state': { input: null; output: StoredState };
  'app.settings': { input: Partial<Settings>; output: Settings };
  /** Connections the app tried to make since it started, all refused. */
  'app.connections': { input: null; output: number };
  /** Shows the system's open dialogue; an empty list when it was dismissed. */
  'files.choose': { input: { folder: boolean }; output: string[] };
  /** Paths that were dropped: a folder gives way to the articles directly in it, if there are any. */
  'files.expand': { input: { paths: string[] }; output: string[] };
  /** Reads and analyses; progress and the article come as notices before the answer. */
  'article.open': { input: { path: string; job: number }; output: Analysis };
  'article.cancel': { input: { job: number }; output: null };
  'article.choices': { input: { hash: string }; output: ReaderChoices };
  /** Keeps what the reader decided and analyses again as far as needed. */
  'article.choose': {
    input: { path: string; job: number; choices: Partial<Omit<ReaderChoices, 'corrections'>> };
    output: Analysis;
  };
  'article.correct': {
    input: { path: string; job: number; scope: 'article' | 'library'; change: CorrectionChange };
    output: Analysis;
  };
  'article.undo': { input: { path: string; job: number }; output: Analysis };
  'article.place': { input: { hash: string; place: ReadingPlace | null }; output: ReadingPlace | null };
  /** Saves text that the window made (export) where the person says; null when dismissed. */
  'file.save': {
    input: { suggestedName: string; content: string; kind: 'text' | 'base64' };
    output: string | null;
  };
  'article.print': { input: { toPdf: boolean }; output: string | null };
  /** Asks the person, showing the full address, and opens it in the system's browser after a yes. */
  'link.open': { input: { href: string }; output: boolean };
  'file.show': { input: { path: string }; output: null };
  'clipboard.write': { input: { text: string }; output: null };
  'window.fullScreen': { input: { on: boolean | null }; output: boolean };
}

export type CallName = keyof Calls;

/** What main pushes to the window. */
export interface Notices {
  'job.progress': JobProgress;
  /** The cleaned article, sent as soon as it can be read, before names and times are found. */
  'job.article': { job: number; article: Article };
  'files.open': { paths: string[] };
  'menu.command': { command: MenuCommand };
  'settings.changed': Settings;
  'recent.changed': RecentFile[];
  'app.error': AppError;
}

export type NoticeName = keyof Notices;

/** What a menu item or key asks the window to do. */
export type MenuCommand =
  | 'find'
  | 'find-next'
  | 'find-previous'
  | 'close-article'
  | 'back'
  | 'forward'
  | 'next-mention'
  | 'previous-mention'
  | 'larger'
  | 'smaller'
  | 'default-size'
  | 'toggle-library'
  | 'toggle-panels'
  | 'toggle-marks'
  | 'toggle-original'
  | 'toggle-removals'
  | 'show-settings'
  | 'show-keys'
  | 'show-about'
  | 'set-date'
  | 'undo-correction'
  | 'print'
  | 'export-pdf'
  | 'open-sample'
  | `theme-${Settings['theme']}`
  | `export-${ExportFormat}`;

export type ExportFormat =
  | 'entities-csv'
  | 'entities-json'
  | 'entities-markdown'
  | 'entities-annotations'
  | 'timeline-csv'
  | 'timeline-json'
  | 'timeline-markdown'
  | 'timeline-icalendar'
  | 'timeline-timelinejs'
  | 'timeline-svg';

/** `window.dateline`, made by the preload script. */
export interface DatelineApi {
  call<N extends CallName>(name: N, input: Calls[N]['input']): Promise<Result<Calls[N]['output']>>;
  /** Returns a function that stops listening. */
  on<N extends NoticeName>(name: N, listener: (notice: Notices[N]) => void): () => void;
  /** Paths of files dropped on the window, which a sandboxed page cannot read itself. */
  pathOf(file: unknown): string;
}
