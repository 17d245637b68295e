import { join } from 'node:path';
import type { AppError, ArticleId } from '../contract';
import { appError } from '../files/failure';
import { JsonFile } from '../library/json-file';

/** How often an article stopped the window. */
type Counts = Record<ArticleId, number>;

/** From so many on an article is shown as text only, unless somebody asks for the whole. */
const OFTEN = 2;
/** Articles that are remembered, the newest last. */
const MOST = 200;

/**
 * Remembers which articles were shown when the window's process ended, also between starts, so that none can stop the
 * window again and again.
 */
export class WindowStops {
  private readonly file: JsonFile<Counts>;
  private told: AppError | null = null;

  constructor(folder: string) {
    this.file = new JsonFile(join(folder, 'stopped.json'), counts, {});
  }

  /** @param article what was shown, with where it lies; null when nothing was */
  note(article: { id: ArticleId; path: string } | null, reason: string): void {
    if (article) this.set(article.id, (this.file.value[article.id] ?? 0) + 1);
    this.told = appError(
      'window-stopped',
      article?.path ?? null,
      article ? 'The window stopped while it showed this article.' : 'The window stopped and began anew.',
      'Nothing that was saved is lost; text alone is the safest way to read it.',
      `Window: ${reason}.`,
    );
  }

  /** Why the window began anew, told once. */
  take(): AppError | null {
    const { told } = this;
    this.told = null;
    return told;
  }

  isRisky(article: ArticleId): boolean {
    return (this.file.value[article] ?? 0) >= OFTEN;
  }

  /** Somebody wants to see it whole all the same: it counts anew. */
  forget(article: ArticleId): void {
    if (article in this.file.value) this.set(article, 0);
  }

  flush(): Promise<number> {
    return this.file.flush();
  }

  private set(article: ArticleId, count: number): void {
    const others = Object.entries(this.file.value).filter(([id]) => id !== article);
    const kept = count > 0 ? [...others, [article, count] as const] : others;
    this.file.set(Object.fromEntries(kept.slice(-MOST)));
  }
}

/** What was kept of it that can be used. */
function counts(value: unknown): Counts {
  const usable = Object.entries(Object(value) as object).filter(
    ([id, count]) => /^[0-9a-f]{64}$/.test(id) && Number.isSafeInteger(count) && count > 0,
  );
  return Object.fromEntries(usable) as Counts;
}

export function textOnlyNotice(path: string): AppError {
  return appError(
    'shown-as-text',
    path,
    'This article has stopped the window twice, so it is shown as text only.',
    'Its pictures, tables and lists are in the file; the whole can be tried again.',
  );
}
