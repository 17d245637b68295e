import type {
  AppError,
  ArticleId,
  ImportProgress,
  LibrarySearch,
  LibraryState,
  SavedSearch,
} from '../contract';
import { listBackups } from './backup';
import type { LibraryContext } from './context';
import type { Database } from './database/database';
import { revision } from './entries/revision';

interface Counts {
  entries: number;
  unread: number;
  starred: number;
  binned: number;
}

const NO_IMPORT: ImportProgress = {
  state: 'idle',
  total: 0,
  added: 0,
  known: 0,
  failed: 0,
  trouble: null,
  left: null,
};

/** Of a library that is not open, with what can be done about it. */
export function unopenedState(folder: string, problem: AppError | null): LibraryState {
  return {
    folder,
    problem,
    revision: 0,
    entries: 0,
    unread: 0,
    starred: 0,
    binned: 0,
    waiting: 0,
    import: NO_IMPORT,
    watched: [],
    savedSearches: [],
    backups: listBackups(folder),
  };
}

/** The library at a glance. */
export function stateOf({ database, folder }: LibraryContext, progress: ImportProgress): LibraryState {
  const counts = database.get<Counts>(
    `SELECT count(*) FILTER (WHERE binned IS NULL) AS entries,
       count(*) FILTER (WHERE binned IS NULL AND read_state = 'unread') AS unread,
       count(*) FILTER (WHERE binned IS NULL AND starred = 1) AS starred,
       count(*) FILTER (WHERE binned IS NOT NULL) AS binned FROM entry`,
  );
  const waiting = database.get<{ n: number }>(
    "SELECT count(*) AS n FROM import_item WHERE entry IS NOT NULL AND state = 'waiting'",
  );
  return {
    folder,
    problem: null,
    revision: revision(database),
    ...(counts ?? { entries: 0, unread: 0, starred: 0, binned: 0 }),
    waiting: waiting?.n ?? 0,
    import: progress,
    watched: watchedFolders(database),
    savedSearches: savedSearches(database),
    backups: listBackups(folder),
  };
}

export function watchedFolders(database: Database): string[] {
  return database
    .all<{ folder: string }>('SELECT folder FROM watched ORDER BY folder')
    .map(({ folder }) => folder);
}

export function savedSearches(database: Database): SavedSearch[] {
  return database
    .all<{ id: string; name: string; search: string }>('SELECT * FROM saved_search ORDER BY name')
    .map(({ id, name, search }) => ({ id, name, search: JSON.parse(search) as LibrarySearch }));
}

/** Articles changed after a revision, for whoever shows them. */
export function changedSince(database: Database, since: number): ArticleId[] {
  return database
    .all<{ article: ArticleId }>('SELECT article FROM entry WHERE revision > ? ORDER BY revision', [since])
    .map(({ article }) => article);
}
