import type { Database, SqlValue } from '../database/database';

export function metaNumber(database: Database, name: string): number {
  return Number(
    database.get<{ value: SqlValue }>('SELECT value FROM meta WHERE name = ?', [name])?.value ?? 0,
  );
}

export function setMeta(database: Database, name: string, value: SqlValue): void {
  database.run('INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', [
    name,
    value,
  ]);
}

/** Number of the newest change. */
export function revision(database: Database): number {
  return metaNumber(database, 'revision');
}

/** Gives the next change its number; within the transaction that makes the change. */
export function nextRevision(database: Database): number {
  const next = revision(database) + 1;
  setMeta(database, 'revision', next);
  return next;
}

/** Marks an entry as changed, so that the index and the window see to it. */
export function touch(database: Database, entry: number): void {
  database.run('UPDATE entry SET revision = ? WHERE id = ?', [nextRevision(database), entry]);
}
