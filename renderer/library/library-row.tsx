import type { ComponentChildren } from 'preact';
import type { LibraryEntry, SearchHit, Snippet } from '../../electron/contract';
import { WORDS_A_MINUTE } from '../state/reading-speed';
import { shortDay } from '../time/labels';
import { minutesLabel } from '../ui/minutes';

interface RowProps {
  id: string;
  hit: SearchHit;
  slot: { top: number; height: number; index: number; count: number };
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
      style={{ transform: `translateY(${slot.top}px)`, height: `${slot.height}px` }}
      title={entry.path ?? entry.title}
      onClick={onPress}
    >
      <strong>
        {entry.readState === 'unread' && <span class="unread-mark" role="img" aria-label="Unread" />}
        {entry.title}
      </strong>
      <small>{detailsOf(entry)}</small>
      {snippet && <p>{marked(snippet)}</p>}
    </div>
  );
}

function detailsOf(entry: LibraryEntry): ComponentChildren {
  if (entry.problem) return entry.problem.cause;
  if (entry.waiting && entry.words === null) return 'Waits to be read';
  const minutes = entry.words && Math.max(1, Math.round(entry.words / WORDS_A_MINUTE));
  const part = entry.readState === 'reading' && entry.progress > 0.01;
  const parts = [
    entry.site,
    entry.published && shortDay(entry.published),
    minutes && minutesLabel(minutes),
    part && `${Math.round(entry.progress * 100)} % read`,
    entry.tags.map((tag) => `#${tag}`).join(' '),
  ];
  return (
    <>
      {entry.starred && (
        <span class="star" role="img" aria-label="Starred">
          ★{' '}
        </span>
      )}
      {parts.filter(Boolean).join(' · ')}
    </>
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
