import { useSignalEffect } from '@preact/signals';
import type { LibraryEntry } from '../../electron/contract';
import { openFound } from '../state/article';
import { ask } from '../state/bridge';
import { fillShelves, type HomeShelf, libraryRevision, shelves, showAll } from '../state/home';
import { libraryState } from '../state/library';
import { openEntry, searchLibrary } from '../state/library-panel';
import { WORDS_A_MINUTE } from '../state/reading-speed';
import { minutesLabel } from '../ui/minutes';
import { plural } from '../ui/plural';
import { entryDetails } from './entry-details';

/** The start page of a library that holds something: where one was, and what waits. */
export function LibraryHome() {
  useSignalEffect(() => {
    if (libraryRevision.value !== null) void fillShelves();
  });
  const state = libraryState.value;
  return (
    <main class="home" aria-label="Start">
      <header>
        <h1>
          Your library
          {state && <small>{plural(state.entries, 'article')}</small>}
        </h1>
        <div class="row">
          <button type="button" onClick={searchLibrary}>
            Search the library
          </button>
          <button type="button" class="primary" onClick={() => void open()}>
            Open articles…
          </button>
        </div>
      </header>
      {shelves.value?.map((shelf) => (
        <Shelf key={shelf.name} shelf={shelf} />
      ))}
    </main>
  );
}

async function open(): Promise<void> {
  await openFound(await ask('files.choose', { folder: false }));
}

function Shelf({ shelf }: { shelf: HomeShelf }) {
  const { name, title, entries, total } = shelf;
  return (
    <section aria-labelledby={`shelf-${name}`}>
      <div class="shelf-head">
        <h2 id={`shelf-${name}`}>{title}</h2>
        {total > entries.length && (
          <button type="button" class="plain" onClick={() => showAll(name)}>
            All {total.toLocaleString('en')}
          </button>
        )}
      </div>
      <ul>
        {entries.map((entry) => (
          <li key={entry.article}>
            <button type="button" class="item" onClick={() => void openEntry(entry)}>
              <strong>{entry.title}</strong>
              <small>{entryDetails(entry)}</small>
              {name === 'continue' && <Stopped entry={entry} />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where reading stopped: the words, how far, and what is left. */
function Stopped({ entry }: { entry: LibraryEntry }) {
  const left = Math.ceil(((entry.words ?? 0) / WORDS_A_MINUTE) * (1 - entry.progress));
  return (
    <>
      {entry.stoppedAt && <span class="stopped">… {entry.stoppedAt.trim()} …</span>}
      <progress max={1} value={entry.progress} aria-label={`${Math.round(entry.progress * 100)} % read`} />
      {left > 0 && <small>{minutesLabel(left)} left</small>}
    </>
  );
}
