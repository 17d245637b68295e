import type { AppError, ImportFailure, Page } from '../../contract';
import type { Database } from '../database/database';

/** A file to be taken in, or an entry to be read again from the library's own copy. */
export type ImportItem = { id: number; watched: boolean } & (
  | { path: string; entry: null }
  | { path: null; entry: number }
);

interface ItemRow {
  id: number;
  path: string | null;
  entry: number | null;
  watched: number;
}

/*
 * What waits to be taken in lies in the database itself, so that it goes on after a crash where it stopped: an item
 * leaves the table in the very transaction that puts its article's rows there.
 */

/** Files already waiting stay once; ones that failed before are tried again. @returns how many wait because of it. */
export function enqueueFiles(database: Database, paths: readonly string[], watched: boolean): number {
  return database.transaction(() =>
    paths.reduce(
      (sum, path) =>
        sum +
        database.run(
          `INSERT INTO import_item (path, state, watched) VALUES (?, 'waiting', ?)
           ON CONFLICT (path) DO UPDATE SET state = 'waiting', watched = excluded.watched, problem = NULL
           WHERE state = 'failed' AND NOT excluded.watched`,
          [path, watched ? 1 : 0],
        ),
      0,
    ),
  );
}

/** Entries whose findings another engine made, or none at all, are read again. */
export function enqueueOutdated(database: Database, engineVersion: string): number {
  return database.run(
    `INSERT OR IGNORE INTO import_item (entry, state)
     SELECT id, 'waiting' FROM entry WHERE binned IS NULL AND problem IS NULL AND engine IS NOT ?`,
    [engineVersion],
  );
}

/** An entry whose findings no longer follow what was decided. */
export function enqueueEntry(database: Database, entry: number): void {
  database.run(
    `INSERT INTO import_item (entry, state) VALUES (?, 'waiting')
     ON CONFLICT (entry) DO UPDATE SET state = 'waiting', problem = NULL`,
    [entry],
  );
}

/** The next one in line that is not among `taken`: new files first, then what is only read again. */
export function nextItem(database: Database, taken: ReadonlySet<number>): ImportItem | null {
  // Two questions, so that each walks the index from its beginning and no long queue is sorted at every file.
  return nextOf(database, taken, 'entry IS NULL') ?? nextOf(database, taken, 'entry IS NOT NULL');
}

function nextOf(database: Database, taken: ReadonlySet<number>, kind: string): ImportItem | null {
  const rows = database.all<ItemRow>(
    `SELECT id, path, entry, watched FROM import_item WHERE state = 'waiting' AND ${kind} ORDER BY id LIMIT ?`,
    [taken.size + 1],
  );
  const row = rows.find(({ id }) => !taken.has(id));
  return row ? ({ ...row, watched: row.watched === 1 } as ImportItem) : null;
}

export function waitingCount(database: Database): number {
  return database.get<{ n: number }>("SELECT count(*) AS n FROM import_item WHERE state = 'waiting'")?.n ?? 0;
}

export function removeItem(database: Database, id: number): void {
  database.run('DELETE FROM import_item WHERE id = ?', [id]);
}

export function failItem(database: Database, id: number, problem: AppError): void {
  database.run("UPDATE import_item SET state = 'failed', problem = ? WHERE id = ?", [
    JSON.stringify(problem),
    id,
  ]);
}

/** Files only; what was to be read again stays in line. */
export function cancelFiles(database: Database): number {
  return database.run("DELETE FROM import_item WHERE state = 'waiting' AND path IS NOT NULL");
}

export function importFailures(database: Database, from: number, count: number): Page<ImportFailure> {
  const total = failureCount(database);
  const rows = database.all<{ path: string; problem: string }>(
    `SELECT path, problem FROM import_item WHERE state = 'failed' AND path IS NOT NULL ORDER BY id LIMIT ? OFFSET ?`,
    [count, from],
  );
  const items = rows.map(({ path, problem }) => ({ path, error: JSON.parse(problem) as AppError }));
  const next = from + items.length;
  return { items, total, next: items.length > 0 && next < total ? next : null };
}

export function failureCount(database: Database): number {
  const row = database.get<{ n: number }>(
    "SELECT count(*) AS n FROM import_item WHERE state = 'failed' AND path IS NOT NULL",
  );
  return row?.n ?? 0;
}

/** Tries failed files again; null means all of them. */
export function retryFailures(database: Database, paths: readonly string[] | null): void {
  database.run(
    `UPDATE import_item SET state = 'waiting', problem = NULL
     WHERE state = 'failed' AND (?1 IS NULL OR path IN (SELECT value FROM json_each(?1)))`,
    [paths && JSON.stringify(paths)],
  );
}

export function dismissFailures(database: Database, paths: readonly string[] | null): void {
  database.run(
    `DELETE FROM import_item
     WHERE state = 'failed' AND (?1 IS NULL OR path IN (SELECT value FROM json_each(?1)))`,
    [paths && JSON.stringify(paths)],
  );
}
