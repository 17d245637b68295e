import { useSignal } from '@preact/signals';
import { currentSearch, isFiltered, libraryState, searchAnew } from '../state/library';
import { narrow } from '../state/library-selection';
import { keepSearch, removeSearch } from '../state/saved-searches';
import { Icon } from '../ui/icon';
import { Popover } from '../ui/popover';

/** Searches kept under a name, and a way to keep the one in sight. */
export function SavedSearches({ onClose }: { onClose(): void }) {
  const saved = libraryState.value?.savedSearches ?? [];
  const any = currentSearch.value.text !== '' || isFiltered.value;
  return (
    <Popover class="library-popup" label="Saved searches" onClose={onClose}>
      {saved.length === 0 && !any && (
        <p>Search for something or set a filter, then keep it here under a name.</p>
      )}
      {saved.length > 0 && (
        <ul aria-label="Saved searches">
          {saved.map(({ id, name, search }) => (
            <li key={id} class="row">
              <button
                type="button"
                class="plain"
                onClick={() => {
                  narrow(() => searchAnew(search));
                  onClose();
                }}
              >
                {name}
              </button>
              <button
                type="button"
                class="plain close"
                aria-label={`Remove the saved search ${name}`}
                title="Remove"
                onClick={() => void removeSearch(id)}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {any && <KeepForm onClose={onClose} />}
    </Popover>
  );
}

function KeepForm({ onClose }: { onClose(): void }) {
  const name = useSignal(currentSearch.peek().text);
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.value.trim() === '') return;
        void keepSearch(name.value.trim());
        onClose();
      }}
    >
      <input
        aria-label="Name of this search"
        placeholder="Name of this search"
        maxLength={80}
        value={name.value}
        onInput={({ currentTarget: { value } }) => {
          name.value = value;
        }}
      />
      <button type="submit" class="primary">
        Keep
      </button>
    </form>
  );
}
