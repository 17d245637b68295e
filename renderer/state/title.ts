import { effect } from '@preact/signals';
import { ask } from './bridge';
import { article } from './current';

/** The window, and a PDF made of it, carry the article's title; main learns whether there is an article at all. */
export function tellTitle(): void {
  effect(() => {
    const shown = article.value;
    const title = shown ? (shown.title?.value ?? shown.source.name) : '';
    document.title = title || 'Dateline';
    void ask('window.shows', { article: shown?.source.hash ?? null, title: title.slice(0, 10_000) });
  });
}
