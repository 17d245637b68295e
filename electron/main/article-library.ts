import type {
  Article,
  ArticleId,
  Decisions,
  PackedAnalysis,
  ShownFindings,
  SourceInfo,
  StoredFindings,
} from '../contract';
import { Failure } from '../files/failure';
import type { StoredArticles } from './articles';
import type { Librarian } from './librarian';

/**
 * The library as opening an article needs it. A library that cannot be used must not keep anybody from reading: then
 * nothing is stored, and articles are read from their files.
 */
export class ArticleLibrary implements StoredArticles {
  constructor(private readonly librarian: Librarian) {}

  /** What was found before under the same decisions, else null. */
  async stored(article: ArticleId, decisions: Decisions): Promise<ShownFindings | null> {
    const stored = await this.quietly(this.librarian.ask('librarian.findings', { article }));
    return stored && same(stored.decisions, decisions) ? stored : null;
  }

  /** The library's own copy; null when it has none. */
  source(article: ArticleId): Promise<{ source: SourceInfo; bytes: Uint8Array } | null> {
    return this.quietly(this.librarian.ask('librarian.source', { article }));
  }

  /** Where an article's file lay last, or its name; null for one that the library does not have. */
  async pathOf(article: ArticleId): Promise<string | null> {
    const entry = await this.quietly(this.librarian.ask('library.entry', { article }));
    return entry && (entry.path ?? entry.title);
  }

  /** Not waited for: the article is there to be read. */
  keep(path: string, findings: StoredFindings): void {
    void this.quietly(this.librarian.ask('librarian.keep', { path, findings }));
  }

  opened(article: ArticleId): void {
    void this.quietly(this.librarian.ask('librarian.opened', { article }));
  }

  renew(article: Article, analysis: PackedAnalysis, decisions: Decisions): void {
    void this.quietly(
      this.librarian.ask('librarian.renew', { findings: { article, analysis, decisions }, decisions }),
    );
  }

  private async quietly<T>(asked: Promise<T>): Promise<T | null> {
    try {
      return await asked;
    } catch (error) {
      // Why the library cannot be used is its state, which the window shows.
      if (!(error instanceof Failure)) throw error;
      return null;
    }
  }
}

function same(one: Decisions, other: Decisions): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf({ publicationDate, encoding, format, kind, restored, corrections }: Decisions): string {
  return JSON.stringify([publicationDate, encoding, format, kind, restored, corrections]);
}
