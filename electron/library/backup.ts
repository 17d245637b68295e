import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from '../contract';
import type { Database } from './database/database';
import { databaseFiles, openDatabase } from './database/open';
import { setMeta } from './entries/revision';

const FOLDER = 'backups';
const NAME = /^library-(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}(?:-\d{3})?Z)[a-z0-9-]*\.db$/;
/** Backups kept: the newest ones, and beside them the newest of each of the last weeks. */
const NEWEST = 3;
const WEEKS = 4;
const WEEK = 7 * 86_400_000;

/**
 * Writes a copy of the database, compact and without a log beside it, then lets old ones go. The originals and the
 * journal are no part of it: they are only added to. Throws `DatabaseError`, and leaves no half copy.
 */
export function backUp(database: Database, folder: string, now: number, label = ''): string {
  const backups = join(folder, FOLDER);
  mkdirSync(backups, { recursive: true });
  const stamp = new Date(now).toISOString().replaceAll(/[:.]/g, '-');
  const name = `library-${stamp}${label && `-${label}`}.db`;
  const fresh = join(backups, `${name}.new`);
  rmSync(fresh, { force: true });
  try {
    database.run('VACUUM INTO ?', [fresh]);
    renameSync(fresh, join(backups, name));
  } finally {
    rmSync(fresh, { force: true });
    rmSync(`${fresh}.lock`, { recursive: true, force: true });
  }
  for (const { name: old } of outdated(listBackups(folder))) rmSync(join(backups, old), { force: true });
  return name;
}

/** Newest first. */
export function listBackups(folder: string): Backup[] {
  const backups = join(folder, FOLDER);
  const names = existsSync(backups) ? readdirSync(backups) : [];
  return names
    .filter((name) => NAME.test(name))
    .map((name) => ({ name, made: madeAt(name), bytes: statSync(join(backups, name)).size }))
    .sort((a, b) => b.made - a.made);
}

/** Those that rotation lets go. @param backups newest first. */
export function outdated(backups: readonly Backup[]): Backup[] {
  const weeks = new Set<number>();
  return backups.filter(({ made }, index) => {
    const week = Math.floor(made / WEEK);
    const firstOfWeek = !weeks.has(week) && weeks.size < WEEKS;
    weeks.add(week);
    return index >= NEWEST && !firstOfWeek;
  });
}

/**
 * Puts a backup in the database's place. The present files are kept beside it under a name that says so; nothing is
 * deleted. The library must be closed, and its lock held. What happened since the backup comes back from the journal
 * when the library is opened.
 * @returns the name under which the present database is kept, or null when there was none.
 */
export function restoreBackup(folder: string, database: string, name: string, now: number): string | null {
  if (!NAME.test(name)) throw new Error(`“${name}” is no backup.`);
  const source = join(folder, FOLDER, name);
  openDatabase(source, { checkPages: true }).close();
  const kept = setAside(folder, database, now);
  copyFileSync(source, join(folder, database));
  forgetIndex(join(folder, database));
  return kept;
}

/** The index has seen changes that this database has not: under a new number it is made anew. */
function forgetIndex(path: string): void {
  const restored = openDatabase(path, { checkPages: false });
  setMeta(restored, 'library', 0);
  restored.close();
}

/** Renames the database with what belongs to it. */
export function setAside(folder: string, database: string, now: number): string | null {
  const path = join(folder, database);
  const stamp = new Date(now).toISOString().replaceAll(/[:.]/g, '-');
  let kept: string | null = null;
  for (const file of databaseFiles(path)) {
    if (!existsSync(file)) continue;
    kept = `${database.replace(/\.db$/, '')}-set-aside-${stamp}.db`;
    renameSync(file, join(folder, `${kept}${file.slice(path.length)}`));
  }
  return kept;
}

function madeAt(name: string): number {
  const [, stamp = ''] = name.match(NAME) ?? [];
  return Date.parse(
    stamp.replace(
      /T(\d{2})-(\d{2})-(\d{2})(?:-(\d{3}))?Z/,
      (_all, h, m, s, ms) => `T${h}:${m}:${s}.${ms ?? '000'}Z`,
    ),
  );
}
