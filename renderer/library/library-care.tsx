import type { Backup } from '../../electron/contract';
import { libraryState } from '../state/library';
import {
  backUpNow,
  moveLibrary,
  rebuildLibrary,
  restoreBackup,
  setWatch,
  watchFolder,
} from '../state/library-care';
import { AskFirst } from '../ui/ask-first';
import { Icon } from '../ui/icon';
import { plural } from '../ui/plural';

/** Where the library lies, which folders it follows, and how it comes back when something went wrong. */
export function LibraryCare() {
  const state = libraryState.value;
  if (!state) return null;
  return (
    <section class="library-care" aria-labelledby="library-care">
      <h3 id="library-care">Library</h3>
      <p>
        {state.problem ? state.problem.cause : `${plural(state.entries, 'article')}, in the folder`}
        {!state.problem && <code>{state.folder}</code>}
      </p>
      <div class="row">
        <AskFirst
          label="Move it…"
          question="Choose an empty folder. Copies, findings and everything you wrote move there."
          action="Choose a folder…"
          onYes={moveLibrary}
        />
      </div>
      <WatchedFolders folders={state.watched} />
      <Backups backups={state.backups} usable={!state.problem} />
    </section>
  );
}

function WatchedFolders({ folders }: { folders: readonly string[] }) {
  return (
    <>
      <h4>Followed folders</h4>
      <p>What you save into a followed folder is added to the library by itself.</p>
      <ul aria-label="Followed folders">
        {folders.map((folder) => (
          <li key={folder} class="row">
            <code>{folder}</code>
            <button
              type="button"
              class="plain close"
              aria-label={`Follow ${folder} no longer`}
              title="Follow it no longer"
              onClick={() => void setWatch(folder, false)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => void watchFolder()}>
        Follow a folder…
      </button>
    </>
  );
}

export function Backups({ backups, usable }: { backups: readonly Backup[]; usable: boolean }) {
  return (
    <>
      <h4>Backups</h4>
      <p>
        Dateline makes one every day and keeps a few. A backup repairs a damaged library: it is put back as it
        was then, what you did since comes back from the journal, and what is there now is set aside, not
        deleted.
      </p>
      <ul aria-label="Backups">
        {backups.map(({ name, made, bytes }) => (
          <li key={name} class="row">
            <span>
              {new Date(made).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })} ·{' '}
              {(bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })} MB
            </span>
            <AskFirst
              label="Put it back…"
              question="The library is put back from this backup, and what you did since is done again from the journal."
              action="Put it back"
              onYes={() => restoreBackup(name)}
            />
          </li>
        ))}
        {backups.length === 0 && <li>No backup was made yet.</li>}
      </ul>
      <div class="row">
        {usable && (
          <button type="button" onClick={() => void backUpNow()}>
            Back up now
          </button>
        )}
        <AskFirst
          label="Rebuild the library…"
          question="The library is made anew from the copies of your articles and the journal of what you wrote. Nothing of yours is lost; every article is read again, which takes a while."
          action="Rebuild"
          onYes={rebuildLibrary}
        />
      </div>
    </>
  );
}
