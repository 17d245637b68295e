import { useSignal } from '@preact/signals';
import { ENTITY_TYPES, type Facet, FILE_KINDS, type LibraryFilter } from '../../electron/contract';
import { ask } from '../state/bridge';
import { clearFilter, facets, filter, isFiltered, setFilter } from '../state/library';
import { narrow } from '../state/library-selection';
import { capitalised } from '../ui/capitalised';
import { languageName } from '../ui/language';
import { Popover } from '../ui/popover';

/** Everything the list can be narrowed by, each beside how many articles have it. */
export function LibraryFilters({ onClose }: { onClose(): void }) {
  const { tags = [], sites = [], months = [], languages = [], formats = [] } = facets.value ?? {};
  const month = filter.value.publishedFrom?.slice(0, 7) ?? null;
  return (
    <Popover class="library-popup" label="Filters" onClose={onClose}>
      <Menu label="Tag" values={tags} value={filter.value.tag} onChoose={(tag) => setFilter({ tag })} />
      <Menu label="Site" values={sites} value={filter.value.site} onChoose={(site) => setFilter({ site })} />
      <Menu
        label="Published"
        values={months}
        value={month}
        nameOf={monthName}
        onChoose={(chosen) =>
          setFilter({
            publishedFrom: chosen && `${chosen}-01`,
            publishedTo: chosen && `${chosen}-${lastDay(chosen)}`,
          })
        }
      />
      <DaysTold />
      <NamesField />
      <Menu
        label="Kind of entity named"
        values={ENTITY_TYPES.map((value) => ({ value, count: null }))}
        value={filter.value.entityType}
        nameOf={capitalised}
        onChoose={(entityType) => setFilter({ entityType: entityType as LibraryFilter['entityType'] })}
      />
      <Menu
        label="Language"
        values={languages}
        value={filter.value.language}
        nameOf={languageName}
        onChoose={(language) => setFilter({ language })}
      />
      <Menu
        label="Kind of file"
        values={formats}
        value={filter.value.format}
        nameOf={(format) => FILE_KINDS.find((kind) => kind.format === format)?.name ?? format}
        onChoose={(format) => setFilter({ format: format as LibraryFilter['format'] })}
      />
      <div class="row end">
        {isFiltered.value && (
          <button type="button" class="plain" onClick={() => narrow(clearFilter)}>
            Clear filters
          </button>
        )}
        <button type="button" class="primary" onClick={onClose}>
          Done
        </button>
      </div>
    </Popover>
  );
}

function monthName(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const name = new Date(Date.UTC(2000, number - 1, 1)).toLocaleString('en', {
    month: 'long',
    timeZone: 'UTC',
  });
  return `${name} ${year}`;
}

function lastDay(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

function Menu(props: {
  label: string;
  value: string | null;
  values: readonly (Facet | { value: string; count: null })[];
  nameOf?(value: string): string;
  onChoose(value: string | null): void;
}) {
  const { label, values, nameOf = (name) => name } = props;
  const value = props.value ?? '';
  if (values.length === 0 && value === '') return null;
  const known = value === '' || values.some((other) => other.value === value);
  return (
    <label>
      {label}
      <select
        aria-label={label}
        value={value}
        onChange={({ currentTarget }) => narrow(() => props.onChoose(currentTarget.value || null))}
      >
        <option value="">Any</option>
        {!known && <option value={value}>{nameOf(value)}</option>}
        {values.map(({ value: one, count }) => (
          <option key={one} value={one}>
            {count === null ? nameOf(one) : `${nameOf(one)} (${count.toLocaleString('en')})`}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The days that events of the article fall on, whenever it was written. */
function DaysTold() {
  const field = (name: 'toldFrom' | 'toldTo', label: string) => (
    <input
      type="date"
      aria-label={label}
      value={filter.value[name] ?? ''}
      onChange={({ currentTarget: { value } }) => narrow(() => setFilter({ [name]: value || null }))}
    />
  );
  return (
    <fieldset>
      <legend>Tells of events</legend>
      <div class="days">
        {field('toldFrom', 'Events from')} <span>to</span> {field('toldTo', 'Events to')}
      </div>
    </fieldset>
  );
}

/** One entity, under whatever name; known ones are offered while one types. */
function NamesField() {
  const offered = useSignal<readonly string[]>([]);
  const offer = async (text: string) => {
    const found = text.trim() === '' ? [] : await ask('library.entities', { text });
    offered.value = [...new Set((found ?? []).map(({ name }) => name))];
  };
  return (
    <label>
      Names
      <input
        type="search"
        aria-label="Names"
        placeholder="A person, place or organisation"
        list="known-entities"
        value={filter.value.entity?.name ?? ''}
        onInput={({ currentTarget: { value } }) => void offer(value)}
        onChange={({ currentTarget }) => {
          const name = currentTarget.value.trim();
          narrow(() => setFilter({ entity: name === '' ? null : { name, type: null } }));
        }}
      />
      <datalist id="known-entities">
        {offered.value.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </label>
  );
}
