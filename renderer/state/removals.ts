import { computed, effect, signal } from '@preact/signals';
import { decide, putBack } from './article';
import { ask } from './bridge';
import { analysis, article } from './current';
import { dialog } from './dialogs';
import { fold, occurrencesIn } from './fold';
import { readingSpan } from './jump';
import { countWords, largestAndNearest, runsOf } from './removal-runs';

/** Keys of the rows whose removed text is open: the block they stand behind, or `*` for all of them. */
export const openRemovals = signal<ReadonlySet<string>>(new Set());

const removals = computed(() => article.value?.removals ?? []);
export const removedBlocks = computed(() => removals.value.flatMap(({ blocks }) => blocks));

/** Words in all that was removed. */
export const removedWords = computed(() =>
  removedBlocks.value.reduce((sum, { text }) => sum + countWords(text), 0),
);

/** Shows only runs with these words; empty for all. */
export const removalFilter = signal('');

/** What was removed, as runs: the largest first, and of those about equally large the nearest to the place read. */
export const listedRuns = computed(() => {
  const order = new Map((article.value?.blocks ?? []).map(({ id }, index) => [id, index]));
  const indexOf = (block: string | null) => (block === null ? -1 : (order.get(block) ?? -1));
  const runs = runsOf(removals.value).filter((run) =>
    run.blocks.some(({ text }) => holds(text, removalFilter.value)),
  );
  return largestAndNearest(runs, indexOf, indexOf(readingSpan.peek()?.block ?? null));
});

function holds(text: string, words: string): boolean {
  return words.trim() === '' || occurrencesIn(fold(text), words, 1).length > 0;
}

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

export function putAllBack(): void {
  void putBack(removedBlocks.value.map(({ id }) => id));
}

export function takeOutAgain(): void {
  void decide({ restored: [] });
}

export function toggleAllRemovals(): void {
  openRemovals.value = new Set(openRemovals.value.has('*') ? [] : ['*']);
}

/** Opens the list of everything that was removed. @param words only what has them */
export function showRemoved(words: unknown = ''): void {
  removalFilter.value = typeof words === 'string' ? words : '';
  dialog.value = 'removed';
}
