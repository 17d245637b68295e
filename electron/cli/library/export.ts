import { access, mkdir, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { ArticleId, LibraryEntry } from '../../contract';
import { Failure } from '../../files/failure';
import type { Library } from '../../library/library';

export interface ExportReport {
  written: number;
  failed: { id: ArticleId; cause: string }[];
}

/**
 * Writes each article's own bytes under its file's name, and `library.json` with what is known and was decided about
 * each. A file that is there already is never replaced: the name gets a number.
 */
export async function exportLibrary(
  library: Library,
  entries: readonly LibraryEntry[],
  folder: string,
): Promise<ExportReport> {
  await mkdir(folder, { recursive: true });
  const listed: object[] = [];
  const failed: ExportReport['failed'] = [];
  for (const entry of entries) {
    try {
      const bytes = await library.original(entry.article);
      const file = await writeFresh(folder, library.fileName(entry.article), bytes);
      listed.push({ file, ...entry, decisions: library.decisions(entry.article) });
    } catch (error) {
      if (!(error instanceof Failure) && (error as Error).name !== 'OriginalLostError') throw error;
      failed.push({ id: entry.article, cause: (error as Error).message });
    }
  }
  await writeFresh(folder, 'library.json', Buffer.from(`${JSON.stringify(listed, null, 2)}\n`));
  return { written: listed.length, failed };
}

/** @returns the name it got. */
async function writeFresh(folder: string, wanted: string, bytes: Uint8Array): Promise<string> {
  const { name, ext } = parse(wanted.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_'));
  for (let number = 1; ; number += 1) {
    const file = number === 1 ? `${name}${ext}` : `${name} (${number})${ext}`;
    if (await isThere(join(folder, file))) continue;
    await writeFile(join(folder, file), bytes, { flag: 'wx' });
    return file;
  }
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
