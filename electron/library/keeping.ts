import type { Decisions } from '../contract';
import type { SourceFile } from '../files/source-file';
import { commit, type LibraryContext } from './context';
import { entryId } from './entries/entry-row';
import { type Findings, putFindings } from './entries/findings';
import { changedMeanwhile } from './import/import-source';
import type { LibraryRecord } from './records/record';

/*
 * What reading an article in the window leaves in the library: findings that the import did not make.
 */

/** The file that an article was read from, once more. Throws `file-changed` when it holds something else by now. */
export async function readAgain(
  path: string,
  findings: Findings,
  readFile: (path: string, signal: AbortSignal) => Promise<SourceFile>,
): Promise<Uint8Array> {
  const { info, bytes } = await readFile(path, new AbortController().signal);
  if (info.hash !== findings.article.source.hash) throw changedMeanwhile(path);
  return bytes;
}

/** An article that was opened to be read; its bytes are kept already. */
export function keepOpened(context: LibraryContext, findings: Findings, path: string): void {
  const { hash: article, name, size, modified } = findings.article.source;
  const at = context.now();
  const whole = Math.trunc(modified);
  const records: LibraryRecord[] = [
    { kind: 'added', article, name, size, modified: whole, at },
    { kind: 'located', article, path, size, modified: whole },
    { kind: 'decided', article, decisions: findings.decisions },
    { kind: 'opened', article, at },
  ];
  commit(context, records, () => {
    put(context, findings);
    context.database.run('DELETE FROM import_item WHERE path = ?', [path]);
  });
}

/** New findings after a decision; the decisions are kept with them. */
export function keepRenewed(context: LibraryContext, findings: Findings, decisions: Decisions): void {
  const article = findings.article.source.hash;
  commit(context, [{ kind: 'decided', article, decisions }], () => put(context, findings));
}

/** In place of earlier ones; the article need not be read again then. */
function put({ database }: LibraryContext, findings: Findings): void {
  const entry = entryId(database, findings.article.source.hash);
  if (entry === null) return;
  putFindings(database, entry, findings);
  database.run('DELETE FROM import_item WHERE entry = ?', [entry]);
}
