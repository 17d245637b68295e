import { useEffect, useRef } from 'preact/hooks';
import { openArticle } from '../state/article';
import { rows, total, wantRow } from '../state/library';
import { openHit } from '../state/library-panel';
import {
  activeRow,
  clearSelection,
  moveActive,
  moveToBin,
  selected,
  selectRange,
  toggleRead,
  toggleSelected,
  toggleStar,
} from '../state/library-selection';
import { settings } from '../state/settings';
import { LibraryRow } from './library-row';
import { useVirtualRows } from './use-virtual-rows';

/** What a row is taken to be high before it was built, CSS px: title and details, and two lines around a hit. */
const PLAIN = 66;
const WITH_SNIPPET = 104;

const steps: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** The articles of the library that a search has, as one stop of the Tab key. */
export function LibraryList({ bin }: { bin: boolean }) {
  const scroller = useRef<HTMLDivElement>(null);
  const snippets = [...rows.value.values()].some(({ snippet }) => snippet !== null);
  const height = snippets ? WITH_SNIPPET : PLAIN;
  const { items, size, show, measure } = useVirtualRows(total.value, height, scroller);
  const active = Math.min(activeRow.value, total.value - 1);
  useEffect(() => {
    for (const { index } of items) wantRow(index);
  });
  return (
    <div
      class="library-list"
      role="listbox"
      aria-label="Library"
      aria-multiselectable="true"
      aria-activedescendant={rows.value.has(active) ? rowId(active) : undefined}
      tabIndex={0}
      ref={scroller}
      onKeyDown={(event) => {
        if (onKey(event, bin)) show(activeRow.value);
      }}
    >
      <div style={{ height: `${size}px` }} class="rows-in-all" role="presentation">
        {items.map(({ index, start }) => {
          const hit = rows.value.get(index);
          return (
            hit && (
              <LibraryRow
                key={hit.entry.article}
                id={rowId(index)}
                hit={hit}
                slot={{ top: start, index, count: total.value, measure }}
                active={index === active}
                selected={selected.value.has(hit.entry.article)}
                current={hit.entry.article === openArticle.value}
                onPress={(event) => press(event, index)}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

const rowId = (index: number) => `library-row-${index}`;

function press(event: MouseEvent, index: number): void {
  if (event.shiftKey) selectRange(index);
  else if (event.ctrlKey || event.metaKey) toggleSelected(index);
  else {
    clearSelection();
    activeRow.value = index;
    const hit = rows.value.get(index);
    if (hit) void openHit(hit);
  }
}

/** @returns true when the key was meant for the list */
function onKey(event: KeyboardEvent, bin: boolean): boolean {
  const step = steps[event.key];
  const done = step === undefined ? act(event, bin) : !event.altKey;
  if (!done) return false;
  if (step !== undefined) moveActive(step, event.shiftKey);
  event.preventDefault();
  return true;
}

function act(event: KeyboardEvent, bin: boolean): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === 'Enter') {
    const hit = rows.value.get(activeRow.value);
    if (hit) void openHit(hit);
  } else if (event.key === ' ') toggleSelected(activeRow.value);
  else if (event.key === 'Escape' && selected.value.size > 0) clearSelection();
  else if (event.key === 'Delete') void moveToBin(!bin);
  else return settings.value.singleKeys && letter(event.key.toLowerCase());
  return true;
}

function letter(key: string): boolean {
  if (key === 's') void toggleStar();
  else if (key === 'r') void toggleRead();
  else if (key === 't' || key === 'e') {
    document.querySelector<HTMLElement>(`.library-actions [data-key="${key}"]`)?.click();
  } else return false;
  return true;
}
