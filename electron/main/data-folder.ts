import { mkdirSync } from 'node:fs';
import { app } from 'electron';
import { LibraryHeldError, lockLibrary } from '../library/library-lock';

/**
 * A second wall behind Chromium's lock, which let two programs through when several were started in the same moment on
 * a busy machine. False when another Dateline is at work on the folder; true also where nothing can be written.
 */
export function holdDataFolder(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    const lock = lockLibrary(folder, 'Dateline');
    app.once('quit', () => lock.release());
    return true;
  } catch (error) {
    // Without the time a process began, one that ended without letting go cannot be told from another with its number;
    // nobody may be kept out by that.
    return !(error instanceof LibraryHeldError) || error.holder.began === null;
  }
}
