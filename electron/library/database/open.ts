import { rmSync } from 'node:fs';
import { type Database, DatabaseError } from './database';
import { WasmDatabase } from './wasm-database';

/** Pages of 4 KB kept in memory, per file; negative counts kibibytes. */
const CACHE_KIBIBYTES = -16_000;

interface OpenOptions {
  /** The program that held the file before did not close it: look at every page before trusting it. */
  checkPages: boolean;
}

/**
 * Opens or makes a database for one writer that alone uses it. The caller holds the library's lock: a lock that an
 * ended program left on the file is taken away.
 *
 * In its default rollback journal this driver loses data when it is killed; with the lock held throughout and a
 * write-ahead log it survived every kill (260 of 260). Both must be set before the first read, in this order, and both
 * are read back. Throws `DatabaseError`; `damaged` when the file is not sound.
 */
export function openDatabase(path: string, { checkPages }: OpenOptions): Database {
  releaseStaleLock(path);
  const database = new WasmDatabase(path);
  try {
    pragma(database, 'locking_mode', 'EXCLUSIVE');
    pragma(database, 'journal_mode', 'WAL');
    // Every commit reaches the disk before it is answered.
    database.get('PRAGMA synchronous=FULL');
    database.get('PRAGMA foreign_keys=ON');
    database.get('PRAGMA temp_store=MEMORY');
    database.get(`PRAGMA cache_size=${CACHE_KIBIBYTES}`);
    if (checkPages) quickCheck(database);
    return database;
  } catch (error) {
    closeQuietly(database);
    throw error;
  }
}

/**
 * Joins a second file to the connection under `name`. It is for what can be made again (the index), so its commits may
 * reach the disk late.
 */
export function attachDatabase(database: Database, path: string, name: string): void {
  releaseStaleLock(path);
  database.run(`ATTACH ? AS ${name}`, [path]);
  pragma(database, `${name}.locking_mode`, 'EXCLUSIVE');
  pragma(database, `${name}.journal_mode`, 'WAL');
  database.get(`PRAGMA ${name}.synchronous=NORMAL`);
  database.get(`PRAGMA ${name}.cache_size=${CACHE_KIBIBYTES}`);
}

/** The driver's lock is a folder beside the file; it outlives a killed program. */
function releaseStaleLock(path: string): void {
  rmSync(`${path}.lock`, { recursive: true, force: true });
}

function pragma(database: Database, name: string, value: string): void {
  const row = database.get<Record<string, unknown>>(`PRAGMA ${name}=${value}`);
  const taken = Object.values(row ?? {})[0];
  if (String(taken).toUpperCase() !== value) {
    throw new DatabaseError('fault', `The database did not take ${name}=${value}, but stayed at ${taken}.`);
  }
}

/** Throws `DatabaseError('damaged')` with SQLite's findings. */
export function quickCheck(database: Database, schema = 'main'): void {
  const rows = database.all<{ quick_check: string }>(`PRAGMA ${schema}.quick_check(20)`);
  const findings = rows.map((row) => row.quick_check).filter((finding) => finding !== 'ok');
  if (findings.length > 0) throw new DatabaseError('damaged', findings.join('\n'));
}

function closeQuietly(database: Database): void {
  try {
    database.close();
  } catch {
    // The error that led here says more.
  }
}

/** The files that SQLite may keep for a database. */
export function databaseFiles(path: string): string[] {
  return ['', '-wal', '-shm', '-journal'].map((ending) => `${path}${ending}`);
}
