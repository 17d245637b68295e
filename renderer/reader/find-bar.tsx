import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import {
  closeFind,
  findAsked,
  findOpen,
  findWords,
  hitIndex,
  hits,
  MOST_HITS,
  removedHits,
  setFindWords,
  walkHits,
} from '../state/find';
import { showRemoved } from '../state/removals';
import { Icon } from '../ui/icon';

/** Find in the article, at the top of the column. */
export function FindBar() {
  return findOpen.value ? <OpenBar /> : null;
}

function OpenBar() {
  const field = useRef<HTMLInputElement>(null);
  useSignalEffect(() => {
    if (findAsked.value > 0) field.current?.focus();
    field.current?.select();
  });
  const count = hits.value.length;
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') walkHits(event.shiftKey ? -1 : 1);
    if (event.key !== 'Escape') return;
    event.preventDefault();
    closeFind();
  };
  return (
    <search class="find-bar">
      <input
        type="search"
        aria-label="Find in article"
        placeholder="Find in article"
        ref={field}
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
      {removedHits.value > 0 && (
        <button type="button" class="plain" onClick={() => showRemoved(findWords.value)}>
          {removedHits.value.toLocaleString('en')} in what was removed
        </button>
      )}
      <button type="button" class="close" aria-label="Close find" onClick={closeFind}>
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
