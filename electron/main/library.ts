import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import type { Notices, StoredFindings } from '../contract';
import type { Store } from '../library/store';
import { ArticleLibrary } from './article-library';
import { engineStarter } from './engine-process';
import type { JobListener } from './engine-slot';
import { Lane } from './lane';
import { type AnalyseRequest, Librarian } from './librarian';
import { librarianStarter } from './librarian-process';
import type { MainWindow } from './main-window';

/** Engines that take files in; each keeps one core busy and some 200 MB of memory. */
const ENGINES = Math.max(1, Math.min(4, availableParallelism()));
/** Milliseconds without a file after which the engines of the import end, so that an idle app is a small one. */
const ENGINES_LINGER = 15_000;

export interface SetUpLibrary {
  librarian: Librarian;
  articles: ArticleLibrary;
  /** The lane in which files are taken in. */
  lane: Lane;
  /** Once the window shows. */
  open(): void;
}

/** The library with its own process and its own lane of engines, which gives way to reading. */
export function setUpLibrary(window: MainWindow, store: Store, reading: Lane): SetUpLibrary {
  const lane = new Lane(engineStarter(false), ENGINES);
  const librarian = new Librarian({
    start: librarianStarter(ENGINES),
    analyse: (request, signal) => analyse(lane, store, request, signal),
    notice: (name, value) => window.notify(name, value as Notices[typeof name]),
  });
  let rest: ReturnType<typeof setTimeout> | undefined;
  lane.onBusy = (busy) => {
    clearTimeout(rest);
    if (!busy) rest = setTimeout(() => lane.idle && lane.stop(), ENGINES_LINGER);
  };
  // What was put into watched folders while another program was in front.
  app.on('browser-window-focus', () => {
    if (reading.idle) librarian.ask('librarian.rescan', null).catch(() => {});
  });
  return {
    librarian,
    articles: new ArticleLibrary(librarian),
    lane,
    open: () => void open(librarian, store).catch(() => {}),
  };
}

async function open(librarian: Librarian, store: Store): Promise<void> {
  const folder = store.libraryFolder ?? join(app.getPath('userData'), 'library');
  const { problem } = await librarian.ask('librarian.open', { folder });
  if (problem) return;
  const files = store.recent.map(({ path, opened, article }) => ({
    path,
    opened,
    place: article === null ? null : store.place(article),
  }));
  await librarian.ask('librarian.takeOver', { files });
}

/** In the import lane; the article comes before the analysis, and its images are not needed. */
async function analyse(
  lane: Lane,
  store: Store,
  { source, bytes }: AnalyseRequest,
  signal: AbortSignal,
): Promise<StoredFindings> {
  const decisions = store.decisions(source.hash);
  let article: StoredFindings['article'] | null = null;
  const listener: JobListener = {
    progress() {},
    article: (read) => {
      article = read;
    },
  };
  const answer = await lane.run(
    source.name,
    { kind: 'open', source, bytes, decisions, place: null },
    listener,
    signal,
  );
  if (answer?.kind !== 'analysis' || !article) throw new Error('The engine did not answer with an article.');
  return { article, analysis: answer.analysis, decisions };
}
