import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Lets the person say which one of several it is. `others` come in the order they are offered; none is chosen before
 * the person does, so that no key pressed too soon changes anything.
 */
export function PickOneForm<T extends { id: string }>(props: {
  /** Before the list, as "Is the same as". */
  label: string;
  /** On the button, as "Merge". */
  action: string;
  others: readonly T[];
  labelOf(other: T): string;
  onPick(other: T): void;
  onCancel(): void;
  /** The focus stays where it was; for what opens by itself. */
  keepFocus?: boolean;
  /** More buttons behind the form's own. */
  children?: ComponentChildren;
}) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (props.keepFocus) return;
    form.current?.scrollIntoView({ block: 'nearest' });
    form.current?.querySelector('select')?.focus();
  }, []);
  const pick = (event: SubmitEvent) => {
    event.preventDefault();
    const id = new FormData(event.currentTarget as HTMLFormElement).get('picked');
    const picked = props.others.find((other) => other.id === id);
    if (picked) props.onPick(picked);
  };
  return (
    <form class="row" ref={form} onSubmit={pick} onKeyDown={(event) => onEscape(event, props.onCancel)}>
      <label>
        {props.label}{' '}
        <select name="picked" required>
          <option value="">Choose…</option>
          {props.others.map((other) => (
            <option key={other.id} value={other.id}>
              {props.labelOf(other)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="primary">
        {props.action}
      </button>
      {props.children}
    </form>
  );
}

/** Esc takes back the form alone, not the choice it belongs to. */
export function onEscape(event: KeyboardEvent, cancel: () => void): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  cancel();
}
