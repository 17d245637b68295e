import { closeSync, constants, fstatSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder, writeAtomically } from '../../files/write-file';

/** The few things the journal asks of the file system; tests put faults in between. Errors are the system's own. */
export interface Disk {
  /** Makes the folder of `path` and the folders around it. */
  makeFolder(path: string): void;
  read(path: string): string;
  /**
   * Adds to the end, making the file where there is none, and settles when the text lies on the disk. What was written
   * of a text that could not be written whole is taken away again; `torn` tells of an end that could not be.
   */
  append(path: string, text: string): Promise<void>;
  /** Writes beside `path`, then puts the new file in its place, so that a crash leaves the old one or the new one. */
  replace(path: string, text: string): Promise<void>;
}

/** An append that failed and left a part behind. */
export class TornAppend extends Error {
  constructor(override readonly cause: unknown) {
    super('A part of the text was left at the end of the file.');
    this.name = 'TornAppend';
  }
}

/** Only the person whose data they are may read them. */
const PRIVATE = 0o600;

/** What is there and is no plain file is never read: a pipe would be waited for without end. */
function readPlainFile(path: string): string {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!fstatSync(file).isFile()) throw Object.assign(new Error(`${path} is no file.`), { code: 'EFTYPE' });
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

export const realDisk: Disk = {
  makeFolder(path) {
    mkdirSync(dirname(path), { recursive: true });
  },
  read: readPlainFile,
  async append(path, text) {
    const handle = await open(path, 'a', PRIVATE);
    try {
      const { size } = await handle.stat();
      try {
        await handle.appendFile(text);
        await handle.sync();
      } catch (error) {
        await handle.truncate(size).catch(() => {
          throw new TornAppend(error);
        });
        throw error;
      }
      if (size === 0) await syncFolder(path);
    } finally {
      await handle.close();
    }
  },
  replace: (path, text) => writeAtomically(path, text, PRIVATE),
};
