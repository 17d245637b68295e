import { computed, signal } from '@preact/signals';
import type { LibraryEntry, SearchHit } from '../../electron/contract';
import { openArticle, openFromLibrary, openPaths } from './article';
import { ask } from './bridge';
import { article } from './current';
import { closeFind, findOpen, giveHits } from './find';
import { jump } from './jump';
import { showLibraryPanel } from './layout';
import { currentSearch, libraryState } from './library';
import { openAt } from './place';
import { changeSettings, settings } from './settings';

/** Which list the left panel shows: what a person chose, else the library when there is one and no file stands open. */
export const panelList = computed<'open' | 'library'>(() => {
  const { listTab } = settings.value;
  if (listTab !== 'auto') return listTab;
  return (libraryState.value?.entries ?? 0) > 0 && openPaths.value.length === 0 ? 'library' : 'open';
});

export function choosePanelList(list: 'open' | 'library'): void {
  if (settings.value.listTab !== list) void changeSettings({ listTab: list });
}

/** Counts how often the search was asked for: each time its field takes the focus. */
export const searchAsked = signal(0);

export function searchLibrary(): void {
  choosePanelList('library');
  showLibraryPanel();
  searchAsked.value += 1;
}

/** Opens an article where it was left. */
export async function openEntry({ article: id, path, title }: LibraryEntry): Promise<void> {
  await openFromLibrary(id, path ?? title);
}

/** Opens an article at the first words that were searched for; the keys of Find go through all of them. */
export async function openHit({ entry, location }: SearchHit): Promise<void> {
  choosePanelList('library');
  const { text, typing } = currentSearch.value;
  const id = entry.article;
  const asked = text === '' ? null : ask('library.hits', { article: id, text, typing });
  const first = Promise.resolve(asked).then((spans) => spans?.[0] ?? location?.span ?? null);
  const shown = openArticle.value === id && article.value?.source.hash === id;
  if (!shown) {
    openAt(id, first);
    if (!(await openFromLibrary(id, entry.path ?? entry.title))) return;
  }
  const spans = (await asked) ?? [];
  if (openArticle.value !== id) return;
  if (spans.length > 0) giveHits(id, text, spans);
  else if (asked === null && findOpen.value) closeFind();
  const span = await first;
  if (shown && span) jump.value = { span, flash: false, keepFocus: true };
}
