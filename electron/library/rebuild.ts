import { mkdirSync } from 'node:fs';
import type { ArticleId } from '../contract';
import { restoreBackup, setAside } from './backup';
import { commit } from './context';
import type { Database } from './database/database';
import { entryId } from './entries/entry-row';
import { lockLibrary } from './library-lock';
import { DATABASE, INDEX, type OpenOptions, openLibrary } from './open-library';
import { asFailure } from './trouble';

export interface RebuildReport {
  /** Where the database from before is kept; null when there was none. */
  setAside: string | null;
  entries: number;
  /** Copies of articles that the journal did not speak of; they are entries again, under their hash for a name. */
  found: number;
  /** Entries whose copy is missing. */
  lost: ArticleId[];
}

/**
 * Makes the database anew from the journal and the originals, in place of the present one, which is set aside. Entries,
 * decisions, tags and the rest are there at once; their findings come back as the import reads the originals again.
 * The library must not be open. Throws `Failure`.
 */
export async function rebuildLibrary(options: OpenOptions): Promise<RebuildReport> {
  const { folder, now } = options;
  const kept = whileLocked(options, () => {
    setAside(folder, INDEX, now());
    return setAside(folder, DATABASE, now());
  });
  const { context, lock } = openLibrary(options);
  try {
    const originals = await context.originals.list();
    const unspoken = originals.filter(
      (article) => entryId(context.database, article) === null && !isForgotten(context.database, article),
    );
    for (const article of unspoken) {
      const { length: size } = await context.originals.read(article);
      commit(context, [{ kind: 'added', article, name: article.slice(0, 12), size, modified: 0, at: now() }]);
    }
    const there = new Set(originals);
    const entries = context.database.all<{ article: ArticleId }>('SELECT article FROM entry');
    const lost = entries.map(({ article }) => article).filter((article) => !there.has(article));
    return { setAside: kept, entries: entries.length, found: unspoken.length, lost };
  } catch (error) {
    throw asFailure(error, folder);
  } finally {
    context.database.close();
    context.records.close();
    lock.release();
  }
}

/** Puts a backup in the database's place. The library must not be open. Throws `Failure`. */
export function restoreLibrary(options: OpenOptions, backup: string): { setAside: string | null } {
  return {
    setAside: whileLocked(options, () => restoreBackup(options.folder, DATABASE, backup, options.now())),
  };
}

function whileLocked<T>({ folder, program }: OpenOptions, work: () => T): T {
  try {
    mkdirSync(folder, { recursive: true });
    const lock = lockLibrary(folder, program);
    try {
      return work();
    } finally {
      lock.release();
    }
  } catch (error) {
    throw asFailure(error, folder);
  }
}

function isForgotten(database: Database, article: ArticleId): boolean {
  return database.get('SELECT 1 FROM forgotten WHERE article = ?', [article]) !== null;
}
