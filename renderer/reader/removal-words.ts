import type { Removal, RemovalReason } from '../../electron/contract';

/** What a reader calls the reasons. */
export const reasonWords: Record<RemovalReason, string> = {
  advertisement: 'advertisement',
  share: 'share buttons',
  navigation: 'navigation',
  newsletter: 'newsletter box',
  related: 'related links',
  byline: 'byline',
  credit: 'credit',
  caption: 'caption left behind',
  date: 'date line',
  comments: 'comments',
  cookies: 'cookie notice',
  boilerplate: 'boilerplate',
  duplicate: 'repeated text',
  title: 'title repeated',
  site: 'site name',
  hidden: 'hidden text',
  pageFurniture: 'page header or footer',
  outside: 'outside the article',
};

/** "1 line removed: advertisement"; "3 lines removed: share buttons, byline". */
export function removalWords(removals: readonly Removal[]): string {
  const reasons = [...new Set(removals.map((removal) => reasonWords[removal.reason]))];
  const count = removals.reduce((sum, { blocks }) => sum + blocks.length, 0);
  const shown = reasons.length > 3 ? `${reasons.slice(0, 3).join(', ')} and more` : reasons.join(', ');
  return `${count.toLocaleString('en')} ${count === 1 ? 'line' : 'lines'} removed: ${shown}`;
}
