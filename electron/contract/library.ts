import type { Found } from './article';
import type { EntityType } from './entities';
import type { AppError } from './errors';
import type { FileFormat } from './formats';
import type { ArticleId, CalendarDay, Range, TextSpan } from './text';

export const READ_STATES = ['unread', 'reading', 'read'] as const;
export type ReadState = (typeof READ_STATES)[number];

/** What a list of articles is sorted by. `relevance` is for searches with words; without, it is `added`. */
export const LIBRARY_ORDERS = [
  'relevance',
  'added',
  'opened',
  'published',
  'title',
  'site',
  'words',
] as const;
export type LibraryOrder = (typeof LIBRARY_ORDERS)[number];

/** A part of a longer list. `next` is where the following part begins, null at the end. */
export interface Page<T> {
  items: T[];
  /** How many there are in all. */
  total: number;
  next: number | null;
}

/** A place in an article, inside the library. */
export interface Location {
  article: ArticleId;
  span: TextSpan;
}

/** One article as lists show it; what a person put right goes before what was found. */
export interface LibraryEntry {
  article: ArticleId;
  /** The file's name where no title is known. */
  title: string;
  author: string | null;
  site: string | null;
  published: CalendarDay | null;
  /** BCP 47 tag. */
  language: string | null;
  /** Null until it was read. */
  format: FileFormat | null;
  words: number | null;
  /** Milliseconds since 1970 UTC. */
  added: number;
  opened: number | null;
  /** Where its file lay last; the library has its own copy. */
  path: string | null;
  readState: ReadState;
  /** How far it was read, 0 to 1. */
  progress: number;
  /** The words at which reading was left. */
  stoppedAt: string | null;
  starred: boolean;
  tags: string[];
  /** Set when it could not be read. */
  problem: AppError | null;
  /** True while it waits to be read, or to be read again by a newer engine. */
  waiting: boolean;
  /** The article that the same file or address held before. */
  earlier: ArticleId | null;
  /** When it was put into the bin. */
  binned: number | null;
}

/** Narrows a list; null does not. All given ones must hold. */
export interface LibraryFilter {
  entity: { name: string; type: EntityType | null } | null;
  /** An entity of this type is named. */
  entityType: EntityType | null;
  publishedFrom: CalendarDay | null;
  publishedTo: CalendarDay | null;
  /** An event of these days is told. */
  toldFrom: CalendarDay | null;
  toldTo: CalendarDay | null;
  site: string | null;
  format: FileFormat | null;
  language: string | null;
  tag: string | null;
  readState: ReadState | null;
  starred: boolean | null;
  /** What lies in the bin is left out unless this is true; then there is nothing else. */
  binned: boolean;
}

export const NO_FILTER: LibraryFilter = {
  entity: null,
  entityType: null,
  publishedFrom: null,
  publishedTo: null,
  toldFrom: null,
  toldTo: null,
  site: null,
  format: null,
  language: null,
  tag: null,
  readState: null,
  starred: null,
  binned: false,
};

export interface LibrarySearch {
  /** As typed; empty for a plain list. The grammar is in the README under "Searching". */
  text: string;
  /** The last word is still being typed and stands for all that begin with it. */
  typing: boolean;
  filter: LibraryFilter;
  order: LibraryOrder;
  descending: boolean;
}

/** Words around a hit, as plain text, with the parts that were searched for. */
export interface Snippet {
  text: string;
  marks: Range[];
}

export interface SearchHit {
  entry: LibraryEntry;
  /** Null in plain lists, and where only the title or another field was hit. */
  snippet: Snippet | null;
  /** The first of the snippet's words in the article. */
  location: Location | null;
}

export interface SearchAnswer extends Page<SearchHit> {
  /** The order used: newest first in place of relevance where very many articles have the words. */
  order: LibraryOrder;
  /** What is wrong with the search as typed, and where in it; there are no items then. */
  problem: { message: string; range: Range } | null;
  /** The state of the library that was searched. */
  revision: number;
  /** Articles just taken in whose words are not searched yet; ask again in a moment. 0 where no words are searched for. */
  unindexed: number;
}

/** A value with the number of articles that have it. */
export interface Facet {
  value: string;
  count: number;
}

/** What the articles of a search have, most frequent first; months newest first. */
export interface Facets {
  sites: Facet[];
  tags: Facet[];
  languages: Facet[];
  formats: Facet[];
  /** `YYYY-MM` of publication. */
  months: Facet[];
  readStates: Facet[];
}

export interface NamedEntity {
  name: string;
  type: EntityType;
  /** In how many articles. */
  articles: number;
}

/** What can be put right by hand. The day of publication is a decision of its own: all relative dates follow it. */
export const METADATA_FIELDS = ['title', 'author', 'site', 'language'] as const;
export type MetadataField = (typeof METADATA_FIELDS)[number];

export interface MetadataValue {
  field: MetadataField | 'published';
  /** What the article itself says, and where. */
  found: Found<string> | null;
  /** What a person put in its place. */
  given: string | null;
}

/** One thing done to one or many articles. */
export type LibraryChange =
  | { kind: 'tag'; tag: string; on: boolean }
  | { kind: 'star'; on: boolean }
  | { kind: 'readState'; state: ReadState }
  /** `null` goes back to what the article itself says. */
  | { kind: 'metadata'; field: MetadataField; value: string | null }
  | { kind: 'publicationDate'; day: CalendarDay | null }
  | { kind: 'bin'; on: boolean };

export interface SavedSearch {
  id: string;
  name: string;
  search: LibrarySearch;
}

export const IMPORT_STATES = ['idle', 'looking', 'running', 'paused'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** How far taking files in has come, since it began or went on after a start. */
export interface ImportProgress {
  state: ImportState;
  /** Files found so far, whatever became of them. */
  total: number;
  added: number;
  /** Already in the library. */
  known: number;
  failed: number;
  /** Why it stopped by itself (a full disk); null while it did not. */
  trouble: AppError | null;
  /** Milliseconds; null until it can be told. */
  left: number | null;
}

export interface ImportFailure {
  path: string;
  error: AppError;
}

export interface Backup {
  /** Its file's name. */
  name: string;
  /** Milliseconds since 1970 UTC. */
  made: number;
  bytes: number;
}

export interface LibraryState {
  folder: string;
  /** Set when the library cannot be used as it is; its ways out say what can be done. */
  problem: AppError | null;
  revision: number;
  entries: number;
  unread: number;
  starred: number;
  binned: number;
  /** Articles that wait to be read again by a newer engine. */
  waiting: number;
  import: ImportProgress;
  watched: string[];
  savedSearches: SavedSearch[];
  backups: Backup[];
}

/** What stays behind after articles were forgotten, to be said as it is. */
export interface ForgetReport {
  forgotten: number;
  /** Names of the backups that still hold them, until they are replaced. */
  backups: string[];
  /** The files that the articles were opened from; Dateline never deletes those. */
  files: string[];
}
