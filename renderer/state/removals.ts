import { computed, effect, signal } from '@preact/signals';
import type { Removal } from '../../electron/contract';
import { decide } from './article';
import { ask } from './bridge';
import { analysis, article } from './current';

/** Keys of the rows whose removed text is open: the block they stand behind, or `*` for all of them. */
export const openRemovals = signal<ReadonlySet<string>>(new Set());

/** A page's navigation and hidden text are kept, but are not lines that a reader misses. */
export const isShown = (removal: Removal): boolean =>
  removal.reason !== 'outside' && removal.reason !== 'hidden';

export const shownRemovals = computed(() => (article.value?.removals ?? []).filter(isShown));

/** Ids of removed blocks that the person put back into the text. */
export const restored = signal<readonly string[]>([]);

/** Main keeps what was put back; a new analysis is the sign that it may have changed. */
effect(() => {
  const id = analysis.value?.article;
  if (!id) restored.value = [];
  else
    void ask('article.decisions', { article: id }).then((kept) => {
      if (kept && article.value?.source.hash === id) restored.value = kept.restored;
    });
});

export function takeOutAgain(): void {
  void decide({ restored: [] });
}

export function toggleAllRemovals(): void {
  openRemovals.value = new Set(openRemovals.value.has('*') ? [] : ['*']);
}
