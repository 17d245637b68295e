import type {
  ArticleId,
  Decisions,
  Facets,
  ImportFailure,
  LibraryEntry,
  LibrarySearch,
  MetadataValue,
  NamedEntity,
  Page,
  ReadingPlace,
  SearchAnswer,
  SourceInfo,
  TextSpan,
} from '../contract';
import type { LibraryContext } from './context';
import { decisionsOf } from './decisions';
import { entriesById, entryId, fileNameOf, pathsOf } from './entries/entry-row';
import { type Findings, findingsOf } from './entries/findings';
import { metadataOf } from './entries/metadata';
import { importFailures } from './import/import-queue';
import { originalOf } from './import/import-source';
import { facetsOf, namedEntities } from './search/facets';
import type { IndexFollower } from './search/index-follower';
import { hitsInArticle, search } from './search/search';
import { changedSince } from './state';
import { asFailure } from './trouble';

/** The questions an open library answers; none of them changes anything that is kept. */
export class LibraryReading {
  protected constructor(
    protected readonly context: LibraryContext,
    protected readonly indexing: IndexFollower,
  ) {}

  /** What the journal's end looked like when the library was opened. */
  get journalFindings(): { unreadable: number; tailKept: string | null } {
    return this.context.records.findings;
  }

  changedSince(revision: number): ArticleId[] {
    return changedSince(this.context.database, revision);
  }

  search(asked: LibrarySearch, from: number, count: number): SearchAnswer {
    return this.guarded(() => {
      const unindexed = asked.text.trim() === '' ? 0 : this.indexing.beforeSearch();
      return { ...search(this.context.database, asked, from, count), unindexed };
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

  place(article: ArticleId): ReadingPlace | null {
    const row = this.context.database.get<{ place: string | null }>(
      'SELECT place FROM entry WHERE article = ?',
      [article],
    );
    return row?.place ? (JSON.parse(row.place) as ReadingPlace) : null;
  }

  decisions(article: ArticleId): Decisions {
    return decisionsOf(this.context.database, article);
  }

  failures(from: number, count: number): Page<ImportFailure> {
    return importFailures(this.context.database, from, count);
  }

  /** Errors in the words a person is told. */
  protected guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw asFailure(error, this.context.folder);
    }
  }
}
