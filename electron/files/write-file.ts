import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes beside the target, then puts the new file in its place: after a crash or a full disk the old file is there or
 * the new one, never half. Settles when the content and the name lie on the disk. Nobody can have put a link where the
 * new file is written: its name is not to be guessed, and a file that is there is not opened.
 * @param mode who may read it, as chmod(2) takes it; what the system gives every new file unless said otherwise
 */
export async function writeAtomically(
  path: string,
  content: string | Uint8Array,
  mode = 0o666,
): Promise<void> {
  const fresh = `${path}.${randomUUID()}.new`;
  try {
    const handle = await open(fresh, 'wx', mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, path);
    await syncFolder(path);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => {});
    throw error;
  }
}

/** The name of a new file is safe once its folder is. Windows opens no folder; there the system sees to it. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(dirname(path), 'r').catch(() => null);
  // A folder that may be written to but not listed cannot be opened; the file is whole all the same.
  await folder?.sync().finally(() => folder.close());
}
