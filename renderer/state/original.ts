import { computed, effect, signal } from '@preact/signals';
import type { Article } from '../../electron/contract';
import { ask } from './bridge';
import { article } from './current';
import { showSource, view } from './view';

/** A piece of the original text; `removed` where cleaning took it out. */
export interface Piece {
  id: string;
  text: string;
  removed: boolean;
}

/** Formats whose file holds markup around the text. */
const markedUp: readonly Article['detected']['format'][] = ['html', 'mhtml', 'epub'];

/** True where the file's text is one thing and its source another. */
export const hasSource = computed(() => {
  const shown = article.value;
  return shown !== null && markedUp.includes(shown.detected.format);
});

/** Everything the file says in its own order: what was kept, and what was removed at the place it stood. */
export function wholeText({ blocks, removals }: Pick<Article, 'blocks' | 'removals'>): Piece[] {
  const behind = new Map<string | null, Piece[]>();
  for (const { after, blocks: taken } of removals) {
    const pieces = taken.map(({ id, text }) => ({ id, text, removed: true }));
    const known = behind.get(after);
    if (known) known.push(...pieces);
    else behind.set(after, pieces);
  }
  return [
    ...(behind.get(null) ?? []),
    ...blocks.flatMap(({ id, text }) => [{ id, text, removed: false }, ...(behind.get(id) ?? [])]),
  ].filter(({ text }) => text.trim() !== '');
}

/** True while the text is shown that the file holds, not the article's own blocks. */
const showsFile = computed(() => view.value === 'original' && (!hasSource.value || showSource.value));

/** The decoded text of the open file, asked for when it is looked at. */
const fileText = signal('');

effect(() => {
  const shown = article.value;
  if (!showsFile.value || !shown) {
    fileText.value = '';
    return;
  }
  void ask('article.original', { article: shown.source.hash }).then((text) => {
    if (article.value === shown) fileText.value = text ?? '';
  });
});

/** What the Original view shows and Find searches in it. */
export const originalPieces = computed<Piece[]>(() => {
  const shown = article.value;
  if (!shown) return [];
  if (hasSource.value && !showSource.value) return wholeText(shown);
  return [{ id: 'source', text: fileText.value, removed: false }];
});
