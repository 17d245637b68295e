import type {
  ArticleId,
  Correction,
  DecisionFields,
  Decisions,
  Facets,
  ForgetReport,
  ImportFailure,
  LibraryChange,
  LibraryEntry,
  LibrarySearch,
  LibraryState,
  MetadataValue,
  NamedEntity,
  Page,
  ReadingPlace,
  SavedSearch,
  SearchAnswer,
  SourceInfo,
  TextSpan,
} from '../contract';
import { backUp, listBackups } from './backup';
import { Changes } from './changes';
import { type CheckFinding, checkLibrary } from './check';
import { commit, type LibraryContext } from './context';
import { DatabaseError } from './database/database';
import { correct, decide, decisionsOf, undoCorrection } from './decisions';
import { entriesById, entryId, fileNameOf, pathsOf } from './entries/entry-row';
import { type Findings, findingsOf, putFindings } from './entries/findings';
import { metadataOf } from './entries/metadata';
import { forgetArticles } from './forget';
import { dismissFailures, enqueueEntry, importFailures, retryFailures } from './import/import-queue';
import { changedMeanwhile, originalOf } from './import/import-source';
import { Importer, type ImportHost } from './import/importer';
import type { LibraryLock } from './library-lock';
import { type OpenOptions, openLibrary } from './open-library';
import type { LibraryRecord } from './records/record';
import { facetsOf, namedEntities } from './search/facets';
import { hitsInArticle, search } from './search/search';
import { changedSince, stateOf } from './state';
import { type RecentReading, takeOverRecent } from './take-over';
import { asFailure } from './trouble';

/** Entries indexed before a search is answered; more than that, and the rest follows in the background. */
const INDEXED_FIRST = 60;
/** Backups are made when this much time went by since the last, in milliseconds. */
const BACKUP_EVERY = 24 * 3_600_000;

/**
 * An open library. Reading calls answer at once; what changes something is on disk when it returns. Every method throws
 * `Failure` for what a person can do something about.
 */
export class Library {
  readonly importer: Importer;
  private readonly changes: Changes;
  private indexing: ReturnType<typeof setImmediate> | null = null;
  private closed = false;

  private constructor(
    private readonly context: LibraryContext,
    private readonly lock: LibraryLock,
    private readonly host: ImportHost,
    options: { paused?: boolean },
  ) {
    this.changes = new Changes(context);
    const changed = (articles: ArticleId[]) => this.changed(articles);
    this.importer = new Importer(context, { ...host, changed }, options);
    this.indexSoon();
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
    if (this.indexing) clearImmediate(this.indexing);
    this.context.database.close();
    this.context.records.close();
    this.lock.release();
  }

  get state(): LibraryState {
    return stateOf(this.context, this.importer.progress);
  }

  /** What the journal's end looked like when the library was opened. */
  get journalFindings(): { unreadable: number; tailKept: string | null } {
    return this.context.records.findings;
  }

  changedSince(revision: number): ArticleId[] {
    return changedSince(this.context.database, revision);
  }

  search(asked: LibrarySearch, from: number, count: number): SearchAnswer {
    return this.guarded(() => {
      if (asked.text.trim() !== '') this.indexSome(INDEXED_FIRST);
      return search(this.context.database, asked, from, count);
    });
  }

  hits(article: ArticleId, text: string, typing: boolean): TextSpan[] {
    return hitsInArticle(this.context.database, article, text, typing);
  }

  facets(asked: LibrarySearch): Facets {
    return this.guarded(() => facetsOf(this.context.database, asked));
  }

  entities(text: string, count: number): NamedEntity[] {
    return namedEntities(this.context.database, text, count);
  }

  entry(article: ArticleId): LibraryEntry | null {
    const { database } = this.context;
    const id = entryId(database, article);
    return id === null ? null : (entriesById(database, [id]).get(id) ?? null);
  }

  metadata(article: ArticleId): MetadataValue[] {
    const id = entryId(this.context.database, article);
    return id === null ? [] : metadataOf(this.context.database, id);
  }

  /** What was found when the article was read last; null when it is not in the library, or waits to be read. */
  findings(article: ArticleId): Findings | null {
    const id = entryId(this.context.database, article);
    return id === null ? null : findingsOf(this.context.database, id);
  }

  /** Everywhere the article was found, the newest place first. */
  paths(article: ArticleId): string[] {
    return pathsOf(this.context.database, article);
  }

  /** The name its file had. */
  fileName(article: ArticleId): string {
    return fileNameOf(this.context.database, article);
  }

  /** Looks at everything kept, without changing it. */
  check(): Promise<CheckFinding[]> {
    return checkLibrary(this.context);
  }

  /** The article's bytes. Throws `OriginalLostError`. */
  original(article: ArticleId): Promise<Uint8Array> {
    return this.context.originals.read(article);
  }

  /** The bytes with what the file was; null for an article that the library does not have. */
  async source(article: ArticleId): Promise<{ source: SourceInfo; bytes: Uint8Array } | null> {
    const entry = entryId(this.context.database, article);
    if (entry === null) return null;
    const { info, bytes } = await originalOf(this.context, entry);
    return { source: info, bytes };
  }

  /** An article that was opened to be read, from a file that still holds it. Throws `Failure` when it does not. */
  async keep(findings: Findings, path: string): Promise<void> {
    const { originals, now, folder } = this.context;
    const { hash: article, name, size, modified } = findings.article.source;
    try {
      const { info, bytes } = await this.host.readFile(path, new AbortController().signal);
      if (info.hash !== article) throw changedMeanwhile(path);
      await originals.keep(article, bytes);
    } catch (error) {
      throw asFailure(error, folder);
    }
    const at = now();
    const whole = Math.trunc(modified);
    const records: LibraryRecord[] = [
      { kind: 'added', article, name, size, modified: whole, at },
      { kind: 'located', article, path, size, modified: whole },
      { kind: 'decided', article, decisions: findings.decisions },
      { kind: 'opened', article, at },
    ];
    this.guarded(() => {
      commit(this.context, records, () => {
        this.put(findings);
        this.context.database.run('DELETE FROM import_item WHERE path = ?', [path]);
      });
    });
    this.changed([article]);
  }

  /** New findings of an article after a decision; the decisions are kept with them. */
  renew(findings: Findings, decisions: Decisions): void {
    const article = findings.article.source.hash;
    if (entryId(this.context.database, article) === null) return;
    this.guarded(() =>
      commit(this.context, [{ kind: 'decided', article, decisions }], () => this.put(findings)),
    );
    this.changed([article]);
  }

  /** Once only: what an earlier Dateline kept as its recent files. Files that are gone are passed over. */
  async takeOver(files: readonly RecentReading[]): Promise<void> {
    await takeOverRecent(this.context, this.importer, files);
  }

  opened(article: ArticleId): void {
    this.commit({ kind: 'opened', article, at: this.context.now() });
    this.changed([article]);
  }

  place(article: ArticleId): ReadingPlace | null {
    const row = this.context.database.get<{ place: string | null }>(
      'SELECT place FROM entry WHERE article = ?',
      [article],
    );
    return row?.place ? (JSON.parse(row.place) as ReadingPlace) : null;
  }

  keepPlace(article: ArticleId, place: ReadingPlace | null): void {
    this.commit({ kind: 'placed', article, place });
  }

  decisions(article: ArticleId): Decisions {
    return decisionsOf(this.context.database, article);
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

  failures(from: number, count: number): Page<ImportFailure> {
    return importFailures(this.context.database, from, count);
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
    this.guarded(() => {
      while (!this.context.index.catchUp(200));
    });
  }

  private put(findings: Findings): void {
    const { database } = this.context;
    const entry = entryId(database, findings.article.source.hash);
    if (entry === null) return;
    putFindings(database, entry, findings);
    database.run('DELETE FROM import_item WHERE entry = ?', [entry]);
    this.importer.noteEngine(findings.analysis.engineVersion);
  }

  private commit(record: Parameters<typeof commit>[1][number]): void {
    this.guarded(() => commit(this.context, [record]));
  }

  private changed(articles: ArticleId[]): void {
    if (articles.length > 0) this.host.changed(articles);
    this.indexSoon();
  }

  /** A little at a time, so that questions are answered meanwhile. */
  private indexSoon(): void {
    if (this.closed) return;
    this.indexing ??= setImmediate(() => {
      this.indexing = null;
      if (!this.indexSome(10)) this.indexSoon();
    });
  }

  /** A full disk must keep nobody from searching: the index is behind then, and the next change or search tries again. */
  private indexSome(entries: number): boolean {
    try {
      return this.context.index.catchUp(entries);
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      return true;
    }
  }

  private guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw asFailure(error, this.context.folder);
    }
  }
}
