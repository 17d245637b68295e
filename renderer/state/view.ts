import { signal } from '@preact/signals';

/** Which text of the article is in sight. */
export const view = signal<'cleaned' | 'original'>('cleaned');
/** The original as the text of the page, or as the source it was read from. */
export const showSource = signal(false);

/** Shows the file's own text, which has what the article leaves out. */
export function showWholeSource(): void {
  showSource.value = true;
  view.value = 'original';
}
