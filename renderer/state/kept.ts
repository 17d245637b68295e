import { effect } from '@preact/signals';
import { ready } from './app';
import { openPaths } from './article';
import { ask } from './bridge';
import { analysis, article } from './current';

/** Main keeps which files stand open, so that they do after the next start. */
effect(() => {
  const paths = [...openPaths.value];
  if (ready.value) void ask('files.keepOpen', { paths });
});

/** Main names the window after what it shows, and offers in the menu what can be done with it. */
effect(() => {
  const shown = article.value?.source.hash ?? null;
  const analysed = analysis.value !== null;
  if (ready.value) void ask('window.shows', { article: shown, analysed });
});
