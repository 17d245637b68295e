import { computed, signal } from '@preact/signals';
import type { TextSpan } from '../../electron/contract';
import { article } from './current';
import { jump } from './jump';

export const findOpen = signal(false);
export const findWords = signal('');
/** Index of the hit the reader stands at. */
export const hitIndex = signal(0);

/** Most hits counted; beyond it the count is shown as "1,000+". */
export const MOST_HITS = 1000;

/** Every place in the cleaned article that has the words, without regard to case, in reading order. */
export const hits = computed<TextSpan[]>(() => {
  const wanted = findWords.value.trim();
  if (!findOpen.value || wanted === '') return [];
  const pattern = new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'), 'giu');
  const found: TextSpan[] = [];
  for (const block of article.value?.blocks ?? []) {
    for (const match of block.text.matchAll(pattern)) {
      found.push({ block: block.id, start: match.index, end: match.index + match[0].length });
      if (found.length >= MOST_HITS) return found;
    }
  }
  return found;
});

export function setFindWords(words: string): void {
  findWords.value = words;
  hitIndex.value = 0;
  showHit();
}

/** @param step +1 next, -1 previous; goes round at the ends. */
export function walkHits(step: 1 | -1): void {
  const count = hits.value.length;
  if (count === 0) return;
  hitIndex.value = (hitIndex.value + step + count) % count;
  showHit();
}

export function closeFind(): void {
  findOpen.value = false;
}

function showHit(): void {
  const span = hits.value[hitIndex.value];
  if (span) jump.value = { span, flash: false, keepFocus: true };
}
