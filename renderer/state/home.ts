import { computed, signal } from '@preact/signals';
import { type LibraryEntry, type LibraryFilter, type LibraryOrder, NO_FILTER } from '../../electron/contract';
import { ready } from './app';
import { progress } from './article';
import { ask } from './bridge';
import { article } from './current';
import { showLibraryPanel } from './layout';
import { libraryState, searchAnew } from './library';
import { choosePanelList } from './library-panel';
import { narrow } from './library-selection';

/** A few articles of the library with what they have in common; the list at the left shows all of them. */
export interface HomeShelf {
  name: 'continue' | 'unread' | 'starred' | 'added';
  title: string;
  entries: readonly LibraryEntry[];
  total: number;
}

interface Wanted {
  name: HomeShelf['name'];
  title: string;
  filter: Partial<LibraryFilter>;
  order: Exclude<LibraryOrder, 'relevance'>;
}

/** How many articles a shelf shows. */
const SHOWN = 4;
/** How many are looked at for it. */
const LOOKED_AT = 12;
/** Share of an article behind which nothing is left to go on with. */
const READ_TO_THE_END = 0.98;

const wanted: readonly Wanted[] = [
  { name: 'continue', title: 'Continue', filter: { readState: 'reading' }, order: 'opened' },
  { name: 'unread', title: 'Unread', filter: { readState: 'unread' }, order: 'published' },
  { name: 'starred', title: 'Starred', filter: { starred: true }, order: 'added' },
  { name: 'added', title: 'Recently added', filter: {}, order: 'added' },
];

/** Those that hold something; null until the library has answered. */
export const shelves = signal<readonly HomeShelf[] | null>(null);

/** Changes whenever the library does. */
export const libraryRevision = computed(() => {
  const state = libraryState.value;
  return state === null || state.problem || state.entries === 0 ? null : state.revision;
});

/** No article is in the window, and none is on its way. */
export const nothingOpen = computed(() => ready.value && !article.value && !progress.value);
/** The start page is in sight: with a library there is something on it. */
export const atHome = computed(() => nothingOpen.value && libraryRevision.value !== null);

let asking = 0;

export async function fillShelves(): Promise<void> {
  asking += 1;
  const asked = asking;
  const filled = await Promise.all(wanted.map(shelfOf));
  if (asked === asking) shelves.value = eachOnce(filled).filter(({ entries }) => entries.length > 0);
}

/** What was added lately and stands on a shelf above is not shown again below it. */
function eachOnce(filled: readonly HomeShelf[]): HomeShelf[] {
  const above = new Set(
    filled.flatMap(({ name, entries }) => (name === 'added' ? [] : entries.map((entry) => entry.article))),
  );
  return filled.map((shelf) =>
    shelf.name === 'added'
      ? { ...shelf, entries: shelf.entries.filter((entry) => !above.has(entry.article)).slice(0, SHOWN) }
      : shelf,
  );
}

async function shelfOf({ name, title, filter, order }: Wanted): Promise<HomeShelf> {
  const search = { text: '', typing: false, filter: { ...NO_FILTER, ...filter }, order, descending: true };
  const found = await ask('library.search', { search, from: 0, count: LOOKED_AT });
  const entries = (found?.items ?? [])
    .map(({ entry }) => entry)
    .filter(({ progress }) => name !== 'continue' || progress < READ_TO_THE_END);
  // What was added lately may stand on another shelf; so many more are kept that enough are left.
  const kept = name === 'added' ? LOOKED_AT : SHOWN;
  return { name, title, entries: entries.slice(0, kept), total: found?.total ?? 0 };
}

/** All of a shelf, in the list at the left. */
export function showAll(name: HomeShelf['name']): void {
  const shelf = wanted.find((other) => other.name === name);
  if (!shelf) return;
  const filter = { ...NO_FILTER, ...shelf.filter };
  narrow(() => searchAnew({ text: '', typing: false, filter, order: shelf.order, descending: true }));
  choosePanelList('library');
  showLibraryPanel();
}
