import type { ArticleId, ForgetReport } from '../contract';
import { listBackups } from './backup';
import { commit, type LibraryContext } from './context';
import { metaNumber, setMeta } from './entries/revision';

/** Set while something that was forgotten may still be found in a file. */
const PENDING = 'forgetting';

/**
 * Makes articles really gone: rows, index, the copy of their bytes, and every line of the journal that speaks of them.
 * What stays is reported: backups hold them until they are replaced, and a person's own files are never touched.
 */
export function forgetArticles(context: LibraryContext, articles: readonly ArticleId[]): ForgetReport {
  const { database, folder } = context;
  const files = pathsOf(context, articles);
  commit(
    context,
    articles.map((article) => ({ kind: 'forgotten', article })),
    () => setMeta(database, PENDING, 1),
  );
  finishForgetting(context);
  return { forgotten: articles.length, backups: listBackups(folder).map(({ name }) => name), files };
}

/** What a crash kept from being done; nothing when nothing was. */
export function finishForgetting({ database, records, originals, index }: LibraryContext): void {
  if (metaNumber(database, PENDING) === 0) return;
  records.redactForgotten();
  for (const { article } of database.all<{ article: ArticleId }>('SELECT article FROM forgotten'))
    originals.forget(article);
  while (!index.catchUp(200));
  index.purge();
  setMeta(database, PENDING, 0);
  database.get('PRAGMA wal_checkpoint(TRUNCATE)');
}

function pathsOf({ database }: LibraryContext, articles: readonly ArticleId[]): string[] {
  return database
    .all<{ path: string }>(
      `SELECT DISTINCT path FROM path JOIN entry ON entry.id = path.entry
       WHERE entry.article IN (SELECT value FROM json_each(?)) ORDER BY path`,
      [JSON.stringify(articles)],
    )
    .map(({ path }) => path);
}
