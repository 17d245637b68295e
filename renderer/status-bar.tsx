import { connections } from './state/app';
import { decide, readingMinutes } from './state/article';
import { corrections } from './state/corrections';
import { analysis, article } from './state/current';
import { dialog } from './state/dialogs';
import { readingProgress } from './state/jump';
import { removedBlocks, removedWords, restored, showRemoved, takeOutAgain } from './state/removals';
import { KindSelect } from './ui/kind-select';
import { minutesLabel } from './ui/minutes';
import { plural } from './ui/plural';

/** What is on the page, in numbers; and that nothing left the machine. */
export function StatusBar() {
  const paragraphs = article.value?.blocks.filter((block) => block.kind === 'paragraph').length ?? 0;
  // Nothing was looked for in another language: no number is more honest than 0.
  const found = analysis.value?.support.state === 'supported' ? analysis.value : null;
  // What a person decided and the text holds no more is told, never silently dropped.
  const lost = corrections.value.filter(({ id }) => analysis.value?.unapplied.includes(id)).length;
  const removed = removedBlocks.value.length;
  return (
    <footer class="status">
      <b
        class={connections.value === 0 ? '' : 'alarm'}
        title="Attempts to reach the network since the start; all are refused."
      >
        {plural(connections.value, 'connection')}
      </b>
      {article.value?.kind && (
        <KindSelect kind={article.value.kind} onChoose={(kind) => void decide({ kind })} />
      )}
      {article.value && <span>{plural(paragraphs, 'paragraph')}</span>}
      {article.value &&
        (removed > 0 ? (
          <button
            type="button"
            class="plain"
            onClick={showRemoved}
            title={`Show everything that was taken out: ${plural(removedWords.value, 'word')}`}
          >
            {plural(removed, 'line')} removed
          </button>
        ) : (
          <span>nothing removed</span>
        ))}
      {restored.value.length > 0 && (
        <button type="button" class="plain" onClick={takeOutAgain} title="Take them out of the text again">
          {restored.value.length} put back
        </button>
      )}
      {corrections.value.length > 0 && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            dialog.value = 'corrections';
          }}
          title="Show what you corrected, and take it back"
        >
          {plural(corrections.value.length, 'correction')}
          {lost > 0 && <b class="alarm">{`, ${lost.toLocaleString('en')} without effect`}</b>}
        </button>
      )}
      {found && <span>{plural(found.entities.length, 'entity', 'entities')}</span>}
      {found && <span>{plural(found.events.filter((event) => event.time).length, 'event')}</span>}
      {article.value && <span class="left">{leftWords()}</span>}
    </footer>
  );
}

function leftWords(): string {
  const minutes = Math.ceil(readingMinutes.value * (1 - readingProgress.value));
  return minutes === 0 ? 'read to the end' : `${minutesLabel(minutes)} left`;
}
