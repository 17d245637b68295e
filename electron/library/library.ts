import type {
  ArticleId,
  Correction,
  DecisionFields,
  Decisions,
  ForgetReport,
  LibraryChange,
  LibraryState,
  ReadingPlace,
  SavedSearch,
} from '../contract';
import { backUp, listBackups } from './backup';
import { Changes } from './changes';
import { type CheckFinding, checkLibrary } from './check';
import { commit, type LibraryContext } from './context';
import { correct, decide, undoCorrection } from './decisions';
import { entryId } from './entries/entry-row';
import type { Findings } from './entries/findings';
import { forgetArticles } from './forget';
import { dismissFailures, enqueueEntry, retryFailures } from './import/import-queue';
import { Importer, type ImportHost } from './import/importer';
import { keepOpened, keepRenewed, readAgain } from './keeping';
import type { LibraryLock } from './library-lock';
import { type OpenOptions, openLibrary } from './open-library';
import { LibraryReading } from './reading';
import { IndexFollower } from './search/index-follower';
import { stateOf } from './state';
import { type RecentReading, takeOverRecent } from './take-over';
import { asFailure } from './trouble';

/** Backups are made when this much time went by since the last, in milliseconds. */
const BACKUP_EVERY = 24 * 3_600_000;

/**
 * An open library. Questions are answered at once; what changes something is on disk when it returns. Every method throws
 * `Failure` for what a person can do something about.
 */
export class Library extends LibraryReading {
  readonly importer: Importer;
  private readonly changes: Changes;
  private closed = false;

  private constructor(
    context: LibraryContext,
    private readonly lock: LibraryLock,
    private readonly host: ImportHost,
    options: { paused?: boolean },
  ) {
    super(context, new IndexFollower(context.index));
    this.changes = new Changes(context);
    const changed = (articles: ArticleId[]) => this.changed(articles);
    this.importer = new Importer(context, { ...host, changed }, options);
    this.indexing.start();
  }

  static open(options: OpenOptions, host: ImportHost, more: { paused?: boolean } = {}): Library {
    const { context, lock } = openLibrary(options);
    return new Library(context, lock, host, more);
  }

  /** Stops the import where it is, and writes everything to its place. */
  async close(): Promise<void> {
    if (this.closed) return;
    await this.importer.stop();
    this.closed = true;
    this.indexing.stop();
    this.context.database.close();
    this.context.records.close();
    this.lock.release();
  }

  get state(): LibraryState {
    return stateOf(this.context, this.importer.progress);
  }

  /** Looks at everything kept, without changing it. */
  check(): Promise<CheckFinding[]> {
    return checkLibrary(this.context);
  }

  /** An article that was opened to be read, from a file that still holds it. Throws `Failure` when it does not. */
  async keep(findings: Findings, path: string): Promise<void> {
    const { hash: article } = findings.article.source;
    try {
      await this.context.originals.keep(article, await readAgain(path, findings, this.host.readFile));
      keepOpened(this.context, findings, path);
    } catch (error) {
      throw asFailure(error, this.context.folder);
    }
    this.renewed(findings);
  }

  /** New findings of an article after a decision; the decisions are kept with them. */
  renew(findings: Findings, decisions: Decisions): void {
    if (entryId(this.context.database, findings.article.source.hash) === null) return;
    this.guarded(() => keepRenewed(this.context, findings, decisions));
    this.renewed(findings);
  }

  /** Once only: what an earlier Dateline kept as its recent files. Files that are gone are passed over. */
  async takeOver(files: readonly RecentReading[]): Promise<void> {
    await takeOverRecent(this.context, this.importer, files);
  }

  opened(article: ArticleId): void {
    this.commit({ kind: 'opened', article, at: this.context.now() });
    this.changed([article]);
  }

  keepPlace(article: ArticleId, place: ReadingPlace | null): void {
    this.commit({ kind: 'placed', article, place });
  }

  decide(article: ArticleId, changes: Partial<DecisionFields>): void {
    this.guarded(() => decide(this.context, article, changes));
  }

  /** Decisions made elsewhere, which the findings do not follow yet: the articles are read again. */
  decided(articles: readonly { article: ArticleId; decisions: Decisions }[]): void {
    this.guarded(() => {
      commit(
        this.context,
        articles.map(({ article, decisions }) => ({ kind: 'decided', article, decisions })),
        () => {
          for (const { article } of articles) {
            const entry = entryId(this.context.database, article);
            if (entry !== null) enqueueEntry(this.context.database, entry);
          }
        },
      );
    });
    this.importer.start();
  }

  correct(article: ArticleId, correction: Correction): void {
    this.guarded(() => correct(this.context, article, correction));
  }

  undoCorrection(article: ArticleId, id: string): boolean {
    return this.guarded(() => undoCorrection(this.context, article, id));
  }

  /** `null` stands for all of them. */
  retryFailures(paths: readonly string[] | null): void {
    this.guarded(() => retryFailures(this.context.database, paths));
    this.importer.start();
  }

  dismissFailures(paths: readonly string[] | null): void {
    this.guarded(() => dismissFailures(this.context.database, paths));
  }

  change(articles: readonly ArticleId[], change: LibraryChange): { undo: string; changed: ArticleId[] } {
    const done = this.guarded(() => this.changes.apply(articles, change));
    this.changed(done.changed);
    return done;
  }

  undo(id: string): ArticleId[] {
    const changed = this.guarded(() => this.changes.undo(id));
    this.changed(changed);
    return changed;
  }

  /** For good: nothing brings them back but their own files. */
  forget(articles: readonly ArticleId[]): ForgetReport {
    const report = this.guarded(() => forgetArticles(this.context, articles));
    this.changed([...articles]);
    return report;
  }

  saveSearch({ id, name, search }: SavedSearch): void {
    this.commit({ kind: 'searchSaved', id, name, search });
  }

  removeSearch(id: string): void {
    this.commit({ kind: 'searchRemoved', id });
  }

  watch(folder: string, on: boolean): void {
    this.commit({ kind: 'watched', folder, on, at: this.context.now() });
  }

  backUp(): string {
    const { database, folder, now } = this.context;
    return this.guarded(() => backUp(database, folder, now()));
  }

  /** A clock set back does not hold backups up: a newest one that lies in the future counts as old. */
  backUpWhenDue(): void {
    const [newest] = listBackups(this.context.folder);
    const age = this.context.now() - (newest?.made ?? 0);
    if (age >= BACKUP_EVERY || age < 0) this.backUp();
  }

  /** Indexes all that waits; for commands, which end right after. */
  indexAll(): void {
    this.guarded(() => this.indexing.all());
  }

  private renewed({ article, analysis }: Findings): void {
    this.importer.noteEngine(analysis.engineVersion);
    this.changed([article.source.hash]);
  }

  private commit(record: Parameters<typeof commit>[1][number]): void {
    this.guarded(() => commit(this.context, [record]));
  }

  private changed(articles: ArticleId[]): void {
    if (articles.length > 0) this.host.changed(articles);
    this.indexing.start();
  }
}
