import { app } from 'electron';
import type {
  Analysis,
  Article,
  CorrectionChange,
  ImageResource,
  ReaderChoices,
  RecentFile,
} from '../contract';
import { cancelled, Failure, fail } from '../library/failure';
import { readSourceFile } from '../library/source-file';
import type { Store } from '../library/store';
import type { ImageShelf } from './image-shelf';
import type { JobListener, Jobs } from './jobs';
import type { MainWindow } from './main-window';

/** Words a minute that an adult reads silently in English (Brysbaert 2019, Journal of Memory and Language 109). */
const READING_SPEED = 238;

/** Opens articles and keeps what the reader decides about them. Files are told apart by their bytes' hash. */
export class Articles {
  /** Hash of each file opened since the start, by path. */
  private readonly opened = new Map<string, string>();
  private readonly underWay = new Map<number, AbortController>();
  private corrections = 0;
  private title = 'article';

  constructor(
    private readonly store: Store,
    private readonly jobs: Jobs,
    private readonly images: ImageShelf,
    private readonly window: MainWindow,
    private readonly now: () => number,
    private readonly onRecent: (recent: RecentFile[]) => void,
  ) {}

  /** Title of the article shown last; names its PDF. */
  get currentTitle(): string {
    return this.title;
  }

  open(path: string, job: number): Promise<Analysis> {
    return this.withSignal(path, job, async (signal) => {
      const analysis = await this.analyse(path, job, signal);
      this.addRecent(analysis.article);
      return analysis;
    });
  }

  cancel(job: number): void {
    this.underWay.get(job)?.abort();
  }

  choose(path: string, job: number, changes: Partial<Omit<ReaderChoices, 'corrections'>>): Promise<Analysis> {
    this.store.choose(this.hashOf(path), changes);
    return this.revise(path, job);
  }

  correct(
    path: string,
    job: number,
    scope: 'article' | 'library',
    change: CorrectionChange,
  ): Promise<Analysis> {
    this.store.correct(this.hashOf(path), this.nextCorrectionId(), scope, change);
    return this.revise(path, job);
  }

  undo(path: string, job: number): Promise<Analysis> {
    this.store.undoCorrection(this.hashOf(path));
    return this.revise(path, job);
  }

  /** True for a file that this window has opened, so that nothing else can be shown in the file manager. */
  knows(path: string): boolean {
    return this.opened.has(path) || this.store.recent.some((file) => file.path === path);
  }

  /** The worker may still hold the parsed article; then only names and times are found anew. */
  private revise(path: string, job: number): Promise<Analysis> {
    return this.withSignal(path, job, async (signal) => {
      const hash = this.hashOf(path);
      const listener = this.listener(path, job);
      const choices = this.store.choices(hash);
      const revised = await this.jobs.run(path, { kind: 'revise', hash, choices }, listener, signal);
      return revised ?? this.analyse(path, job, signal);
    });
  }

  private async analyse(path: string, job: number, signal: AbortSignal): Promise<Analysis> {
    const { info, bytes } = await readSourceFile(path, signal);
    this.opened.set(path, info.hash);
    const choices = this.store.choices(info.hash);
    const listener = this.listener(path, job);
    const analysis = await this.jobs.run(
      path,
      { kind: 'open', source: info, bytes, choices },
      listener,
      signal,
    );
    if (!analysis) throw new Error('The engine did not know the article it was given.');
    return analysis;
  }

  private listener(path: string, job: number): JobListener {
    return {
      progress: (stage, done, total) => this.window.notify('job.progress', { job, path, stage, done, total }),
      article: (article: Article, images: ImageResource[]) => {
        this.images.put(path, images);
        this.title = article.title?.value ?? article.source.name;
        this.window.notify('job.article', { job, article });
      },
    };
  }

  private async withSignal(
    path: string,
    job: number,
    work: (signal: AbortSignal) => Promise<Analysis>,
  ): Promise<Analysis> {
    const controller = new AbortController();
    this.underWay.set(job, controller);
    try {
      return await work(controller.signal);
    } catch (error) {
      if (controller.signal.aborted && !(error instanceof Failure)) throw cancelled(path);
      throw error;
    } finally {
      if (this.underWay.get(job) === controller) this.underWay.delete(job);
    }
  }

  private hashOf(path: string): string {
    const hash = this.opened.get(path);
    if (hash !== undefined) return hash;
    throw fail('invalid-request', path, 'This file has not been opened yet.', 'Open it first.');
  }

  /** Ids sort in the order they were made, so that the newest can be taken back. */
  private nextCorrectionId(): string {
    this.corrections += 1;
    const part = (value: number, width: number) => value.toString(36).padStart(width, '0');
    return `${part(this.now(), 9)}-${part(this.corrections, 4)}`;
  }

  private addRecent(article: Article): void {
    const { path, name } = article.source;
    const words = article.blocks.reduce((sum, block) => sum + block.text.split(/\s+/).length, 0);
    const recent = this.store.addRecent({
      path,
      name,
      title: article.title?.value ?? null,
      opened: this.now(),
      publicationDate: article.publicationDate?.value ?? null,
      minutes: Math.max(1, Math.round(words / READING_SPEED)),
    });
    app.addRecentDocument(path);
    this.onRecent(recent);
  }
}
