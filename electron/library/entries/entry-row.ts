import type { AppError, ArticleId, FileFormat, LibraryEntry, ReadState } from '../../contract';
import type { Database } from '../database/database';
import { calendarDay } from '../days';

export interface EntryRow {
  id: number;
  article: ArticleId;
  revision: number;
  name: string;
  size: number;
  modified: number;
  added: number;
  opened: number | null;
  binned: number | null;
  format: FileFormat | null;
  engine: string | null;
  problem: string | null;
  title: string | null;
  author: string | null;
  site: string | null;
  language: string | null;
  published: number | null;
  words: number | null;
  read_state: ReadState;
  progress: number;
  stopped_at: string | null;
  starred: number;
  path: string | null;
  earlier_article: ArticleId | null;
  tags: string | null;
  queued: number;
}

/** Tags in one column are told apart by a character that no tag may hold. */
const BETWEEN_TAGS = '\n';

/** Goes before `FROM entry e …` and gives what `asEntry` takes. */
export const ENTRY_COLUMNS = `e.id, e.article, e.revision, e.name, e.size, e.modified, e.added, e.opened, e.binned,
  e.format, e.engine, e.problem, e.title, e.author, e.site, e.language, e.published, e.word_count AS words,
  e.read_state, e.progress, json_extract(e.place, '$.anchor.quote.exact') AS stopped_at, e.starred,
  (SELECT path FROM path WHERE path.entry = e.id ORDER BY current DESC, modified DESC LIMIT 1) AS path,
  (SELECT article FROM entry WHERE id = e.earlier) AS earlier_article,
  (SELECT group_concat(name, char(10)) FROM (SELECT name FROM tagging JOIN tag ON tag.id = tagging.tag
    WHERE tagging.entry = e.id ORDER BY folded)) AS tags,
  EXISTS (SELECT 1 FROM import_item WHERE import_item.entry = e.id AND state = 'waiting') AS queued`;

export function asEntry(row: EntryRow): LibraryEntry {
  return {
    article: row.article,
    title: row.title ?? row.name,
    author: row.author,
    site: row.site,
    published: row.published === null ? null : calendarDay(row.published),
    language: row.language,
    format: row.format,
    words: row.words,
    added: row.added,
    opened: row.opened,
    path: row.path,
    readState: row.read_state,
    progress: row.progress,
    stoppedAt: row.stopped_at,
    starred: row.starred === 1,
    tags: row.tags?.split(BETWEEN_TAGS) ?? [],
    problem: row.problem === null ? null : (JSON.parse(row.problem) as AppError),
    waiting: row.queued === 1,
    earlier: row.earlier_article,
    binned: row.binned,
  };
}

/** Null for an article that the library does not have. */
export function entryId(database: Database, article: ArticleId): number | null {
  return database.get<{ id: number }>('SELECT id FROM entry WHERE article = ?', [article])?.id ?? null;
}

/** In the order of `ids`; ids of no entry are left out. */
export function entriesById(database: Database, ids: readonly number[]): Map<number, LibraryEntry> {
  const rows = database.all<EntryRow>(
    `SELECT ${ENTRY_COLUMNS} FROM entry e WHERE e.id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.id, asEntry(row)]));
}

/** Everywhere an article was found, the newest place first. */
export function pathsOf(database: Database, article: ArticleId): string[] {
  return database
    .all<{ path: string }>(
      `SELECT path FROM path JOIN entry ON entry.id = path.entry WHERE article = ?
       ORDER BY current DESC, path.modified DESC, path`,
      [article],
    )
    .map(({ path }) => path);
}

export function fileNameOf(database: Database, article: ArticleId): string {
  return (
    database.get<{ name: string }>('SELECT name FROM entry WHERE article = ?', [article])?.name ?? article
  );
}
