import type {
  ArticleId,
  Correction,
  Decisions,
  LibraryChange,
  LibrarySearch,
  ReadingPlace,
} from '../../contract';

/**
 * Everything that happened to the library and cannot be found again by reading the articles anew. The rows of the
 * database follow from these records, in their order, and from the originals: so the whole library can be rebuilt.
 * Times are milliseconds since 1970 UTC. A kind that is not known (of a later version) is kept and passed over.
 */
export type LibraryRecord =
  | { kind: 'added'; article: ArticleId; name: string; size: number; modified: number; at: number }
  /** The article lies, or lay, at this path; what was known there before is an earlier version of it. */
  | { kind: 'located'; article: ArticleId; path: string; size: number; modified: number }
  | { kind: 'changed'; article: ArticleId; change: LibraryChange; at: number }
  /** Everything decided about the article itself, in place of what was before. */
  | { kind: 'decided'; article: ArticleId; decisions: Decisions }
  /** A correction for every article. */
  | { kind: 'corrected'; madeIn: ArticleId; correction: Correction }
  | { kind: 'correctionUndone'; id: string }
  | { kind: 'opened'; article: ArticleId; at: number }
  | { kind: 'placed'; article: ArticleId; place: ReadingPlace | null }
  | { kind: 'forgotten'; article: ArticleId }
  | { kind: 'searchSaved'; id: string; name: string; search: LibrarySearch }
  | { kind: 'searchRemoved'; id: string }
  | { kind: 'watched'; folder: string; on: boolean; at: number };

export type RecordKind = LibraryRecord['kind'];

/** A record with its number; numbers only grow, whatever the clock says. */
export interface NumberedRecord {
  number: number;
  record: LibraryRecord;
}

/** The article that a record is about, or null. */
export function articleOf(record: LibraryRecord): ArticleId | null {
  if (record.kind === 'corrected') return record.madeIn;
  return 'article' in record ? record.article : null;
}
