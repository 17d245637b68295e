import type { Database } from './database';

/** One step from version `to - 1` to `to`. Once released, a migration is never changed. */
export interface Migration {
  to: number;
  /** What it changes, for whoever reads the list. */
  about: string;
  run(database: Database): void;
}

export class NewerDatabaseError extends Error {
  constructor(
    readonly found: number,
    readonly known: number,
  ) {
    super(`The library has form ${found}; this version of Dateline knows forms up to ${known}.`);
    this.name = 'NewerDatabaseError';
  }
}

/**
 * Brings a database to the newest version, each step whole or not at all, its number with it. A new one has version 0.
 * Throws when the list has a gap, and `NewerDatabaseError` for a database of a later Dateline, which is left alone.
 * @returns the version it had before.
 */
export function migrate(database: Database, migrations: readonly Migration[]): number {
  migrations.forEach(({ to }, index) => {
    if (to !== index + 1) throw new Error(`Migration ${index + 1} is missing; ${to} stands in its place.`);
  });
  const found = versionOf(database);
  if (found > migrations.length) throw new NewerDatabaseError(found, migrations.length);
  for (const { to, run } of migrations.slice(found)) {
    database.transaction(() => {
      run(database);
      database.get(`PRAGMA user_version=${to}`);
    });
  }
  return found;
}

export function versionOf(database: Database): number {
  return database.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
}
