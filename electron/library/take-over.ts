import { access } from 'node:fs/promises';
import type { ReadingPlace } from '../contract';
import { commit, type LibraryContext } from './context';
import { metaNumber, setMeta } from './entries/revision';
import type { Importer } from './import/importer';
import type { LibraryRecord } from './records/record';

/** A file that was read with a Dateline that had no library yet. */
export interface RecentReading {
  path: string;
  /** Milliseconds since 1970 UTC. */
  opened: number;
  place: ReadingPlace | null;
}

const DONE = 'recentTakenOver';

/**
 * Takes the files in that were read before there was a library, with when and how far. It is done once, and again only
 * when it was broken off.
 */
export async function takeOverRecent(
  context: LibraryContext,
  importer: Importer,
  files: readonly RecentReading[],
): Promise<void> {
  if (metaNumber(context.database, DONE) === 1) return;
  const there: RecentReading[] = [];
  for (const file of files) {
    const found = await access(file.path).then(
      () => true,
      () => false,
    );
    if (found) there.push(file);
  }
  if (there.length > 0) {
    await importer.add(there.map(({ path }) => path));
    await importer.settled();
  }
  commit(
    context,
    there.flatMap((file) => recordsOf(context, file)),
    () => setMeta(context.database, DONE, 1),
  );
}

function recordsOf({ database }: LibraryContext, { path, opened, place }: RecentReading): LibraryRecord[] {
  const row = database.get<{ article: string; opened: number | null }>(
    'SELECT article, opened FROM entry JOIN path ON path.entry = entry.id WHERE path.path = ? AND current = 1',
    [path],
  );
  if (!row) return [];
  const { article } = row;
  return [
    ...(row.opened === null ? [{ kind: 'opened' as const, article, at: opened }] : []),
    ...(place ? [{ kind: 'placed' as const, article, place }] : []),
  ];
}
