import { useSignal } from '@preact/signals';
import { facets, loadedRow } from '../state/library';
import { chosenArticles, tagChosen } from '../state/library-selection';
import { Popover } from '../ui/popover';

/** Gives the chosen articles a tag, new or known, or takes one away. */
export function TagForm({ onClose }: { onClose(): void }) {
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
