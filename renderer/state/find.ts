import { batch, computed, effect, signal } from '@preact/signals';
import type { ArticleId, TextSpan } from '../../electron/contract';
import { article } from './current';
import { focusText } from './focus';
import { type Folded, fold, occurrencesIn } from './fold';
import { jump } from './jump';
import { originalPieces } from './original';
import { view } from './view';

export const findOpen = signal(false);
export const findWords = signal('');
/** Counts how often Find was asked for: each time its field takes the focus and its words are selected. */
export const findAsked = signal(0);
/** Index of the hit the reader stands at. */
export const hitIndex = signal(0);

/** Most hits counted; beyond it the count is shown as "1,000+". */
export const MOST_HITS = 1000;
/** Longest selection that is taken over as words to find, in UTF-16 units. */
const LONGEST_TAKEN = 100;

interface Searched {
  id: string;
  folded: Folded;
}

function searched(pieces: readonly { id: string; text: string }[]): Searched[] {
  return pieces.map(({ id, text }) => ({ id, folded: fold(text) }));
}

/** Folded once for each text, and only while Find is open. */
const cleanedText = computed(() => searched(article.value?.blocks ?? []));
const originalText = computed(() => searched(originalPieces.value));
const removedText = computed(() => searched((article.value?.removals ?? []).flatMap(({ blocks }) => blocks)));

function spansIn(pieces: readonly Searched[], words: string): TextSpan[] {
  const found: TextSpan[] = [];
  for (const { id, folded } of pieces) {
    for (const hit of occurrencesIn(folded, words, MOST_HITS - found.length))
      found.push({ block: id, ...hit });
    if (found.length >= MOST_HITS) break;
  }
  return found;
}

/** Spans that a search of the library found in an article; they stand for Find's own until other words are typed. */
const given = signal<{ article: ArticleId; spans: readonly TextSpan[] } | null>(null);

/** Opens Find on the spans that a search of the library found, without taking the focus. */
export function giveHits(id: ArticleId, words: string, spans: readonly TextSpan[]): void {
  batch(() => {
    given.value = { article: id, spans };
    findWords.value = words;
    hitIndex.value = 0;
    findOpen.value = true;
  });
}

/** Every span of the text in view that has the words, in reading order; see `fold` for what makes no difference. */
export const hits = computed<TextSpan[]>(() => {
  if (!findOpen.value) return [];
  const fromSearch = given.value;
  if (fromSearch && fromSearch.article === article.value?.source.hash && view.value === 'cleaned') {
    return fromSearch.spans.slice(0, MOST_HITS);
  }
  return spansIn(view.value === 'original' ? originalText.value : cleanedText.value, findWords.value);
});

/** How often the words stand in what cleaning took out. */
export const removedHits = computed(() => {
  if (!findOpen.value || view.value === 'original') return 0;
  return spansIn(removedText.value, findWords.value).length;
});

/** Another text has hits of its own. */
effect(() => {
  hitIndex.value = Math.min(hitIndex.peek(), Math.max(0, hits.value.length - 1));
});

/** Opens Find, or comes back to it; words selected in the text are the ones to find. */
export function openFind(): void {
  const selected = getSelection()?.toString().trim() ?? '';
  if (selected && selected.length <= LONGEST_TAKEN && !selected.includes('\n')) findWords.value = selected;
  findOpen.value = true;
  findAsked.value += 1;
}

export function setFindWords(words: string): void {
  given.value = null;
  findWords.value = words;
  hitIndex.value = 0;
  showHit();
}

/** @param step +1 next, -1 previous; goes round at the ends. Opens Find when it is closed. */
export function walkHits(step: 1 | -1): void {
  if (!findOpen.value) {
    openFind();
    return;
  }
  const count = hits.value.length;
  if (count === 0) return;
  hitIndex.value = (hitIndex.value + step + count) % count;
  showHit();
}

/** The reader goes on reading at the hit. */
export function closeFind(): void {
  findOpen.value = false;
  focusText();
}

function showHit(): void {
  const span = hits.value[hitIndex.value];
  if (span) jump.value = { span, flash: false, keepFocus: true };
}
