import { batch, computed, effect, signal } from '@preact/signals';
import {
  type ArticleId,
  type Facets,
  type LibraryFilter,
  type LibraryOrder,
  type LibrarySearch,
  type LibraryState,
  NO_FILTER,
  type SearchHit,
} from '../../electron/contract';
import { ask } from './bridge';

/** Rows asked for at once. */
const PART = 100;
/** Milliseconds: changes that come together are shown together, and typing is not searched letter by letter. */
const GATHERED = 250;
const TYPED = 80;

/** What main told last of the library; null until it has answered. */
export const libraryState = signal<LibraryState | null>(null);
export const searchText = signal('');
export const filter = signal<LibraryFilter>(NO_FILTER);
/** As chosen; with words to search for, relevance goes before it. */
export const order = signal<Exclude<LibraryOrder, 'relevance'>>('added');
export const byRelevance = signal(true);

/** The rows of the list by their index, as far as they were asked for. */
export const rows = signal<ReadonlyMap<number, SearchHit>>(new Map());
export const total = signal(0);
/** Articles just taken in that the words were not looked for in yet. */
export const unindexed = signal(0);
export const searchProblem = signal<string | null>(null);
/** False until the list was answered once. */
export const listed = signal(false);
export const facets = signal<Facets | null>(null);

/** Titles and sites go from A, all else from the newest or longest. */
const RISING: readonly LibraryOrder[] = ['title', 'site'];

export const currentSearch = computed<LibrarySearch>(() => {
  const text = searchText.value.trim();
  const ordered = text !== '' && byRelevance.value ? 'relevance' : order.value;
  return {
    text,
    typing: text !== '' && !/[\s"]$/.test(searchText.value),
    filter: filter.value,
    order: ordered,
    descending: !RISING.includes(ordered),
  };
});

export const isFiltered = computed(() => JSON.stringify(filter.value) !== JSON.stringify(NO_FILTER));

export function setFilter(change: Partial<LibraryFilter>): void {
  filter.value = { ...filter.value, ...change };
}

export function clearFilter(): void {
  filter.value = NO_FILTER;
}

let asking = 0;
const wanted = new Set<number>();

/** Asks for the part of the list that holds a row, once. */
export function wantRow(index: number): void {
  const from = Math.floor(index / PART) * PART;
  if (wanted.has(from) || rows.peek().has(index)) return;
  wanted.add(from);
  void load(from, asking);
}

async function load(from: number, asked: number): Promise<void> {
  const answer = await ask('library.search', { search: currentSearch.peek(), from, count: PART });
  if (asked !== asking) return;
  wanted.delete(from);
  if (!answer) return;
  batch(() => {
    const next = from === 0 ? new Map<number, SearchHit>() : new Map(rows.peek());
    for (const [index, hit] of answer.items.entries()) next.set(from + index, hit);
    rows.value = next;
    total.value = answer.total;
    unindexed.value = answer.unindexed;
    searchProblem.value = answer.problem?.message ?? null;
    listed.value = true;
  });
  if (answer.unindexed > 0) followChanges();
}

/** Asks for the list anew; the rows in sight stay until the new ones are there. */
export async function refresh(): Promise<void> {
  asking += 1;
  wanted.clear();
  const asked = asking;
  const state = await ask('library.state', null);
  if (asked !== asking || !state) return;
  libraryState.value = state;
  // The list says what is wrong with a library that cannot be used; asking it would only say so again.
  if (state.problem) return;
  wanted.add(0);
  await load(0, asked);
  const found = await ask('library.facets', { search: { ...currentSearch.peek(), filter: NO_FILTER } });
  if (asked === asking && found) facets.value = found;
}

let timer: ReturnType<typeof setTimeout> | undefined;

function refreshSoon(delay: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void refresh(), delay);
}

/** An import changes rows without end: the list follows it at a steady pace, not only when it pauses. */
let following = false;

function followChanges(): void {
  if (following) return;
  following = true;
  setTimeout(() => {
    following = false;
    void refresh();
  }, GATHERED);
}

/** Listens to the library, and keeps the list in step with it and with what is searched for. */
export function startLibrary(): void {
  const { on } = window.dateline;
  on('library.state', (state) => {
    libraryState.value = state;
  });
  on('library.import', (progress) => {
    if (libraryState.value) libraryState.value = { ...libraryState.value, import: progress };
  });
  on('library.changed', followChanges);
  let before = '';
  effect(() => {
    const { text } = currentSearch.value;
    refreshSoon(text === before ? 0 : TYPED);
    before = text;
  });
}

/** Shows another list from its top: other words, another filter or order. */
export function searchAnew({ text, filter: wanted, order: by }: LibrarySearch): void {
  batch(() => {
    searchText.value = text;
    filter.value = wanted;
    byRelevance.value = by === 'relevance';
    if (by !== 'relevance') order.value = by;
  });
}

/** The entry of an article, when its row was loaded. */
export function loadedRow(id: ArticleId): SearchHit | undefined {
  return [...rows.peek().values()].find(({ entry }) => entry.article === id);
}
