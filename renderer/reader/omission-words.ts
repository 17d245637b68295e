import type { Omission } from '../../electron/contract';

/** What of a block or article is not shown, in plain words, and where it is. */
export function omissionWords({ what, count }: Omission): string {
  const other = count === null ? 'The other' : `The other ${count.toLocaleString('en')}`;
  switch (what) {
    case 'rows':
    case 'columns':
      return `${other.replace('The', 'The table’s')} ${count === 1 ? what.slice(0, -1) : what} ${count === 1 ? 'is' : 'are'} in Original.`;
    case 'items':
      return 'The list goes on in Original.';
    case 'blocks':
      return 'The article goes on in Original: it is longer than Dateline shows.';
    case 'marks':
      return 'From here on, links and formatting are not shown.';
  }
}

/** The line that says so, with a way there. Not part of the article's text. */
export function omissionNotice(omitted: readonly Omission[]): HTMLElement {
  const notice = document.createElement('p');
  notice.className = 'omission';
  notice.append(`${omitted.map(omissionWords).join(' ')} `);
  const way = document.createElement('button');
  way.type = 'button';
  way.className = 'plain';
  way.dataset.original = '';
  way.textContent = 'Show Original';
  notice.append(way);
  return notice;
}
