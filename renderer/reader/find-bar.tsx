import {
  closeFind,
  findOpen,
  findWords,
  hitIndex,
  hits,
  MOST_HITS,
  setFindWords,
  walkHits,
} from '../state/find';
import { Icon } from '../ui/icon';

/** Find in the article, at the top of the column. */
export function FindBar() {
  if (!findOpen.value) return null;
  const count = hits.value.length;
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') closeFind();
    if (event.key === 'Enter') walkHits(event.shiftKey ? -1 : 1);
  };
  return (
    <search class="find-bar">
      <input
        type="search"
        aria-label="Find in article"
        placeholder="Find in article"
        autofocus
        ref={(element) => element?.focus()}
        value={findWords.value}
        onInput={(event) => setFindWords(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <span role="status">{countWords(count)}</span>
      <button type="button" aria-label="Previous" disabled={count === 0} onClick={() => walkHits(-1)}>
        <Icon name="up" />
      </button>
      <button type="button" aria-label="Next" disabled={count === 0} onClick={() => walkHits(1)}>
        <Icon name="down" />
      </button>
      <button type="button" aria-label="Close find" onClick={closeFind}>
        <Icon name="close" />
      </button>
    </search>
  );
}

function countWords(count: number): string {
  if (findWords.value.trim() === '') return '';
  if (count === 0) return 'Not found';
  const all = count >= MOST_HITS ? `${MOST_HITS.toLocaleString('en')}+` : String(count);
  return `${hitIndex.value + 1} of ${all}`;
}
