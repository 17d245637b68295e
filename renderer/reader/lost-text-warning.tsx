import { article } from '../state/current';
import { showRemoved } from '../state/removals';
import { view } from '../state/view';

/** Above this share of the text taken out, the reader is told (see the design's expectations of cleaning). */
const MUCH = 1 / 3;

export function LostTextWarning() {
  const share = article.value?.removedShare ?? 0;
  if (share <= MUCH) return null;
  return (
    <p class="warning" role="status">
      Cleaning took out {Math.round(share * 100)} % of this file’s text.{' '}
      <button type="button" class="plain" onClick={showRemoved}>
        Show what was removed
      </button>{' '}
      <button
        type="button"
        class="plain"
        onClick={() => {
          view.value = 'original';
        }}
      >
        See the original
      </button>
    </p>
  );
}
