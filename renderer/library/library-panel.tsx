import type { FileDetails } from '../../electron/contract';
import { openDetails as detailsOfOpen, recent, samplePath } from '../state/app';
import { openFile, openFiles, openFound, openPath, openPaths, readingMinutes } from '../state/article';
import { ask } from '../state/bridge';
import { article } from '../state/current';
import { dismissFailed, failedFiles } from '../state/failed';
import { shortDay } from '../time/labels';
import { Icon } from '../ui/icon';
import { minutesLabel } from '../ui/minutes';
import { plural } from '../ui/plural';

interface Item {
  path: string;
  known: FileDetails | undefined;
}

/** The articles at hand: those opened together now, then those opened before. */
export function LibraryPanel() {
  const known = new Map<string, FileDetails>(
    [...recent.value, ...detailsOfOpen.value].map((file) => [file.path, file]),
  );
  const now = openPaths.value.map((path) => ({ path, known: known.get(path) }));
  const before = recent.value
    .filter((file) => !openPaths.value.includes(file.path))
    .map((file) => ({ path: file.path, known: file }));
  return (
    <nav class="library" aria-label="Articles">
      <button type="button" class="open" onClick={() => void chooseFiles()}>
        Open articles…
      </button>
      <Section title="Open" items={now} />
      <Failed />
      <Section title="Recent" items={before} />
      {now.length + before.length === 0 ? <Empty /> : <p class="hint">Or drop files on this window.</p>}
    </nav>
  );
}

function Section({ title, items }: { title: string; items: readonly Item[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {items.map(({ path, known }) => (
          <li key={path}>
            <button
              type="button"
              class="item"
              title={path}
              aria-current={path === openPath.value}
              onClick={() => void (title === 'Open' ? openFile(path) : openFiles([path]))}
            >
              <strong>{titleOf(path, known)}</strong>
              <small>{path === openPath.value && article.value ? openDetails() : detailsOf(known)}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One line however many they are; each with its cause when it is opened. */
function Failed() {
  const files = failedFiles.value;
  if (files.length === 0) return null;
  return (
    <div class="failed">
      <details>
        <summary>{plural(files.length, 'file')} could not be opened</summary>
        <ul>
          {files.map(({ path, cause }) => (
            <li key={path} title={path}>
              <b>{path.split(/[\\/]/).at(-1)}</b> {cause}
            </li>
          ))}
        </ul>
      </details>
      <button type="button" class="plain close" aria-label="Dismiss" onClick={dismissFailed}>
        <Icon name="close" />
      </button>
    </div>
  );
}

function titleOf(path: string, known: FileDetails | undefined): string {
  const open = path === openPath.value ? article.value?.title?.value : undefined;
  return open ?? known?.title ?? known?.name ?? path.split(/[\\/]/).at(-1) ?? path;
}

/** Of the article in the window more is known than main wrote down when it was opened. */
function openDetails(): string {
  const day = article.value?.publicationDate?.value;
  return [day ? shortDay(day) : '', minutesLabel(readingMinutes.value)].filter(Boolean).join(' · ');
}

function detailsOf(file: FileDetails | undefined): string {
  if (!file) return '';
  const parts = [
    file.publicationDate ? shortDay(file.publicationDate) : '',
    file.minutes ? minutesLabel(file.minutes) : '',
  ];
  return parts.filter((part) => part !== '').join(' · ') || file.name;
}

function Empty() {
  return (
    <div class="empty">
      <p>Open an article, or drop files on this window.</p>
      <button type="button" class="plain" onClick={() => void openFiles([samplePath.value])}>
        Try the sample
      </button>
    </div>
  );
}

async function chooseFiles(): Promise<void> {
  await openFound(await ask('files.choose', { folder: false }));
}
