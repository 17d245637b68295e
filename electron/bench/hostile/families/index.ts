import type { Family } from './family';
import { MARKDOWN } from './markdown';
import { PACKAGES, PDFS } from './packages';
import { PAGES } from './pages';
import { TEXTS } from './texts';

export type { Family } from './family';

/** Every kind of heavy file that once stopped, crashed or slowed the app, or might. Add one to its format's list. */
export const FAMILIES: readonly Family[] = [...PAGES, ...MARKDOWN, ...TEXTS, ...PACKAGES, ...PDFS];

export function fileName({ name, ending }: Family): string {
  return `${ending.slice(1)}-${name}${ending}`;
}
