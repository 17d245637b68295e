import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { fail } from '../files/failure';
import { asFailure } from './trouble';

/**
 * Moves a closed library to a folder that is empty or not there. On the same drive it is renamed; to another it is
 * copied, and the old folder stays where it is. Throws `Failure`.
 */
export async function moveLibrary(from: string, to: string): Promise<void> {
  if (`${resolve(to)}${sep}`.startsWith(`${resolve(from)}${sep}`)) {
    throw fail(
      'invalid-request',
      to,
      'The new folder lies inside the library.',
      'Choose a folder outside of it.',
    );
  }
  try {
    const there = await readdir(to).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    if (there.length > 0) {
      throw fail(
        'invalid-request',
        to,
        'The new folder is not empty.',
        'Choose an empty folder, or make a new one.',
      );
    }
    await rm(to, { recursive: true, force: true });
    await mkdir(dirname(to), { recursive: true });
    await renameOrCopy(from, to);
  } catch (error) {
    throw asFailure(error, to);
  }
}

async function renameOrCopy(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    const half = `${to}.copying`;
    await cp(from, half, { recursive: true, errorOnExist: true, force: false, preserveTimestamps: true });
    await rename(half, to);
    await rm(join(to, 'in-use.json'), { force: true });
  }
}
