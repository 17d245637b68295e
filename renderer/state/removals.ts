import { computed, signal } from '@preact/signals';
import type { Removal } from '../../electron/contract';
import { article } from './current';

/** Keys of the rows whose removed text is open: the block they stand behind, or `*` for all of them. */
export const openRemovals = signal<ReadonlySet<string>>(new Set());

/** A page's navigation and hidden text are kept, but are not lines that a reader misses. */
export const isShown = (removal: Removal): boolean =>
  removal.reason !== 'outside' && removal.reason !== 'hidden';

export const shownRemovals = computed(() => (article.value?.removals ?? []).filter(isShown));

export function toggleAllRemovals(): void {
  openRemovals.value = new Set(openRemovals.value.has('*') ? [] : ['*']);
}
