import { useSignal } from '@preact/signals';
import { putBack } from '../state/article';
import { goToSpan } from '../state/choice';
import { article } from '../state/current';
import { dialog } from '../state/dialogs';
import type { RemovalRun } from '../state/removal-runs';
import { listedRuns, putAllBack, removalFilter, removedBlocks, removedWords } from '../state/removals';
import { plural } from '../ui/plural';
import { reasonWords } from './removal-words';

/** Runs shown at once; a page may be made of thousands of small ones. */
const STEP = 60;
/** UTF-16 units of a run that are shown before it is opened. */
const PREVIEW = 320;

/** Everything that is not in the text, the largest first: it can be searched, looked at and put back. */
export function Removed() {
  const limit = useSignal(STEP);
  const runs = listedRuns.value;
  return (
    <>
      <p>
        {plural(removedBlocks.value.length, 'line')} with {plural(removedWords.value, 'word')}{' '}
        {removedBlocks.value.length === 1 ? 'was' : 'were'} taken out of the text, the largest parts first.
      </p>
      <div class="row">
        <input
          type="search"
          aria-label="Find in what was removed"
          placeholder="Find in what was removed"
          value={removalFilter.value}
          onInput={(event) => {
            removalFilter.value = event.currentTarget.value;
          }}
        />
        <button type="button" disabled={removedBlocks.value.length === 0} onClick={putAllBack}>
          Put back all
        </button>
      </div>
      <ul class="removed-runs">
        {runs.slice(0, limit.value).map((run) => (
          <Run key={run.id} run={run} />
        ))}
        {runs.length === 0 && <li class="none">{emptyWords()}</li>}
      </ul>
      {runs.length > limit.value && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            limit.value += STEP;
          }}
        >
          {plural(runs.length - limit.value, 'more part')}
        </button>
      )}
    </>
  );
}

function emptyWords(): string {
  return removalFilter.value.trim() ? 'Nothing removed has these words.' : 'Nothing is removed.';
}

function Run({ run }: { run: RemovalRun }) {
  const whole = useSignal(false);
  const text = run.blocks.flatMap((block) => block.text || []).join('\n') || '(no text)';
  const cut = !whole.value && text.length > PREVIEW;
  return (
    <li>
      <p dir="auto">{cut ? `${text.slice(0, PREVIEW).trimEnd()}…` : text}</p>
      <div class="row">
        <small title={run.rules.join('; ')}>
          {reasonWords[run.reason]} · {plural(run.words, 'word')}
        </small>
        {cut && (
          <button
            type="button"
            class="plain"
            onClick={() => {
              whole.value = true;
            }}
          >
            Show all of it
          </button>
        )}
        <button type="button" class="plain" onClick={() => showPlace(run)}>
          Go to its place
        </button>
        <button type="button" onClick={() => void putBack(run.blocks.map(({ id }) => id))}>
          Put back
        </button>
      </div>
    </li>
  );
}

/** Where it stood: behind the block before it, or at the very beginning. */
function showPlace({ after }: RemovalRun): void {
  const block = after ?? article.value?.blocks[0]?.id;
  dialog.value = null;
  if (block) goToSpan({ block, start: 0, end: 1 });
}
