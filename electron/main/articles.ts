import { app } from 'electron';
import type {
  Analysis,
  Article,
  ArticleId,
  CorrectionChange,
  CorrectionScope,
  DecisionFields,
  ImageResource,
  RecentFile,
} from '../contract';
import { cancelled, Failure, fail } from '../files/failure';
import { readSourceFile, type SourceFile } from '../files/source-file';
import type { Store } from '../library/store';
import type { ImageShelf } from './image-shelf';
import type { JobListener, Jobs } from './jobs';
import type { MainWindow } from './main-window';

/** Words a minute that an adult reads silently in English (Brysbaert 2019, Journal of Memory and Language 109). */
const READING_SPEED = 238;

/** Opens articles and keeps what a person decides about them. An article is its bytes; a path is where they lay last. */
export class Articles {
  /** Path that each article was imported from last. */
  private readonly paths = new Map<ArticleId, string>();
  private readonly underWay = new Map<number, AbortController>();
  private corrections = 0;
  private shown: Article | null = null;

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
    return this.shown?.title?.value ?? this.shown?.source.name ?? 'article';
  }

  import(path: string, job: number): Promise<ArticleId> {
    return this.withSignal(path, job, async (signal) => {
      const { info } = await readSourceFile(path, signal);
      this.paths.set(info.hash, path);
      return info.hash;
    });
  }

  open(article: ArticleId, job: number): Promise<Analysis> {
    return this.withSignal(this.pathOf(article), job, async (signal) => {
      const analysis = await this.analyse(article, job, signal);
      this.addRecent(article, analysis);
      return analysis;
    });
  }

  cancel(job: number): void {
    this.underWay.get(job)?.abort();
  }

  async original(article: ArticleId): Promise<string> {
    const path = this.pathOf(article);
    const decisions = this.store.decisions(article);
    const { signal } = new AbortController();
    const ask = () => this.jobs.run(path, { kind: 'original', article, decisions }, silent, signal);
    let answer = await ask();
    if (!answer) {
      await this.read(article, signal, silent);
      answer = await ask();
    }
    if (answer?.kind !== 'original') throw new Error('The engine did not know the article it had just read.');
    return answer.text;
  }

  decide(article: ArticleId, job: number, decisions: Partial<DecisionFields>): Promise<Analysis> {
    this.store.decide(article, decisions);
    return this.revise(article, job);
  }

  correct(
    article: ArticleId,
    job: number,
    scope: CorrectionScope,
    change: CorrectionChange,
  ): Promise<Analysis> {
    this.store.correct(article, this.nextCorrectionId(), scope, change);
    return this.revise(article, job);
  }

  undo(article: ArticleId, job: number): Promise<Analysis> {
    this.store.undoCorrection(article);
    return this.revise(article, job);
  }

  /** True for a file that this window has opened, so that nothing else can be shown in the file manager. */
  knows(path: string): boolean {
    return [...this.paths.values()].includes(path) || this.store.recent.some((file) => file.path === path);
  }

  /** The worker may still hold the parsed article; then only names and times are found anew. */
  private revise(article: ArticleId, job: number): Promise<Analysis> {
    const path = this.pathOf(article);
    return this.withSignal(path, job, async (signal) => {
      const decisions = this.store.decisions(article);
      const listener = this.listener(article, job);
      const revised = await this.jobs.run(path, { kind: 'revise', article, decisions }, listener, signal);
      return revised?.kind === 'analysis' ? revised.analysis : this.analyse(article, job, signal);
    });
  }

  private analyse(article: ArticleId, job: number, signal: AbortSignal): Promise<Analysis> {
    return this.read(article, signal, this.listener(article, job));
  }

  private async read(article: ArticleId, signal: AbortSignal, listener: JobListener): Promise<Analysis> {
    const path = this.pathOf(article);
    const { info, bytes } = await this.bytesOf(article, path, signal);
    const decisions = this.store.decisions(article);
    const answer = await this.jobs.run(
      path,
      { kind: 'open', source: info, bytes, decisions },
      listener,
      signal,
    );
    if (answer?.kind !== 'analysis') throw new Error('The engine did not know the article it was given.');
    return answer.analysis;
  }

  /** A file that was written to since is another article; it must be imported again. */
  private async bytesOf(article: ArticleId, path: string, signal: AbortSignal): Promise<SourceFile> {
    const file = await readSourceFile(path, signal);
    if (file.info.hash === article) return file;
    throw fail(
      'file-changed',
      path,
      'This file was changed since it was opened.',
      'Open it again to read it as it is now.',
    );
  }

  private listener(article: ArticleId, job: number): JobListener {
    return {
      progress: (stage, done, total) => this.window.notify('job.progress', { job, stage, done, total }),
      article: (read: Article, images: ImageResource[]) => {
        this.images.put(this.pathOf(article), images);
        this.shown = read;
        this.window.notify('job.article', { job, article: read });
      },
    };
  }

  private async withSignal<T>(
    path: string,
    job: number,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
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

  private pathOf(article: ArticleId): string {
    const path = this.paths.get(article);
    if (path !== undefined) return path;
    throw fail('invalid-request', null, 'This article has not been opened yet.', 'Open its file first.');
  }

  /** Ids sort in the order they were made, so that the newest can be taken back. */
  private nextCorrectionId(): string {
    this.corrections += 1;
    const part = (value: number, width: number) => value.toString(36).padStart(width, '0');
    return `${part(this.now(), 9)}-${part(this.corrections, 4)}`;
  }

  private addRecent(article: ArticleId, analysis: Analysis): void {
    const read = this.shown;
    if (read?.source.hash !== article) return;
    const path = this.pathOf(article);
    const words = read.blocks.reduce((sum, block) => sum + block.text.split(/\s+/).length, 0);
    const recent = this.store.addRecent({
      path,
      article,
      name: read.source.name,
      title: read.title?.value ?? null,
      opened: this.now(),
      publicationDate: analysis.publicationDate?.value ?? null,
      minutes: Math.max(1, Math.round(words / READING_SPEED)),
    });
    app.addRecentDocument(path);
    this.onRecent(recent);
  }
}

const silent: JobListener = { progress() {}, article() {} };
