import { useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { LibraryFilter, ReadState } from '../../electron/contract';
import {
  byRelevance,
  filter,
  isFiltered,
  libraryState,
  order,
  rows,
  searchProblem,
  searchText,
  setFilter,
  total,
  unindexed,
} from '../state/library';
import { searchAsked } from '../state/library-panel';
import { narrow } from '../state/library-selection';
import { plural } from '../ui/plural';
import { LibraryFilters } from './library-filters';
import { SavedSearches } from './saved-searches';

/** The field that searches the library, what narrows the list, and how much it holds. */
export function LibrarySearchBar() {
  const open = useSignal<'filters' | 'saved' | null>(null);
  const close = () => {
    open.value = null;
  };
  const toggle = (wanted: 'filters' | 'saved') => {
    open.value = open.value === wanted ? null : wanted;
  };
  const count = filtersSet();
  return (
    <search class="library-search">
      <SearchField />
      <div class="narrowing">
        <ShowMenu />
        <OrderMenu />
        <button
          type="button"
          class={count > 0 ? 'set' : ''}
          aria-expanded={open.value === 'filters'}
          onClick={() => toggle('filters')}
        >
          {count > 0 ? `Filters: ${count}` : 'Filters…'}
        </button>
        <button type="button" aria-expanded={open.value === 'saved'} onClick={() => toggle('saved')}>
          Saved…
        </button>
        {open.value === 'filters' && <LibraryFilters onClose={close} />}
        {open.value === 'saved' && <SavedSearches onClose={close} />}
      </div>
      <p class="counted" role="status">
        {searchProblem.value ?? countWords()}
      </p>
    </search>
  );
}

/** How many of the filters in the popup narrow the list; a span of days counts once. */
function filtersSet(): number {
  const { entity, entityType, site, format, language, tag, ...days } = filter.value;
  const published = days.publishedFrom ?? days.publishedTo;
  const told = days.toldFrom ?? days.toldTo;
  return [entity, entityType, site, format, language, tag, published, told].filter((value) => value !== null)
    .length;
}

function countWords(): string {
  const all = plural(total.value, 'article');
  if (filter.value.binned) return `${all} in the bin`;
  if (searchText.value.trim() === '' && !isFiltered.value) return all;
  const waiting = libraryState.value?.waiting ?? 0;
  const rest = [
    unindexed.value > 0 && `${plural(unindexed.value, 'new one')} still to be searched`,
    waiting > 0 && `${waiting.toLocaleString('en')} not read yet`,
  ].filter(Boolean);
  return [`${all} found`, ...rest].join('; ');
}

function SearchField() {
  const field = useRef<HTMLInputElement>(null);
  useSignalEffect(() => {
    if (searchAsked.value === 0) return;
    field.current?.focus();
    field.current?.select();
  });
  const onKey = (event: KeyboardEvent) => {
    const list = document.querySelector<HTMLElement>('.library-list');
    if (event.key === 'ArrowDown' || (event.key === 'Enter' && rows.value.size > 0)) {
      event.preventDefault();
      list?.focus();
    } else if (event.key === 'Escape' && searchText.value !== '') {
      event.preventDefault();
      narrow(() => {
        searchText.value = '';
      });
    }
  };
  return (
    <input
      type="search"
      aria-label="Search the library"
      placeholder="Search the library"
      title="Words, &quot;exact words&quot;, title:, site:, tag:, entity:, told:2012, -without"
      ref={field}
      value={searchText.value}
      onInput={({ currentTarget: { value } }) =>
        narrow(() => {
          searchText.value = value;
        })
      }
      onKeyDown={onKey}
    />
  );
}

const shown: readonly (readonly [string, string, Partial<LibraryFilter>])[] = [
  ['all', 'All', { readState: null, starred: null, binned: false }],
  ...(['unread', 'reading', 'read'] as const).map(
    (state: ReadState) =>
      [
        state,
        { unread: 'Unread', reading: 'Being read', read: 'Read' }[state],
        { readState: state, starred: null, binned: false },
      ] as const,
  ),
  ['starred', 'Starred', { readState: null, starred: true, binned: false }],
  ['bin', 'Bin', { readState: null, starred: null, binned: true }],
];

function ShowMenu() {
  const { binned, starred, readState } = filter.value;
  const value = binned ? 'bin' : starred ? 'starred' : (readState ?? 'all');
  const state = libraryState.value;
  const counts: Record<string, number | undefined> = {
    unread: state?.unread,
    starred: state?.starred,
    bin: state?.binned,
  };
  return (
    <select
      aria-label="Show"
      value={value}
      onChange={({ currentTarget }) =>
        narrow(() => setFilter(shown.find(([name]) => name === currentTarget.value)?.[2] ?? {}))
      }
    >
      {shown.map(([name, words]) => (
        <option key={name} value={name}>
          {counts[name] ? `${words} (${counts[name]?.toLocaleString('en')})` : words}
        </option>
      ))}
    </select>
  );
}

const orders = [
  ['added', 'Newest first'],
  ['opened', 'Last read'],
  ['published', 'Published'],
  ['title', 'Title'],
  ['site', 'Site'],
  ['words', 'Longest'],
] as const;

function OrderMenu() {
  const searching = searchText.value.trim() !== '';
  return (
    <select
      aria-label="Sort by"
      value={searching && byRelevance.value ? 'relevance' : order.value}
      onChange={({ currentTarget: { value } }) =>
        narrow(() => {
          byRelevance.value = value === 'relevance';
          const chosen = orders.find(([name]) => name === value);
          if (chosen) [order.value] = chosen;
        })
      }
    >
      {searching && <option value="relevance">Best match</option>}
      {orders.map(([name, words]) => (
        <option key={name} value={name}>
          {words}
        </option>
      ))}
    </select>
  );
}
