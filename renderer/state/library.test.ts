import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type LibraryChange, type LibrarySearch, NO_FILTER, type SearchHit } from '../../electron/contract';
import {
  clearFilter,
  currentSearch,
  order,
  rows,
  searchText,
  setFilter,
  startLibrary,
  total,
  wantRow,
} from './library';
import {
  activeRow,
  chosenArticles,
  clearSelection,
  moveActive,
  toggleSelected,
  toggleStar,
} from './library-selection';
import { dismissUndo, undoOffer } from './undo';

const COUNT = 50_000;
const asked: { text: string; from: number }[] = [];
const changes: { articles: string[]; change: LibraryChange }[] = [];
/** Searches wait for this where a test wants them to. */
let gate: Promise<void> = Promise.resolve();

const hit = (article: string) =>
  ({ entry: { article, starred: false, tags: [] }, snippet: null, location: null }) as unknown as SearchHit;

async function answer(name: string, input: never): Promise<unknown> {
  if (name === 'library.search') {
    const { search, from } = input as { search: LibrarySearch; from: number };
    asked.push({ text: search.text, from });
    if (search.text === 'slow') await gate;
    const items = Array.from({ length: 100 }, (_, index) => hit(`${search.text}${from + index}`));
    return { items, total: COUNT, next: from + 100, problem: null };
  }
  if (name === 'library.change') {
    const made = input as (typeof changes)[number];
    changes.push(made);
    return { undo: 'u1', changed: made.articles };
  }
  return name === 'library.state' ? { problem: null } : null;
}

Object.assign(globalThis, {
  window: {
    dateline: {
      on: () => () => {},
      call: async (name: string, input: never) => ({ ok: true, value: await answer(name, input) }),
    },
  },
});

const idAt = (index: number) => rows.value.get(index)?.entry.article;

beforeEach(async () => {
  searchText.value = '';
  clearFilter();
  clearSelection();
  dismissUndo();
  activeRow.value = 0;
  if (total.value === 0) startLibrary();
  await vi.waitFor(() => expect(idAt(0)).toBe('0'));
});

describe('the list of the library', () => {
  it('asks for a part far down once, and keeps the first', async () => {
    wantRow(40_012);
    wantRow(40_013);
    await vi.waitFor(() => expect(idAt(40_012)).toBe('40012'));
    expect(idAt(0)).toBe('0');
    expect(asked.filter(({ from }) => from === 40_000)).toHaveLength(1);
  });

  it('drops the answer to a search that is no longer wanted', async () => {
    let open = () => {};
    gate = new Promise((resolve) => {
      open = resolve;
    });
    searchText.value = 'slow';
    await vi.waitFor(() => expect(asked.some(({ text }) => text === 'slow')).toBe(true));
    searchText.value = 'quick';
    await vi.waitFor(() => expect(idAt(0)).toBe('quick0'));
    open();
    await gate;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(idAt(0)).toBe('quick0');
  });

  it('takes the last word as unfinished until a space or quotation mark ends it', () => {
    const typing = (text: string) => {
      searchText.value = text;
      return currentSearch.value.typing;
    };
    expect(['pie', 'pier ', '"old pier"', ''].map(typing)).toEqual([true, false, false, false]);
  });

  it('sorts by relevance only where there are words, titles from A and days from the newest', () => {
    order.value = 'title';
    expect(currentSearch.value).toMatchObject({ order: 'title', descending: false });
    order.value = 'added';
    expect(currentSearch.value).toMatchObject({ order: 'added', descending: true });
    searchText.value = 'pier';
    expect(currentSearch.value.order).toBe('relevance');
  });

  it('narrows by several things at once, and clears them together', () => {
    setFilter({ tag: 'Piers' });
    setFilter({ readState: 'unread' });
    expect(currentSearch.value.filter).toEqual({ ...NO_FILTER, tag: 'Piers', readState: 'unread' });
    clearFilter();
    expect(currentSearch.value.filter).toEqual(NO_FILTER);
  });
});

describe('what is chosen in the library', () => {
  it('is the active row, or a range, or rows one by one', () => {
    moveActive(2, false);
    expect(chosenArticles()).toEqual(['2']);
    moveActive(2, true);
    expect(chosenArticles()).toEqual(['2', '3', '4']);
    moveActive(-3, true);
    expect(chosenArticles()).toEqual(['1', '2']);
    toggleSelected(7);
    toggleSelected(1);
    expect(chosenArticles()).toEqual(['2', '7']);
    moveActive(Number.POSITIVE_INFINITY, false);
    expect(activeRow.value).toBe(COUNT - 1);
  });

  it('is changed together, with one way back', async () => {
    toggleSelected(3);
    toggleSelected(5);
    await toggleStar();
    expect(changes.at(-1)).toEqual({ articles: ['3', '5'], change: { kind: 'star', on: true } });
    expect(undoOffer.value?.words).toBe('Starred: 2 articles.');
  });
});
