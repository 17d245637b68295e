import type { AppError, ArticleId, ImportProgress, SourceInfo } from '../../contract';
import type { LibraryContext } from '../context';
import { setMeta } from '../entries/revision';
import { BatchWriter, type Ready } from './batch-writer';
import {
  cancelFiles,
  enqueueFiles,
  enqueueOutdated,
  type ImportItem,
  nextItem,
  waitingCount,
} from './import-queue';
import { isTroubleOfLibrary, isUnchanged, problemOf, wasWritten } from './import-source';
import { ImportTally } from './import-tally';
import { keepProblem, type TakeInHost, takeIn } from './take-in';
import { UnderWay } from './under-way';

/** What the import asks of the program it runs in. Each throws `Failure`. */
export interface ImportHost extends TakeInHost {
  /** Files in the place of folders. */
  findFiles(paths: readonly string[]): Promise<string[]>;
  /** How many files are worked on at once. */
  lanes: number;
  /** Told at each step; whoever shows it makes it less often. */
  progress(progress: ImportProgress): void;
  /** Articles whose rows changed. */
  changed(articles: ArticleId[]): void;
}

/** Milliseconds. */
const REPORT_INTERVAL = 30;

/**
 * Takes files into the library, a few at a time, in any number. What waits and what failed lies in the database, so a
 * crash costs at most the work on the files under way. A full disk or a lost folder pauses it, and nothing is lost.
 */
export class Importer {
  private readonly taken = new Set<number>();
  private readonly underWay = new UnderWay();
  private readonly tally: ImportTally;
  private readonly writer: BatchWriter;
  private running = 0;
  private looking = 0;
  private paused: boolean;
  private stopped = false;
  private reported = Number.NEGATIVE_INFINITY;
  private controller = new AbortController();
  private engineVersion: string | null = null;
  private waitingForIdle: (() => void)[] = [];

  constructor(
    private readonly context: LibraryContext,
    private readonly host: ImportHost,
    { paused = false } = {},
  ) {
    this.paused = paused;
    this.tally = new ImportTally(context.now);
    this.writer = new BatchWriter(
      context,
      (batch) => this.written(batch),
      (batch, error) => {
        for (const { item } of batch) this.failed(item, error, this.controller.signal);
      },
    );
  }

  get progress(): ImportProgress {
    const waiting = waitingCount(this.context.database);
    return this.tally.progress(this.state(waiting), waiting);
  }

  /** Goes on with what waits. */
  start(): void {
    for (let item = this.following(); item; item = this.following()) {
      void this.lane(item);
      if (this.running >= this.host.lanes) break;
    }
    this.settleIfIdle();
  }

  /** Finds the files of folders, and lines them up. Of a watched folder only what is new or changed. */
  async add(paths: readonly string[], { watched = false } = {}): Promise<void> {
    const { database } = this.context;
    this.looking += 1;
    this.report();
    try {
      const fresh: string[] = [];
      for (const path of await this.host.findFiles(paths)) {
        if (!watched || !(await isUnchanged(database, path))) fresh.push(path);
        if (this.stopped) return;
      }
      enqueueFiles(database, fresh, watched);
    } finally {
      this.looking -= 1;
      this.settleIfIdle();
    }
    this.start();
  }

  pause(): void {
    this.paused = true;
    this.report({ always: true });
  }

  resume(): void {
    this.paused = false;
    this.tally.goOn();
    this.start();
    this.report({ always: true });
  }

  /** Gives up what waits; what was taken in stays. */
  cancel(): void {
    cancelFiles(this.context.database);
    this.controller.abort();
    this.controller = new AbortController();
    this.resume();
  }

  /** Ends at once; what waits goes on with the next start. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.controller.abort();
    await this.settled();
  }

  /** Settles when nothing is under way: everything is done, or it is paused. */
  settled(): Promise<void> {
    if (this.isIdle) return Promise.resolve();
    return new Promise((resolve) => this.waitingForIdle.push(resolve));
  }

  private get isIdle(): boolean {
    if (this.running > 0 || this.looking > 0 || !this.writer.isEmpty) return false;
    return this.paused || this.stopped || nextItem(this.context.database, this.taken) === null;
  }

  private async lane(first: ImportItem): Promise<void> {
    this.running += 1;
    for (let item: ImportItem | null = first; item; item = this.following()) {
      await this.take(item, this.controller.signal);
      this.report();
    }
    this.running -= 1;
    this.writer.flush();
    this.settleIfIdle();
  }

  private following(): ImportItem | null {
    if (this.paused || this.stopped || this.running > this.host.lanes) return null;
    const item = nextItem(this.context.database, this.taken);
    if (item) this.taken.add(item.id);
    return item;
  }

  private async take(item: ImportItem, signal: AbortSignal): Promise<void> {
    try {
      const taken = await takeIn(this.context, this.host, this.underWay, item, signal);
      if (taken.kind === 'ready') {
        this.writer.add(taken.ready);
        this.noteEngine(taken.ready.findings.analysis.engineVersion);
        return;
      }
      if (taken.changed !== null) this.host.changed([taken.changed]);
      this.count(item, 'known');
    } catch (error) {
      this.failed(item, error, signal);
    }
  }

  private written(batch: readonly Ready[]): void {
    for (const { item, info } of batch) {
      this.count(item, item.path === null ? 'redone' : 'added');
      if (item.path !== null) void this.lookAgain(item.path, info);
    }
    this.host.changed(batch.map(({ info }) => info.hash));
    this.settleIfIdle();
  }

  /** A file that was written to while it was read is lined up once more: it is another article by now. */
  private async lookAgain(path: string, info: SourceInfo): Promise<void> {
    if (!(await wasWritten(path, info)) || this.stopped) return;
    enqueueFiles(this.context.database, [path], false);
    this.start();
  }

  private failed(item: ImportItem, error: unknown, signal: AbortSignal): void {
    const problem = problemOf(error, item, this.context.folder);
    if (signal.aborted || this.stopped) this.release(item);
    else if (isTroubleOfLibrary(problem)) this.stopBy(item, problem);
    else this.keepFailure(item, problem);
    this.settleIfIdle();
  }

  private keepFailure(item: ImportItem, problem: AppError): void {
    try {
      keepProblem(this.context, item, problem);
      this.count(item, 'failed');
    } catch (error) {
      this.stopBy(item, problemOf(error, item, this.context.folder));
    }
  }

  /** The item stays in line until the library can be written again. */
  private stopBy(item: ImportItem, problem: AppError): void {
    this.tally.trouble = problem;
    this.paused = true;
    this.release(item);
  }

  private count(item: ImportItem, as: 'added' | 'known' | 'failed' | 'redone'): void {
    this.release(item);
    this.tally.count(as);
  }

  private release(item: ImportItem): void {
    this.taken.delete(item.id);
    this.underWay.end(item.id);
  }

  /** A newer engine reads the older entries again, behind the new files. */
  noteEngine(version: string): void {
    if (this.engineVersion === version) return;
    this.engineVersion = version;
    const { database } = this.context;
    database.transaction(() => {
      setMeta(database, 'engine', version);
      enqueueOutdated(database, version);
    });
  }

  private state(waiting: number): ImportProgress['state'] {
    if (this.looking > 0) return 'looking';
    if (this.paused && waiting > 0) return 'paused';
    return this.running > 0 || waiting > 0 ? 'running' : 'idle';
  }

  /** Counting a long queue takes a moment, so it is not done for every file. */
  private report({ always = false } = {}): void {
    const now = performance.now();
    if (this.stopped || (!always && now - this.reported < REPORT_INTERVAL)) return;
    this.reported = now;
    this.host.progress(this.progress);
  }

  private settleIfIdle(): void {
    if (!this.isIdle) return;
    this.report({ always: true });
    for (const resolve of this.waitingForIdle.splice(0)) resolve();
  }
}
