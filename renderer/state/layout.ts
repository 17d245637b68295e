import { effect, signal } from '@preact/signals';
import { article } from './current';
import { changeSettings, settings } from './settings';

/** The width below which library and panels no longer fit beside a readable column; the styles use the same. */
const query = matchMedia('(max-width: 999px)');

export const narrow = signal(query.matches);
query.addEventListener('change', () => {
  narrow.value = query.matches;
  drawerOpen.value = false;
});

/** In a narrow window the article list lies over the text, and only while it is asked for. */
export const drawerOpen = signal(false);

/** Opening an article puts the drawer away. */
effect(() => {
  if (article.value) drawerOpen.value = false;
});

export function toggleLibrary(): void {
  if (narrow.value) drawerOpen.value = !drawerOpen.value;
  else void changeSettings({ showLibrary: !settings.value.showLibrary });
}
