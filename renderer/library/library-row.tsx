import type { ComponentChildren } from 'preact';
import type { SearchHit, Snippet } from '../../electron/contract';
import { entryDetails } from './entry-details';

interface RowProps {
  id: string;
  hit: SearchHit;
  slot: { top: number; index: number; count: number; measure(row: HTMLElement | null): void };
  active: boolean;
  selected: boolean;
  current: boolean;
  onPress(event: MouseEvent): void;
}

/** One article: its title, where it is from, when, and how long; under it the words around a hit. */
export function LibraryRow({ id, hit, slot, active, selected, current, onPress }: RowProps) {
  const { entry, snippet } = hit;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox has the focus and names its active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox hears the keys
    <div
      id={id}
      role="option"
      class={`library-row ${active ? 'active' : ''} ${entry.readState}`}
      aria-selected={selected}
      aria-current={current ? 'true' : undefined}
      aria-posinset={slot.index + 1}
      aria-setsize={slot.count}
      ref={slot.measure}
      data-index={slot.index}
      style={{ transform: `translateY(${slot.top}px)` }}
      title={entry.path ?? entry.title}
      onClick={onPress}
    >
      <strong>
        {entry.readState === 'unread' && <span class="unread-mark" role="img" aria-label="Unread" />}
        {entry.title}
      </strong>
      <small>{entryDetails(entry)}</small>
      {snippet && <p>{marked(snippet)}</p>}
    </div>
  );
}

function marked({ text, marks }: Snippet): ComponentChildren[] {
  const pieces: ComponentChildren[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    pieces.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return [...pieces, text.slice(at)];
}
