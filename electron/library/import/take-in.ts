import type { AppError, ArticleId, Decisions, SourceInfo } from '../../contract';
import type { SourceFile } from '../../files/source-file';
import { commit, type LibraryContext } from '../context';
import { decisionsOf } from '../decisions';
import { type Findings, putProblem } from '../entries/findings';
import type { LibraryRecord } from '../records/record';
import type { Ready } from './batch-writer';
import { failItem, type ImportItem, removeItem } from './import-queue';
import { isUnchanged, originalOf } from './import-source';
import type { UnderWay } from './under-way';

/** What taking one file in asks of the program it runs in. Each throws `Failure`. */
export interface TakeInHost {
  readFile(path: string, signal: AbortSignal): Promise<SourceFile>;
  /** The engine; as many at once as there are lanes. */
  analyse(
    source: SourceInfo,
    bytes: Uint8Array,
    decisions: Decisions,
    signal: AbortSignal,
  ): Promise<Findings>;
}

/** Read, and waiting for its rows; or known already, with the article whose row tells of a new place. */
export type Taken = { kind: 'ready'; ready: Ready } | { kind: 'known'; changed: ArticleId | null };

/** The way of one item from its file to what is written of it. Throws `Failure`, or the reason of the signal. */
export async function takeIn(
  context: LibraryContext,
  host: TakeInHost,
  underWay: UnderWay,
  item: ImportItem,
  signal: AbortSignal,
): Promise<Taken> {
  if (item.path !== null && (await isUnchanged(context.database, item.path))) {
    removeItem(context.database, item.id);
    return { kind: 'known', changed: null };
  }
  const { info, bytes } = await (item.path === null
    ? originalOf(context, item.entry)
    : host.readFile(item.path, signal));
  await underWay.begin(info.hash, item.id);
  signal.throwIfAborted();
  const known = item.path === null ? null : takeKnown(context, item, item.path, info);
  if (known) return known;
  const findings = await host.analyse(info, bytes, decisionsOf(context.database, info.hash), signal);
  if (findings.analysis.article !== info.hash) throw new Error('The findings are of another article.');
  signal.throwIfAborted();
  // The bytes are checked against their hash once more here, and lie on disk before any row speaks of them.
  if (item.path !== null) await context.originals.keep(info.hash, bytes);
  return { kind: 'ready', ready: { item, info, findings } };
}

/** An article that the library has is not read again, only its new place is noted. Null for one that must be read. */
function takeKnown(
  context: LibraryContext,
  item: ImportItem,
  path: string,
  { hash: article, name, size, modified: exact }: SourceInfo,
): Taken | null {
  const { database, now } = context;
  const row = database.get<{ engine: string | null; binned: number | null }>(
    'SELECT engine, binned FROM entry WHERE article = ?',
    [article],
  );
  const forgotten = database.get('SELECT 1 FROM forgotten WHERE article = ?', [article]) !== null;
  // A watched folder does not bring back what a person threw away.
  if (item.watched && (forgotten || (row?.binned ?? null) !== null)) {
    removeItem(database, item.id);
    return { kind: 'known', changed: null };
  }
  if (!row || row.engine === null) return null;
  const modified = Math.trunc(exact);
  const records: LibraryRecord[] = [{ kind: 'located', article, path, size, modified }];
  if (row.binned !== null) records.unshift({ kind: 'added', article, name, size, modified, at: now() });
  commit(context, records, () => removeItem(database, item.id));
  return { kind: 'known', changed: article };
}

/** Why an item could not be taken in: a file stays in line as failed, an entry keeps what was found before. */
export function keepProblem({ database }: LibraryContext, item: ImportItem, problem: AppError): void {
  database.transaction(() => {
    if (item.path !== null) failItem(database, item.id, problem);
    else {
      putProblem(database, item.entry, problem);
      removeItem(database, item.id);
    }
  });
}
