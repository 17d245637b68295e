import type { WayOut } from '../../electron/contract';
import { samplePath } from '../state/app';
import { openFiles } from '../state/article';
import { ask } from '../state/bridge';
import { clearFilter, filter, isFiltered, libraryState, listed, searchText, total } from '../state/library';
import { ImportStatus } from './import-progress';
import { LibraryActions } from './library-actions';
import { Backups } from './library-care';
import { LibraryList } from './library-list';
import { LibrarySearchBar } from './library-search';

/** Ways out that this list itself can take. */
const repairable: readonly WayOut[] = ['restore-backup', 'rebuild-library'];

/** Everything taken in: to be searched, narrowed, opened and put in order. */
export function LibraryView() {
  const state = libraryState.value;
  if (state?.problem) {
    return (
      <div class="empty library-care" role="alert">
        <p>
          <b>{state.problem.cause}</b> {state.problem.advice}
        </p>
        <p>Articles can be opened and read all the same.</p>
        {repairable.some((way) => state.problem?.waysOut.includes(way)) && (
          <Backups backups={state.backups} usable={false} />
        )}
      </div>
    );
  }
  const holdsAny = (state?.entries ?? 0) + (state?.binned ?? 0) > 0;
  return (
    <>
      <button type="button" class="open" onClick={() => void addFolder()}>
        Add a folder…
      </button>
      <ImportStatus />
      {holdsAny && <LibrarySearchBar />}
      {total.value > 0 && <LibraryList bin={filter.value.binned} />}
      {total.value > 0 && <LibraryActions />}
      {listed.value && total.value === 0 && (holdsAny ? <NothingFound /> : <Empty />)}
    </>
  );
}

async function addFolder(): Promise<void> {
  const found = await ask('files.choose', { folder: true });
  const paths = found ? [...found.folders.map(({ path }) => path)] : [];
  if (paths.length > 0) await ask('library.import', { paths });
}

function NothingFound() {
  const narrowed = searchText.value.trim() !== '' || isFiltered.value;
  return (
    <div class="empty">
      <p>
        {filter.value.binned && searchText.value === '' ? 'The bin is empty.' : 'No article has all of this.'}
      </p>
      {narrowed && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            searchText.value = '';
            clearFilter();
          }}
        >
          Show all articles
        </button>
      )}
    </div>
  );
}

function Empty() {
  return (
    <div class="empty">
      <p>
        Nothing is here yet. Add a folder of saved articles, and search them all at once; Dateline keeps its
        own copies. What you open is added too.
      </p>
      <button type="button" class="plain" onClick={() => void openFiles([samplePath.value])}>
        Try the sample
      </button>
    </div>
  );
}
