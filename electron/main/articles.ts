import type {
  Article,
  ArticleId,
  Decisions,
  ImageResource,
  PackedAnalysis,
  ReadingPlace,
  ShownAs,
  ShownFindings,
  SourceInfo,
  StoredFindings,
  TextSpan,
} from '../contract';
import { cancelled, Failure, fail } from '../files/failure';
import { readSourceFile, type SourceFile } from '../files/source-file';
import type { Store } from '../library/store';
import type { JobListener } from './engine-slot';
import type { ImageShelf } from './image-shelf';
import type { Lane } from './lane';
import type { MainWindow } from './main-window';
import { textOnlyNotice, type WindowStops } from './window-stops';

/** The library as opening an article needs it (`article-library.ts`). */
export interface StoredArticles {
  stored(article: ArticleId, decisions: Decisions): Promise<ShownFindings | null>;
  source(article: ArticleId): Promise<{ source: SourceInfo; bytes: Uint8Array } | null>;
  pathOf(article: ArticleId): Promise<string | null>;
  keep(path: string, findings: StoredFindings): void;
  opened(article: ArticleId): void;
  renew(article: Article, analysis: PackedAnalysis, decisions: Decisions): void;
}

/** Opens articles. An article is its bytes; a path is where they lay last. */
export class Articles {
  /** Path that each article was imported from last. */
  private readonly paths = new Map<ArticleId, string>();
  /** The newest opening, which a newer one cancels; what a person decides is never cancelled by it. */
  private opening: { job: number; controller: AbortController } | null = null;
  private readonly underWay = new Map<number, AbortController>();
  /** Where the words of each reading place stand, as the article was read last; null for an orphan. */
  private readonly places = new Map<ArticleId, TextSpan | null>();
  private shown: Article | null = null;
  /** Those that the window gets as text only. */
  private readonly plain = new Set<ArticleId>();

  constructor(
    private readonly store: Store,
    private readonly lane: Lane,
    private readonly images: ImageShelf,
    private readonly library: StoredArticles,
    private readonly window: MainWindow,
    private readonly stops: Pick<WindowStops, 'isRisky' | 'forget'>,
    /** Called when an article can be read: `opened` when it was asked for, and not read again for a decision. */
    private readonly onShown: (path: string, article: Article, opened: boolean) => void,
  ) {}

  /** Title of the article shown last; names its PDF. */
  get currentTitle(): string {
    return this.shown?.title?.value ?? this.shown?.source.name ?? 'article';
  }

  import(path: string, job: number): Promise<ArticleId> {
    return this.asOpening(path, job, async (signal) => {
      const { info } = await readSourceFile(path, signal);
      this.paths.set(info.hash, path);
      return info.hash;
    });
  }

  /** An article that the library has is shown as it was found before; nothing is analysed again. */
  async open(article: ArticleId, job: number, as: ShownAs = 'best'): Promise<PackedAnalysis> {
    const path = await this.located(article);
    if (as === 'whole') this.stops.forget(article);
    const risky = as === 'best' && this.stops.isRisky(article);
    if (as === 'text' || risky) this.plain.add(article);
    else this.plain.delete(article);
    if (risky) this.window.notify('app.error', textOnlyNotice(path));
    return this.asOpening(path, job, async (signal) => {
      const decisions = this.store.decisions(article);
      const listener = this.listener(article, job, true);
      const stored = await this.library.stored(article, decisions);
      signal.throwIfAborted();
      if (stored) this.showStored(stored, path, listener);
      const analysis = stored?.analysis ?? (await this.read(article, decisions, signal, listener));
      if (stored) this.library.opened(article);
      else this.keep(path, analysis, decisions);
      return analysis;
    });
  }

  cancel(job: number): void {
    this.underWay.get(job)?.abort();
  }

  /** Where the person stopped reading; null when nothing was kept, or its words are gone. */
  place(article: ArticleId): ReadingPlace | null {
    const kept = this.store.place(article);
    const span = this.places.get(article);
    return kept && span ? { ...kept, anchor: { ...kept.anchor, span } } : null;
  }

  keepPlace(article: ArticleId, place: ReadingPlace): ReadingPlace {
    this.store.keepPlace(article, place);
    this.places.set(article, place.anchor.span);
    return place;
  }

  async original(article: ArticleId): Promise<string> {
    const path = this.pathOf(article);
    const decisions = this.store.decisions(article);
    const { signal } = new AbortController();
    const ask = () => this.lane.run(path, { kind: 'original', article, decisions }, silent, signal);
    let answer = await ask();
    if (!answer) {
      await this.read(article, decisions, signal, silent);
      answer = await ask();
    }
    if (answer?.kind !== 'original') throw new Error('The engine did not know the article it had just read.');
    return answer.text;
  }

  /**
   * The analysis under other decisions, which are not kept. The worker may still hold the parsed article; then only
   * names and times are found anew.
   */
  revise(article: ArticleId, decisions: Decisions, job: number): Promise<PackedAnalysis> {
    const path = this.pathOf(article);
    return this.withSignal(path, job, async (signal) => {
      const listener = this.listener(article, job, false);
      const revised = await this.lane.run(path, { kind: 'revise', article, decisions }, listener, signal);
      return revised?.kind === 'analysis'
        ? revised.analysis
        : this.read(article, decisions, signal, listener);
    });
  }

  /** True for a file that this window has opened, so that nothing else can be shown in the file manager. */
  knows(path: string): boolean {
    return [...this.paths.values()].includes(path) || this.store.recent.some((file) => file.path === path);
  }

  /** The findings under decisions that were kept by now. */
  renewed(analysis: PackedAnalysis): void {
    if (this.shown?.source.hash !== analysis.article) return;
    this.library.renew(this.shown, analysis, this.store.decisions(analysis.article));
  }

  pathOf(article: ArticleId): string {
    const path = this.paths.get(article);
    if (path !== undefined) return path;
    throw fail('invalid-request', null, 'This article has not been opened yet.', 'Open its file first.');
  }

  /** Where an article lies, that was imported since the start or is in the library. */
  private async located(article: ArticleId): Promise<string> {
    const known = this.paths.get(article) ?? (await this.library.pathOf(article));
    if (known !== null) this.paths.set(article, known);
    return this.pathOf(article);
  }

  private keep(path: string, analysis: PackedAnalysis, decisions: Decisions): void {
    if (this.shown?.source.hash === analysis.article) {
      this.library.keep(path, { article: this.shown, analysis, decisions });
    }
  }

  /** The images come after the words: they lie in the file, which is read for them in the background. */
  private showStored(
    { article, packed, decisions }: ShownFindings,
    path: string,
    listener: JobListener,
  ): void {
    listener.article(article, [], placeIn(article, this.store.place(article.source.hash)), packed);
    const pictured = article.blocks.some((block) => block.kind === 'figure');
    if (pictured && !this.plain.has(article.source.hash))
      this.images.await(path, this.imagesOf(article.source.hash, path, decisions));
  }

  private async imagesOf(article: ArticleId, path: string, decisions: Decisions): Promise<ImageResource[]> {
    const { signal } = new AbortController();
    const { info, bytes } = await this.bytesOf(article, path, signal);
    const work = { kind: 'images', source: info, bytes, decisions } as const;
    const answer = await this.lane.run(path, work, silent, signal);
    return answer?.kind === 'images' ? answer.images : [];
  }

  private async read(
    article: ArticleId,
    decisions: Decisions,
    signal: AbortSignal,
    listener: JobListener,
  ): Promise<PackedAnalysis> {
    const path = this.pathOf(article);
    const { info, bytes } = await this.bytesOf(article, path, signal);
    const place = this.store.place(article)?.anchor ?? null;
    const work = { kind: 'open', source: info, bytes, decisions, place } as const;
    const answer = await this.lane.run(path, work, listener, signal);
    if (answer?.kind !== 'analysis') throw new Error('The engine did not know the article it was given.');
    return answer.analysis;
  }

  /**
   * The library's own copy where there is one. A file that was written to since is another article; it must be imported
   * again.
   */
  private async bytesOf(article: ArticleId, path: string, signal: AbortSignal): Promise<SourceFile> {
    const kept = await this.library.source(article);
    if (kept) return { info: kept.source, bytes: kept.bytes };
    const file = await readSourceFile(path, signal);
    if (file.info.hash === article) return file;
    throw fail(
      'file-changed',
      path,
      'This file was changed since it was opened.',
      'Open it again to read it as it is now.',
    );
  }

  private listener(article: ArticleId, job: number, opened: boolean): JobListener {
    return {
      progress: (stage, done, total) => this.window.notify('job.progress', { job, stage, done, total }),
      article: (read, images, place, packed) => {
        this.places.set(article, place);
        const path = this.pathOf(article);
        this.shown = read;
        const plain = this.plain.has(article);
        this.images.put(path, plain ? [] : images);
        this.onShown(path, read, opened);
        this.window.notify('job.article', { job, article: packed, textOnly: plain });
      },
    };
  }

  /** Somebody who opens another file no longer waits for the one before; a hung one must not hold it up. */
  private asOpening<T>(path: string, job: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.opening && this.opening.job !== job) this.opening.controller.abort();
    return this.withSignal(path, job, (signal, controller) => {
      this.opening = { job, controller };
      return work(signal);
    });
  }

  private async withSignal<T>(
    path: string,
    job: number,
    work: (signal: AbortSignal, controller: AbortController) => Promise<T>,
  ): Promise<T> {
    const controller = new AbortController();
    this.underWay.set(job, controller);
    try {
      return await work(controller.signal, controller);
    } catch (error) {
      if (controller.signal.aborted && !(error instanceof Failure)) throw cancelled(path);
      throw error;
    } finally {
      if (this.underWay.get(job) === controller) this.underWay.delete(job);
    }
  }
}

/** The article is as it was when it was read, so the words stand where they stood, or the place is an orphan. */
function placeIn({ blocks }: Article, place: ReadingPlace | null): TextSpan | null {
  if (!place) return null;
  const { span, quote } = place.anchor;
  const text = blocks.find(({ id }) => id === span.block)?.text ?? null;
  return text?.slice(span.start, span.end) === quote.exact ? span : null;
}

const silent: JobListener = { progress() {}, article() {} };
