import type { ArticleId } from '../contract';
import type { LibraryContext } from './context';
import { OriginalLostError } from './originals';

/** Something that is not as it should be, and what to do about it, in plain words. */
export interface CheckFinding {
  what: 'database' | 'index' | 'journal' | 'original' | 'entry';
  article: ArticleId | null;
  message: string;
}

/** Looks at everything the library keeps, without changing any of it. */
export async function checkLibrary(context: LibraryContext): Promise<CheckFinding[]> {
  return [...checkDatabase(context), ...checkJournal(context), ...(await checkOriginals(context))];
}

function checkDatabase({ database, index }: LibraryContext): CheckFinding[] {
  const found: CheckFinding[] = [];
  const note = (what: CheckFinding['what'], message: string) => found.push({ what, article: null, message });
  for (const [schema, what] of [
    ['main', 'database'],
    ['search', 'index'],
  ] as const) {
    const rows = database.all<{ integrity_check: string }>(`PRAGMA ${schema}.integrity_check(20)`);
    for (const { integrity_check } of rows) if (integrity_check !== 'ok') note(what, integrity_check);
  }
  const broken = database.all<{ table: string }>('PRAGMA main.foreign_key_check');
  for (const { table } of broken) note('database', `A row of “${table}” belongs to no entry.`);
  const unread = database.all<{ article: ArticleId }>(
    `SELECT article FROM entry WHERE engine IS NULL AND problem IS NULL
       AND id NOT IN (SELECT entry FROM import_item WHERE entry IS NOT NULL)`,
  );
  for (const { article } of unread)
    found.push({ what: 'entry', article, message: 'It has no findings, and does not wait to be read.' });
  const indexed = database.get<{ n: number }>('SELECT count(*) AS n FROM search.words');
  const entries = database.get<{ n: number }>('SELECT count(*) AS n FROM entry');
  if (index.behind === 0 && indexed?.n !== entries?.n)
    note('index', `It has ${indexed?.n} articles, the library ${entries?.n}.`);
  return found;
}

function checkJournal({ records }: LibraryContext): CheckFinding[] {
  const { unreadable, tailKept } = records.findings;
  const found: CheckFinding[] = [];
  const note = (message: string) => found.push({ what: 'journal', article: null, message });
  if (unreadable > 0) note(`${unreadable} of its lines cannot be read; they are kept and passed over.`);
  if (tailKept !== null) note(`Its end was never finished and is kept in ${tailKept}.`);
  return found;
}

async function checkOriginals({ database, originals }: LibraryContext): Promise<CheckFinding[]> {
  const found: CheckFinding[] = [];
  for (const { article } of database.all<{ article: ArticleId }>('SELECT article FROM entry ORDER BY id')) {
    try {
      await originals.read(article);
    } catch (error) {
      if (!(error instanceof OriginalLostError)) throw error;
      found.push({ what: 'original', article, message: `The copy of its bytes is ${error.reason}.` });
    }
  }
  return found;
}
