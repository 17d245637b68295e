import { signal } from '@preact/signals';
import type { ArticleId, LibraryChange } from '../../electron/contract';
import { ask } from './bridge';
import { loadedRow, rows, total } from './library';
import { offerUndo } from './undo';

/** Index of the row that the keys act on. */
export const activeRow = signal(0);
/** Articles selected beside it. */
export const selected = signal<ReadonlySet<ArticleId>>(new Set());
/** Where a range began. */
let anchor = 0;

const idAt = (index: number) => rows.peek().get(index)?.entry.article;

/** @param step rows to go down, negative up; stays within the list. @param range selects what is passed */
export function moveActive(step: number, range: boolean): void {
  const to = Math.min(Math.max(0, activeRow.value + step), Math.max(0, total.value - 1));
  if (!range) anchor = to;
  activeRow.value = to;
  if (range) selectRange(to);
}

/** Selects from where the last single choice was made to this row. */
export function selectRange(to: number): void {
  const [first, last] = [Math.min(anchor, to), Math.max(anchor, to)];
  const ids = Array.from({ length: last - first + 1 }, (_, offset) => idAt(first + offset));
  selected.value = new Set(ids.filter((id) => id !== undefined));
  activeRow.value = to;
}

export function toggleSelected(index: number): void {
  const id = idAt(index);
  if (id === undefined) return;
  const next = new Set(selected.value);
  if (!next.delete(id)) next.add(id);
  selected.value = next;
  activeRow.value = index;
  anchor = index;
}

export function clearSelection(): void {
  selected.value = new Set();
}

/** Another list begins at its top, with nothing selected. */
export function narrow(change: () => void): void {
  change();
  clearSelection();
  activeRow.value = 0;
}

/** What an action is done to: the selected articles, or else the active one. */
export function chosenArticles(): ArticleId[] {
  if (selected.value.size > 0) return [...selected.value];
  const id = idAt(activeRow.value);
  return id === undefined ? [] : [id];
}

/** Starred when one of them is not, else the star is taken away; the same rule for read. */
export function toggleStar(): Promise<void> {
  const on = chosenArticles().some((id) => loadedRow(id)?.entry.starred !== true);
  return change({ kind: 'star', on }, on ? 'Starred' : 'Star taken away');
}

export function toggleRead(): Promise<void> {
  const read = chosenArticles().some((id) => loadedRow(id)?.entry.readState !== 'read');
  return change(
    { kind: 'readState', state: read ? 'read' : 'unread' },
    read ? 'Marked read' : 'Marked unread',
  );
}

export function tagChosen(tag: string, on: boolean): Promise<void> {
  return change({ kind: 'tag', tag, on }, on ? `Tagged “${tag}”` : `Tag “${tag}” taken away`);
}

export async function moveToBin(on: boolean): Promise<void> {
  await change({ kind: 'bin', on }, on ? 'Moved to the bin' : 'Put back');
  clearSelection();
}

async function change(made: LibraryChange, words: string): Promise<void> {
  const articles = chosenArticles();
  if (articles.length === 0) return;
  const done = await ask('library.change', { articles, change: made });
  if (!done || done.changed.length === 0) return;
  const count = done.changed.length;
  offerUndo(
    `${words}${count === 1 ? '' : `: ${count.toLocaleString('en')} articles`}.`,
    () => void ask('library.undo', { undo: done.undo }),
  );
}
