import { useSignal } from '@preact/signals';
import { facets, filter, loadedRow } from '../state/library';
import {
  chosenArticles,
  clearSelection,
  moveToBin,
  selected,
  tagChosen,
  toggleRead,
  toggleStar,
} from '../state/library-selection';
import { Popover } from '../ui/popover';

/** What can be done with the selected articles, or with the one the keys stand at. */
export function LibraryActions() {
  const tagging = useSignal(false);
  const count = selected.value.size;
  const { binned } = filter.value;
  return (
    <div class="library-actions" role="toolbar" aria-label="Chosen articles">
      {count > 0 && (
        <button type="button" class="plain" onClick={clearSelection} title="Select none">
          {count.toLocaleString('en')} selected
        </button>
      )}
      <button type="button" onClick={() => void toggleStar()} title="Star, or take the star away (S)">
        Star
      </button>
      <button type="button" onClick={() => void toggleRead()} title="Mark read or unread (R)">
        Read
      </button>
      <button
        type="button"
        data-key="t"
        aria-expanded={tagging.value}
        onClick={() => {
          tagging.value = !tagging.value;
        }}
        title="Tags (T)"
      >
        Tag…
      </button>
      <button type="button" onClick={() => void moveToBin(!binned)} title="Delete">
        {binned ? 'Put back' : 'Bin'}
      </button>
      {tagging.value && (
        <TagForm
          onClose={() => {
            tagging.value = false;
          }}
        />
      )}
    </div>
  );
}

function TagForm({ onClose }: { onClose(): void }) {
  const tag = useSignal('');
  const present = [...new Set(chosenArticles().flatMap((id) => loadedRow(id)?.entry.tags ?? []))];
  const add = async (event: Event) => {
    event.preventDefault();
    const words = tag.value.trim();
    if (words !== '') await tagChosen(words, true);
    onClose();
    document.querySelector<HTMLElement>('.library-list')?.focus();
  };
  return (
    <Popover class="tag-form" label="Tags" onClose={onClose}>
      <form class="row" onSubmit={(event) => void add(event)}>
        <input
          aria-label="New tag"
          placeholder="New tag"
          maxLength={60}
          list="known-tags"
          value={tag.value}
          onInput={({ currentTarget: { value } }) => {
            tag.value = value;
          }}
        />
        <button type="submit" class="primary">
          Add
        </button>
      </form>
      <datalist id="known-tags">
        {facets.value?.tags.map(({ value }) => (
          <option key={value} value={value} />
        ))}
      </datalist>
      {present.map((name) => (
        <button
          key={name}
          type="button"
          class="chip"
          aria-label={`Take away the tag ${name}`}
          onClick={() => {
            void tagChosen(name, false);
            onClose();
          }}
        >
          {name} ×
        </button>
      ))}
    </Popover>
  );
}
