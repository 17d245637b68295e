import { useSignal } from '@preact/signals';
import type { AppError, WayOut } from '../electron/contract';
import { cancelWork, decide, openFile, openFound, openPath, progress } from './state/article';
import { ask, dismissFailure, failure } from './state/bridge';
import { secondsLeft } from './state/time-left';
import { EncodingSelect } from './ui/encoding-select';

const stageWords = {
  read: 'Reading',
  clean: 'Cleaning',
  language: 'Reading the sentences',
  entities: 'Finding names',
  timeline: 'Finding dates',
} as const;

/** Work under way, or what went wrong, above the article. */
export function Notice() {
  if (failure.value) return <Failure error={failure.value} />;
  const work = progress.value;
  if (!work) return null;
  return (
    <div class="notice work" role="status">
      <span>{stageWords[work.stage]}…</span>
      <progress
        max={work.total || undefined}
        value={work.total ? work.done : undefined}
        aria-label={stageWords[work.stage]}
      />
      <span class="count" aria-hidden="true">
        {work.total > 1 && `${work.done.toLocaleString('en')} of ${work.total.toLocaleString('en')}`}
        {(secondsLeft.value ?? 0) > 2 && ` · about ${secondsLeft.value} s left`}
      </span>
      <button type="button" class="plain" onClick={() => void cancelWork()}>
        Cancel
      </button>
    </div>
  );
}

const wayWords: Record<WayOut, string> = {
  'choose-another': 'Open another file…',
  'open-as-text': 'Open as plain text',
  'show-text-only': 'Open as text only',
  'show-whole': 'Show the whole article',
  'choose-encoding': 'Choose the encoding…',
  'try-again': 'Try again',
  'show-in-folder': 'Show in folder',
  'restore-backup': 'Restore a backup…',
  'rebuild-library': 'Rebuild the library',
  'choose-library': 'Choose another folder…',
  'copy-details': 'Copy details',
};

function Failure({ error }: { error: AppError }) {
  const choosing = useSignal(false);
  return (
    <div class="notice failure" role="alert">
      <p>
        {error.file && <strong>{error.file.split(/[\\/]/).at(-1)}</strong>} {error.cause}
      </p>
      <p>{error.advice}</p>
      {choosing.value && (
        <p>
          <EncodingSelect
            encoding={null}
            onChoose={(encoding) => {
              choosing.value = false;
              void decide({ encoding });
            }}
          />
        </p>
      )}
      <div class="row">
        {error.waysOut.map((way) => (
          <button
            key={way}
            type="button"
            onClick={() => {
              if (way === 'choose-encoding') choosing.value = true;
              else void take(way, error);
            }}
          >
            {wayWords[way]}
          </button>
        ))}
        <button type="button" class="plain" onClick={dismissFailure}>
          Dismiss
        </button>
      </div>
    </div>
  );
}

async function take(way: Exclude<WayOut, 'choose-encoding'>, error: AppError): Promise<void> {
  const path = error.file ?? openPath.value;
  switch (way) {
    case 'choose-another':
      await openFound(await ask('files.choose', { folder: false }));
      return;
    case 'open-as-text':
      await decide({ format: 'text' });
      return;
    case 'try-again':
      if (path) await openFile(path);
      return;
    case 'show-text-only':
      if (path) await openFile(path, 'text');
      return;
    case 'show-whole':
      if (path) await openFile(path, 'whole');
      return;
    case 'show-in-folder':
      if (path) await ask('file.show', { path });
      return;
    case 'copy-details':
      await ask('clipboard.write', {
        text: [error.code, error.file, error.cause, error.details].filter(Boolean).join('\n'),
      });
  }
}
