import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backUp } from './backup';
import type { LibraryContext } from './context';
import { type Database, DatabaseError } from './database/database';
import { migrate, versionOf } from './database/migrate';
import { migrations } from './database/migrations';
import { databaseFiles, openDatabase, quickCheck } from './database/open';
import { metaNumber, setMeta } from './entries/revision';
import { finishForgetting } from './forget';
import { type LibraryLock, lockLibrary } from './library-lock';
import { Originals } from './originals';
import { applyRecords } from './records/apply';
import { RecordLog } from './records/record-log';
import { SearchIndex } from './search/search-index';
import { asFailure } from './trouble';

/** The files and folders of a library, by their names in its folder. */
export const DATABASE = 'library.db';
export const INDEX = 'search.db';
export const JOURNAL = 'journal.jsonl';
export const ORIGINALS = 'originals';

export interface OpenedLibrary {
  context: LibraryContext;
  lock: LibraryLock;
}

export interface OpenOptions {
  folder: string;
  /** Who holds it, for whoever is refused. */
  program: string;
  now(): number;
}

/**
 * Opens the library in a folder, or makes one there. What the journal knows and the rows do not (a crash between the
 * two, a restored backup) is made up for. Throws `Failure`: library-in-use, -damaged, -newer, -read-only, disk-full.
 */
export function openLibrary({ folder, program, now }: OpenOptions): OpenedLibrary {
  let lock: LibraryLock | null = null;
  const opened: { close(): void }[] = [];
  try {
    mkdirSync(folder, { recursive: true });
    lock = lockLibrary(folder, program);
    const records = new RecordLog(join(folder, JOURNAL));
    opened.push(records);
    const database = openDatabase(join(folder, DATABASE), { checkPages: lock.uncleanEnd });
    opened.push(database);
    bringUpToDate(database, folder, now);
    applyRecords(database, records.after(metaNumber(database, 'record')));
    records.goOnAfter(metaNumber(database, 'record'));
    const index = openIndex(database, join(folder, INDEX), lock.uncleanEnd);
    const originals = new Originals(join(folder, ORIGINALS));
    const context = { folder, database, index, originals, records, now };
    finishForgetting(context);
    return { context, lock };
  } catch (error) {
    for (const part of opened.reverse()) closeQuietly(part);
    lock?.release();
    throw asFailure(error, folder);
  }
}

/** An older form is backed up before it is changed. */
function bringUpToDate(database: Database, folder: string, now: () => number): void {
  const version = versionOf(database);
  if (version > 0 && version < migrations.length)
    backUp(database, folder, now(), `before-form-${migrations.length}`);
  migrate(database, migrations);
  // Deleted rows are overwritten: what was forgotten is not to be found in the file.
  database.get('PRAGMA secure_delete=ON');
  // A random number, by which the index knows whose it is.
  if (metaNumber(database, 'library') === 0)
    setMeta(database, 'library', 1 + Math.floor(Math.random() * 2 ** 48));
}

/** An index that is not sound is thrown away: all that is in it can be made again. */
function openIndex(database: Database, path: string, checkPages: boolean): SearchIndex {
  try {
    const index = SearchIndex.open(database, path);
    if (checkPages) quickCheck(database, 'search');
    return index;
  } catch (error) {
    if (!(error instanceof DatabaseError) || !['damaged', 'unopenable'].includes(error.trouble)) throw error;
    detachQuietly(database);
    for (const file of databaseFiles(path)) rmSync(file, { force: true });
    return SearchIndex.open(database, path);
  }
}

function detachQuietly(database: Database): void {
  try {
    database.run('DETACH search');
  } catch {
    // It was not attached.
  }
}

function closeQuietly(part: { close(): void }): void {
  try {
    part.close();
  } catch {
    // The error that led here says more.
  }
}
