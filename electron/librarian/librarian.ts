import type {
  ArticleId,
  ImportProgress,
  LibrarianCallName,
  LibrarianCalls,
  LibrarianReply,
  LibrarianRequest,
  LibraryNotices,
  LibraryState,
} from '../contract';
import { Failure, fail, internalError } from '../files/failure';
import { FolderWatch } from '../files/folder-watch';
import type { ImportHost } from '../library/import/importer';
import { Library } from '../library/library';
import { moveLibrary } from '../library/move';
import { rebuildLibrary, restoreLibrary } from '../library/rebuild';
import { unopenedState } from '../library/state';
import { answers } from './answers';

export interface LibrarianOptions {
  post(reply: LibrarianReply): void;
  /** Milliseconds since 1970 UTC. */
  now(): number;
  host: Pick<ImportHost, 'readFile' | 'findFiles' | 'analyse' | 'lanes'>;
}

/** Milliseconds between two notices of the same kind, and articles named in one. */
const NOTICE_INTERVAL = 150;
const MOST_NAMED = 200;
/** How often a backup is thought of, in milliseconds. */
const BACKUP_CHECK = 3_600_000;

/**
 * Owns the library: one process, one connection, one writer. It answers one question after the other; the import goes
 * on between them. A library that cannot be opened is told as its state, and can be restored or rebuilt.
 */
export class Librarian {
  private library: Library | null = null;
  private problem: LibraryState | null = null;
  private folder = '';
  private changed = new Set<ArticleId>();
  private notice: ReturnType<typeof setTimeout> | null = null;
  private progress: ImportProgress | null = null;
  private readonly watch: FolderWatch;

  constructor(private readonly options: LibrarianOptions) {
    this.watch = new FolderWatch((paths) => void this.library?.importer.add(paths, { watched: true }));
    setInterval(() => this.backUpWhenDue(), BACKUP_CHECK).unref();
  }

  async answer({ ticket, name, input }: Extract<LibrarianRequest, { kind: 'ask' }>): Promise<void> {
    const { post } = this.options;
    try {
      post({ kind: 'answer', ticket, result: { ok: true, value: await this.resultOf(name, input) } });
    } catch (error) {
      post({ kind: 'answer', ticket, result: { ok: false, error: internalError(error) } });
    }
  }

  /** The open library, or the reason why there is none. */
  get opened(): Library {
    if (this.library) return this.library;
    if (this.problem?.problem) throw new Failure(this.problem.problem);
    throw fail('library-unreadable', this.folder, 'The library is not open.', 'Try again in a moment.');
  }

  private async resultOf(name: LibrarianCallName, input: unknown): Promise<unknown> {
    switch (name) {
      case 'librarian.open':
        return this.open((input as LibrarianCalls['librarian.open']['input']).folder);
      case 'library.move':
        return this.move((input as LibrarianCalls['library.move']['input']).folder);
      case 'library.state':
        return this.state;
      case 'library.restore':
        return this.reopen(async () => {
          restoreLibrary(this.openOptions, (input as LibrarianCalls['library.restore']['input']).backup);
        });
      case 'library.rebuild':
        return this.reopen(async () => {
          await rebuildLibrary(this.openOptions);
        });
      case 'librarian.close':
        return this.close();
      case 'library.watch':
        return this.setWatch(input as LibrarianCalls['library.watch']['input']);
      case 'librarian.rescan':
        return this.rescan();
      default:
        return answers[name](this.opened, input as never);
    }
  }

  private get openOptions() {
    return { folder: this.folder, program: 'Dateline', now: this.options.now };
  }

  private get state(): LibraryState {
    return this.library?.state ?? this.problem ?? unopenedState(this.folder, null);
  }

  private async open(folder: string): Promise<LibraryState> {
    await this.close();
    this.folder = folder;
    try {
      this.library = Library.open(this.openOptions, {
        ...this.options.host,
        progress: (progress) => this.noteProgress(progress),
        changed: (articles) => this.noteChanged(articles),
      });
      this.problem = null;
      this.library.importer.start();
      this.rescan();
      setImmediate(() => this.backUpWhenDue());
    } catch (error) {
      this.problem = unopenedState(folder, internalError(error));
    }
    this.tell('library.state', this.state);
    return this.state;
  }

  private async reopen(work: () => Promise<void>): Promise<LibraryState> {
    await this.close();
    try {
      await work();
    } catch (error) {
      await this.open(this.folder);
      throw error;
    }
    return this.open(this.folder);
  }

  private async move(folder: string): Promise<LibraryState> {
    const from = this.folder;
    await this.close();
    try {
      await moveLibrary(from, folder);
    } catch (error) {
      await this.open(from);
      throw error;
    }
    return this.open(folder);
  }

  private async close(): Promise<null> {
    this.watch.stop();
    await this.library?.close();
    this.library = null;
    return null;
  }

  private setWatch({ folder, on }: LibrarianCalls['library.watch']['input']): null {
    this.opened.watch(folder, on);
    this.rescan();
    this.tell('library.state', this.state);
    return null;
  }

  /** What changed in watched folders while nobody looked, and watching from here on. */
  private rescan(): null {
    const watched = this.library?.state.watched ?? [];
    this.watch.set(watched);
    if (watched.length > 0) void this.library?.importer.add(watched, { watched: true });
    return null;
  }

  private backUpWhenDue(): void {
    try {
      this.library?.backUpWhenDue();
    } catch (error) {
      // A backup that cannot be made must not stop reading; the next is tried in an hour.
      console.error('Could not back the library up:', error);
    }
  }

  noteChanged(articles: readonly ArticleId[]): void {
    for (const article of articles) this.changed.add(article);
    this.tellSoon();
  }

  private noteProgress(progress: ImportProgress): void {
    this.progress = progress;
    this.tellSoon();
  }

  private tellSoon(): void {
    this.notice ??= setTimeout(() => {
      this.notice = null;
      if (this.progress) this.tell('library.import', this.progress);
      this.progress = null;
      if (this.changed.size === 0 || !this.library) return;
      const articles = this.changed.size > MOST_NAMED ? [] : [...this.changed];
      this.changed = new Set();
      this.tell('library.changed', { revision: this.library.state.revision, articles });
    }, NOTICE_INTERVAL);
  }

  private tell<N extends keyof LibraryNotices>(name: N, value: LibraryNotices[N]): void {
    this.options.post({ kind: 'notice', name, value });
  }
}
