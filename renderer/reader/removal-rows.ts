import type { Article, Removal } from '../../electron/contract';
import { type RemovalRun, runsOf } from '../state/removal-runs';
import { removalWords } from './removal-words';

/** Removals that stand between the same two blocks are one row. */
export function groupRemovals(removals: readonly Removal[]): Map<string | null, Removal[]> {
  const groups = new Map<string | null, Removal[]>();
  for (const removal of removals) {
    const group = groups.get(removal.after);
    if (group) group.push(removal);
    else groups.set(removal.after, [removal]);
  }
  return groups;
}

/**
 * Puts a hairline row wherever something was taken out; `expanded` names the rows that show their text. One row at
 * each step, for a page may have thousands.
 * @param elementOf the element of a block, or undefined
 */
export function* insertRemovals(
  root: HTMLElement,
  article: Article,
  expanded: ReadonlySet<string>,
  elementOf: (block: string) => HTMLElement | undefined,
): Generator<void> {
  for (const [after, removals] of groupRemovals(article.removals)) {
    const row = removalRow(after ?? '', removals, expanded.has(after ?? '') || expanded.has('*'));
    const anchor = after === null ? undefined : elementOf(after);
    if (anchor) anchor.after(row);
    else root.prepend(row);
    yield;
  }
}

/** Around an article hundreds of lines may be gone: their text is built when the row is opened. */
function removalRow(key: string, removals: readonly Removal[], open: boolean): HTMLElement {
  const row = document.createElement('details');
  row.className = 'removal';
  row.dataset.after = key;
  const summary = document.createElement('summary');
  summary.textContent = removalWords(removals);
  row.append(summary);
  const fill = () => row.append(...runsOf(removals).map(removedRun));
  if (open) fill();
  else row.addEventListener('toggle', fill, { once: true });
  row.open = open;
  return row;
}

function removedRun({ blocks, rules }: RemovalRun): HTMLElement {
  const item = document.createElement('div');
  item.className = 'removed-text';
  const text = document.createElement('p');
  text.dir = 'auto';
  text.textContent = textOf(blocks);
  const why = document.createElement('small');
  why.textContent = rules.slice(0, 3).join('; ');
  const back = document.createElement('button');
  back.type = 'button';
  back.textContent = 'Put back';
  back.dataset.restore = blocks.map(({ id }) => id).join(' ');
  item.append(text, why, back);
  return item;
}

function textOf(blocks: RemovalRun['blocks']): string {
  return blocks.flatMap(({ text }) => text || []).join('\n') || '(no text)';
}
