import { useEffect, useRef } from 'preact/hooks';

/**
 * Lets the person say which of the others this one is. `others` come in the order they are offered; none is chosen
 * before the person does, so that no key pressed too soon merges.
 */
export function SameAsForm<T extends { id: string }>(props: {
  others: readonly T[];
  labelOf(other: T): string;
  onMerge(into: T): void;
  onCancel(): void;
}) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
    form.current?.querySelector('select')?.focus();
  }, []);
  const merge = (event: SubmitEvent) => {
    event.preventDefault();
    const id = new FormData(event.currentTarget as HTMLFormElement).get('into');
    const into = props.others.find((other) => other.id === id);
    if (into) props.onMerge(into);
  };
  return (
    <form class="row" ref={form} onSubmit={merge} onKeyDown={(event) => onEscape(event, props.onCancel)}>
      <label>
        Is the same as{' '}
        <select name="into" required>
          <option value="">Choose…</option>
          {props.others.map((other) => (
            <option key={other.id} value={other.id}>
              {props.labelOf(other)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="primary">
        Merge
      </button>
    </form>
  );
}

/** Esc takes back the form alone, not the choice it belongs to. */
export function onEscape(event: KeyboardEvent, cancel: () => void): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  cancel();
}
