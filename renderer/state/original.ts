import { effect, signal } from '@preact/signals';
import { view } from './article';
import { ask } from './bridge';
import { article } from './current';

/** The decoded text of the open file, asked for when it is looked at. */
export const original = signal('');

effect(() => {
  const shown = article.value;
  if (view.value !== 'original' || !shown) {
    original.value = '';
    return;
  }
  void ask('article.original', { article: shown.source.hash }).then((text) => {
    if (article.value === shown) original.value = text ?? '';
  });
});
