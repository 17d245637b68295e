import type { SavedSearch } from '../../electron/contract';
import { ask } from './bridge';
import { currentSearch, libraryState, refresh } from './library';
import { tell } from './messages';
import { offerUndo } from './undo';

/** Keeps what is searched and filtered now; a search of the same name gives way to it. */
export async function keepSearch(name: string): Promise<void> {
  const known = libraryState.value?.savedSearches ?? [];
  const id = known.find((other) => other.name === name)?.id ?? freeId(known);
  await put({ id, name, search: { ...currentSearch.value, typing: false } });
  tell(`Kept as “${name}”.`);
}

export async function removeSearch(id: string): Promise<void> {
  const removed = libraryState.value?.savedSearches.find((other) => other.id === id);
  await ask('library.removeSearch', { id });
  await refresh();
  if (removed) offerUndo(`Saved search “${removed.name}” removed.`, () => void put(removed));
}

async function put(search: SavedSearch): Promise<void> {
  await ask('library.saveSearch', search);
  await refresh();
}

function freeId(known: readonly SavedSearch[]): string {
  const taken = new Set(known.map(({ id }) => id));
  let number = taken.size + 1;
  while (taken.has(`search-${number}`)) number += 1;
  return `search-${number}`;
}
