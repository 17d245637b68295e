import { effect } from '@preact/signals';
import { article } from './current';

/** A PDF made of the page carries the article's title; so does the page for assistive technology. */
effect(() => {
  const shown = article.value;
  document.title = (shown && (shown.title?.value ?? shown.source.name)) || 'Dateline';
});
