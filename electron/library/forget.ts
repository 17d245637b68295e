import type { ArticleId, ForgetReport } from '../contract';
import { listBackups } from './backup';
import { commit, type LibraryContext } from './context';
import { articleOf } from './records/record';

/**
 * Makes articles really gone: rows, index, the copy of their bytes, and every line of the journal that speaks of them.
 * What stays is reported: backups hold them until they are replaced, and a person's own files are never touched.
 */
export async function forgetArticles(
  context: LibraryContext,
  articles: readonly ArticleId[],
): Promise<ForgetReport> {
  const { database, records, originals, index, folder } = context;
  const files = pathsOf(context, articles);
  commit(
    context,
    articles.map((article) => ({ kind: 'forgotten', article })),
  );
  const gone = new Set(articles);
  // The record that they were forgotten stays, by its hash alone: a restored backup must not bring them back.
  records.redact((record) => record.kind === 'forgotten' || !gone.has(articleOf(record) ?? ''));
  for (const article of articles) await originals.forget(article);
  while (!index.catchUp(200));
  index.purge();
  database.get('PRAGMA wal_checkpoint(TRUNCATE)');
  return { forgotten: articles.length, backups: listBackups(folder).map(({ name }) => name), files };
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
