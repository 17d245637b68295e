import type { LibraryState } from '../../electron/contract';
import { ask, failure } from './bridge';
import { libraryState, refresh } from './library';

/** Shows what became of the library. @returns what was done, in words; null when it was not */
async function take(
  asked: Promise<LibraryState | undefined>,
  done: (state: LibraryState) => string,
): Promise<string | null> {
  const state = await asked;
  if (!state) return failure.value?.cause ?? null;
  libraryState.value = state;
  await refresh();
  return state.problem ? state.problem.cause : done(state);
}

export async function backUpNow(): Promise<void> {
  await ask('library.backUp', null);
  await refresh();
}

export function restoreBackup(backup: string): Promise<string | null> {
  return take(
    ask('library.restore', { backup }),
    ({ entries }) => `The library is back, with ${plural(entries)}.`,
  );
}

export function rebuildLibrary(): Promise<string | null> {
  return take(
    ask('library.rebuild', null),
    ({ entries }) => `The library was made anew, with ${plural(entries)}.`,
  );
}

const plural = (count: number) => (count === 1 ? 'one article' : `${count.toLocaleString('en')} articles`);

/** Lets the person choose a folder; null when they do not. */
async function chosenFolder(): Promise<string | null> {
  const found = await ask('files.choose', { folder: true });
  return found?.folders[0]?.path ?? null;
}

export async function moveLibrary(): Promise<string | null> {
  const folder = await chosenFolder();
  return folder === null
    ? null
    : take(ask('library.move', { folder }), () => `The library lies in ${folder} now.`);
}

export async function watchFolder(): Promise<void> {
  const folder = await chosenFolder();
  if (folder !== null) await setWatch(folder, true);
}

export async function setWatch(folder: string, on: boolean): Promise<void> {
  await ask('library.watch', { folder, on });
  await refresh();
}
