import type { FileDetails } from '../../electron/contract';
import { openDetails as detailsOfOpen, recent, samplePath } from '../state/app';
import { openFile, openFiles, openFound, openPath, openPaths, readingMinutes } from '../state/article';
import { ask } from '../state/bridge';
import { article } from '../state/current';
import { dismissFailed, failedFiles } from '../state/failed';
import { choosePanelList, panelList } from '../state/library-panel';
import { shortDay } from '../time/labels';
import { Icon } from '../ui/icon';
import { minutesLabel } from '../ui/minutes';
import { plural } from '../ui/plural';
import { Tabs } from '../ui/tabs';
import { LibraryView } from './library-view';

interface Item {
  path: string;
  known: FileDetails | undefined;
}

const lists = [
  ['open', 'At hand'],
  ['library', 'Library'],
] as const;

/** The left side of the window: the articles at hand, or the whole library. */
export function LibraryPanel() {
  const list = panelList.value;
  return (
    <nav class={`library ${list === 'library' ? 'whole' : ''}`} aria-label="Articles">
      <Tabs label="List" chosen={list} options={lists} onChoose={choosePanelList} />
      {list === 'library' ? <LibraryView /> : <AtHand />}
    </nav>
  );
}

/** Those opened together now, then those opened before. */
function AtHand() {
  const known = new Map<string, FileDetails>(
    [...recent.value, ...detailsOfOpen.value].map((file) => [file.path, file]),
  );
  const now = openPaths.value.map((path) => ({ path, known: known.get(path) }));
  const before = recent.value
    .filter((file) => !openPaths.value.includes(file.path))
    .map((file) => ({ path: file.path, known: file }));
  return (
    <>
      <button type="button" class="open" onClick={() => void chooseFiles()}>
        Open articles…
      </button>
      <Section title="Open" items={now} />
      <Failed />
      <Section title="Recent" items={before} />
      {now.length + before.length === 0 ? <Empty /> : <p class="hint">Or drop files on this window.</p>}
    </>
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
