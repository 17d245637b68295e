import { useSignal, useSignalEffect } from '@preact/signals';
import type { ImportFailure, ImportProgress } from '../../electron/contract';
import { ask } from '../state/bridge';
import { libraryState } from '../state/library';
import { plural } from '../ui/plural';

/** Failures listed; the count says how many there are in all. */
const LISTED = 200;

/** How far taking files in has come, with its ways to stop it, and what could not be taken in. */
export function ImportStatus() {
  const progress = libraryState.value?.import;
  if (!progress) return null;
  return (
    <>
      {progress.state !== 'idle' && <Running progress={progress} />}
      {progress.failed > 0 && <Failures count={progress.failed} />}
    </>
  );
}

function Running({ progress }: { progress: ImportProgress }) {
  const done = progress.added + progress.known + progress.failed;
  const paused = progress.state === 'paused';
  return (
    <section class="importing" aria-label="Adding to the library">
      <p>{progress.trouble?.cause ?? stateWords(progress, done)}</p>
      <progress
        aria-label="Files taken in"
        max={Math.max(1, progress.total)}
        value={progress.state === 'looking' ? undefined : done}
      />
      <div class="row">
        <button type="button" onClick={() => control(paused ? 'resume' : 'pause')}>
          {paused ? 'Go on' : 'Pause'}
        </button>
        <button type="button" onClick={() => control('cancel')}>
          Cancel
        </button>
      </div>
    </section>
  );
}

function stateWords({ state, total, left }: ImportProgress, done: number): string {
  if (state === 'looking') return `Looking for articles: ${total.toLocaleString('en')} so far`;
  const count = `${done.toLocaleString('en')} of ${plural(total, 'file')}`;
  if (state === 'paused') return `Paused at ${count}`;
  return left === null ? count : `${count} · ${leftWords(left)}`;
}

/** @param left milliseconds */
function leftWords(left: number): string {
  const minutes = Math.round(left / 60_000);
  return minutes < 1 ? 'less than a minute left' : `about ${minutes} min left`;
}

function control(action: 'pause' | 'resume' | 'cancel'): void {
  void ask('library.importControl', { action });
}

function Failures({ count }: { count: number }) {
  const open = useSignal(false);
  const failures = useSignal<readonly ImportFailure[]>([]);
  useSignalEffect(() => {
    if (!open.value || (libraryState.value?.import.failed ?? 0) === 0) return;
    void ask('library.failures', { from: 0, count: LISTED }).then((page) => {
      if (page) failures.value = page.items;
    });
  });
  return (
    <div class="failed">
      <details
        onToggle={({ currentTarget }) => {
          open.value = currentTarget.open;
        }}
      >
        <summary>{plural(count, 'file')} could not be taken in</summary>
        <ul>
          {failures.value.map(({ path, error }) => (
            <li key={path} title={path}>
              <b>{path.split(/[\\/]/).at(-1)}</b> {error.cause} {error.advice}
            </li>
          ))}
        </ul>
        <div class="row">
          <button type="button" onClick={() => void ask('library.retry', { paths: null })}>
            Try again
          </button>
          <button type="button" onClick={() => void ask('library.dismiss', { paths: null })}>
            Dismiss
          </button>
        </div>
      </details>
    </div>
  );
}
