import type { Article, Removal } from '../../electron/contract';
import { isShown } from '../state/removals';
import { removalWords } from './removal-words';

/** Removals that stand between the same two blocks are one row. */
export function groupRemovals(removals: readonly Removal[]): Map<string | null, Removal[]> {
  const groups = new Map<string | null, Removal[]>();
  for (const removal of removals) {
    if (!isShown(removal)) continue;
    const group = groups.get(removal.after);
    if (group) group.push(removal);
    else groups.set(removal.after, [removal]);
  }
  return groups;
}

/** Puts a hairline row wherever cleaning took something out; `expanded` names the rows that show their text. */
export function placeRemovals(root: HTMLElement, article: Article, expanded: ReadonlySet<string>): void {
  for (const [after, removals] of groupRemovals(article.removals)) {
    const row = removalRow(after ?? '', removals, expanded.has(after ?? '') || expanded.has('*'));
    const anchor = after === null ? null : root.querySelector(`[data-block="${CSS.escape(after)}"]`);
    if (anchor) anchor.after(row);
    else root.prepend(row);
  }
}

function removalRow(key: string, removals: readonly Removal[], open: boolean): HTMLElement {
  const row = document.createElement('details');
  row.className = 'removal';
  row.open = open;
  row.dataset.after = key;
  const summary = document.createElement('summary');
  summary.textContent = removalWords(removals);
  row.append(summary, ...removals.map(removedText));
  return row;
}

function removedText(removal: Removal): HTMLElement {
  const item = document.createElement('div');
  item.className = 'removed-text';
  const text = document.createElement('p');
  text.textContent = removal.blocks.map((block) => block.text).join('\n') || '(no text)';
  const why = document.createElement('small');
  why.textContent = removal.rule;
  const back = document.createElement('button');
  back.type = 'button';
  back.textContent = 'Put back';
  back.dataset.restore = removal.blocks.map(({ id }) => id).join(' ');
  item.append(text, why, back);
  return item;
}
