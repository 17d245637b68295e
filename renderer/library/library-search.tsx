import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Facet, LibraryFilter, ReadState } from '../../electron/contract';
import {
  byRelevance,
  clearFilter,
  facets,
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
import { activeRow, clearSelection } from '../state/library-selection';
import { plural } from '../ui/plural';

/** The field that searches the library, what narrows the list, and how much it holds. */
export function LibrarySearchBar() {
  return (
    <search class="library-search">
      <SearchField />
      <div class="narrowing">
        <ShowMenu />
        <FacetMenu name="tag" label="Tag" values={facets.value?.tags ?? []} />
        <FacetMenu name="site" label="Site" values={facets.value?.sites ?? []} />
        <MonthMenu />
        <OrderMenu />
        {isFiltered.value && (
          <button type="button" class="plain" onClick={() => narrow(clearFilter)}>
            Clear filters
          </button>
        )}
      </div>
      <p class="counted" role="status">
        {searchProblem.value ?? countWords()}
      </p>
    </search>
  );
}

function countWords(): string {
  const all = plural(total.value, 'article');
  if (filter.value.binned) return `${all} in the bin`;
  if (searchText.value.trim() === '' && !isFiltered.value) return all;
  const rest = unindexed.value > 0 ? `; ${plural(unindexed.value, 'new one')} still to be searched` : '';
  return `${all} found${rest}`;
}

/** Another list begins at its top, with nothing selected. */
function narrow(change: () => void): void {
  change();
  clearSelection();
  activeRow.value = 0;
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

function FacetMenu(props: { name: 'tag' | 'site'; label: string; values: readonly Facet[] }) {
  const value = filter.value[props.name] ?? '';
  if (props.values.length === 0 && value === '') return null;
  return (
    <Menu
      label={props.label}
      value={value}
      values={props.values}
      onChoose={(chosen) => setFilter({ [props.name]: chosen })}
    />
  );
}

/** The month of publication; the filter holds its first and last possible day. */
function MonthMenu() {
  const months = facets.value?.months ?? [];
  const value = filter.value.publishedFrom?.slice(0, 7) ?? '';
  if (months.length === 0 && value === '') return null;
  return (
    <Menu
      label="Published"
      value={value}
      values={months}
      onChoose={(month) =>
        setFilter({
          publishedFrom: month && `${month}-01`,
          publishedTo: month && `${month}-${lastDay(month)}`,
        })
      }
    />
  );
}

function lastDay(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

function Menu(props: {
  label: string;
  value: string;
  values: readonly Facet[];
  onChoose(value: string | null): void;
}) {
  return (
    <select
      aria-label={props.label}
      value={props.value}
      onChange={({ currentTarget: { value } }) => narrow(() => props.onChoose(value || null))}
    >
      <option value="">{props.label}: any</option>
      {props.value !== '' && !props.values.some(({ value }) => value === props.value) && (
        <option value={props.value}>{props.value}</option>
      )}
      {props.values.map(({ value, count }) => (
        <option key={value} value={value}>
          {`${value} (${count.toLocaleString('en')})`}
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
