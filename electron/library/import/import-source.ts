import { stat } from 'node:fs/promises';
import type { AppError, ArticleId, SourceInfo } from '../../contract';
import { Failure, fail, internalError } from '../../files/failure';
import type { SourceFile } from '../../files/source-file';
import type { LibraryContext } from '../context';
import type { Database } from '../database/database';
import { OriginalLostError } from '../originals';
import { asFailure } from '../trouble';
import type { ImportItem } from './import-queue';

/** The bytes of an entry that is read again: the library's own copy. */
export async function originalOf(
  { database, originals }: LibraryContext,
  entry: number,
): Promise<SourceFile> {
  const row = database.get<Omit<SourceInfo, 'hash'> & { article: ArticleId }>(
    'SELECT article, name, size, modified FROM entry WHERE id = ?',
    [entry],
  );
  if (!row) throw new Error('The entry is gone.');
  const { article, ...rest } = row;
  return { info: { ...rest, hash: article }, bytes: await originals.read(article) };
}

/** The library has what lay at this path, and neither its size nor its time of change is another now. */
export async function isUnchanged(database: Database, path: string): Promise<boolean> {
  const row = database.get<{ modified: number; size: number }>(
    `SELECT path.modified, path.size FROM path JOIN entry ON entry.id = path.entry
     WHERE path.path = ? AND path.current = 1 AND entry.engine IS NOT NULL AND entry.binned IS NULL`,
    [path],
  );
  if (!row) return false;
  const found = await stat(path).catch(() => null);
  return found !== null && found.size === row.size && Math.trunc(found.mtimeMs) === row.modified;
}

/** True when the file was written to after it was read. A file that is gone was not. */
export async function wasWritten(path: string, info: SourceInfo): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && (found.size !== info.size || found.mtimeMs !== info.modified);
}

export function changedMeanwhile(path: string): Failure {
  return fail(
    'file-changed',
    path,
    'This file was changed since it was opened.',
    'Open it again to read it as it is now.',
  );
}

/** In the words a person is told. */
export function problemOf(error: unknown, item: ImportItem, folder: string): AppError {
  if (error instanceof OriginalLostError) {
    return fail(
      'file-missing',
      item.path,
      `The library’s copy of this article is ${error.reason}.`,
      'Open the article’s file again; the library then keeps it anew.',
    ).error;
  }
  const failure = asFailure(error, folder);
  const problem = failure instanceof Failure ? failure.error : internalError(failure);
  return { ...problem, file: problem.file ?? item.path };
}

/** Not the file's fault: nothing can be taken in until this is put right. */
export function isTroubleOfLibrary({ code }: AppError): boolean {
  return code === 'disk-full' || code.startsWith('library-');
}
