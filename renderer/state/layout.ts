import { effect, signal } from '@preact/signals';
import { article } from './current';
import { jump } from './jump';
import { changeSettings, settings } from './settings';

/** The width below which library and panels no longer fit beside a readable column; the styles use the same. */
const query = matchMedia('(max-width: 999px)');

export const narrow = signal(query.matches);
query.addEventListener('change', () => {
  narrow.value = query.matches;
  drawerOpen.value = false;
});

/** A window with room for one thing at a time; the styles use the same. At 400 % zoom every window is one. */
const smallQuery = matchMedia('(max-width: 640px) and (max-height: 559px)');

export const small = signal(smallQuery.matches);
smallQuery.addEventListener('change', () => {
  small.value = smallQuery.matches;
});

/** What a small window shows. */
export const front = signal<'text' | 'panels'>('text');

/** What is gone to is shown: in a small window the text comes to the front. */
effect(() => {
  if (jump.value || article.value) front.value = 'text';
});

export function togglePanels(): void {
  if (small.value) front.value = front.value === 'text' ? 'panels' : 'text';
  else void changeSettings({ showPanels: !settings.value.showPanels });
}

/** In a narrow window the article list lies over the text, and only while it is asked for. */
export const drawerOpen = signal(false);

/** Opening an article puts the drawer away. */
effect(() => {
  if (article.value) drawerOpen.value = false;
});

/** Brings the list at the left into sight. */
export function showLibraryPanel(): void {
  if (narrow.value) drawerOpen.value = true;
  else if (!settings.value.showLibrary) void changeSettings({ showLibrary: true });
}

export function toggleLibrary(): void {
  if (narrow.value) drawerOpen.value = !drawerOpen.value;
  else void changeSettings({ showLibrary: !settings.value.showLibrary });
}
