import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type LibraryEntry, type LibrarySearch, NO_FILTER } from '../../electron/contract';

// The window asks about its size as soon as its layout is loaded.
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {} }));

/** What the library holds; the stub answers by what a search asks for. */
let entries: LibraryEntry[] = [];
const entry = (article: string, more: Partial<LibraryEntry>) =>
  ({ article, title: article, readState: 'unread', progress: 0, starred: false, ...more }) as LibraryEntry;

function answer(name: string, input: { search: LibrarySearch; count: number }): unknown {
  if (name !== 'library.search') return null;
  const { readState, starred } = input.search.filter;
  const found = entries.filter(
    (each) => (readState === null || each.readState === readState) && (starred === null || each.starred),
  );
  return { items: found.slice(0, input.count).map((each) => ({ entry: each })), total: found.length };
}

vi.stubGlobal('window', {
  dateline: {
    call: async (name: string, input: never) => ({ ok: true, value: answer(name, input) }),
    on: () => () => {},
  },
});

const { atHome, fillShelves, libraryRevision, shelves, showAll } = await import('./home');
const { ready } = await import('./app');
const { currentSearch, libraryState } = await import('./library');
const { settings } = await import('./settings');

const titles = (name: string) =>
  shelves.value?.find((shelf) => shelf.name === name)?.entries.map(({ title }) => title);

describe('the start page', () => {
  beforeEach(async () => {
    entries = [
      entry('half', { readState: 'reading', progress: 0.5 }),
      entry('done', { readState: 'reading', progress: 1 }),
      ...['a', 'b', 'c', 'd', 'e'].map((title) => entry(title, {})),
    ];
    await fillShelves();
  });

  it('goes on with what is not read to its end, and leaves out shelves that hold nothing', () => {
    expect(titles('continue')).toEqual(['half']);
    expect(titles('starred')).toBeUndefined();
  });

  it('shows a few of many, and says how many there are', () => {
    expect(titles('unread')).toEqual(['a', 'b', 'c', 'd']);
    expect(shelves.value?.find(({ name }) => name === 'unread')?.total).toBe(5);
  });

  it('shows nothing twice', () => {
    expect(titles('added')).toEqual(['done', 'e']);
  });

  it('shows all of a shelf in the list at the left', () => {
    showAll('starred');
    expect(currentSearch.value).toMatchObject({
      text: '',
      order: 'added',
      filter: { ...NO_FILTER, starred: true },
    });
    expect(settings.value.listTab).toBe('library');
  });

  it('is there once the library holds something and no article is open', () => {
    const state = { revision: 7, entries: 0, problem: null } as NonNullable<typeof libraryState.value>;
    ready.value = true;
    libraryState.value = state;
    expect([libraryRevision.value, atHome.value]).toEqual([null, false]);
    libraryState.value = { ...state, entries: 2 };
    expect([libraryRevision.value, atHome.value]).toEqual([7, true]);
    libraryState.value = { ...state, entries: 2, problem: {} as never };
    expect(atHome.value).toBe(false);
  });
});
