import { app, clipboard, shell } from 'electron';
import type { LibraryCalls, ShownArticle } from '../contract';
import { fail } from '../files/failure';
import { findArticles } from '../files/folders';
import type { Store } from '../library/store';
import type { Articles } from './articles';
import { chooseFiles } from './choose-files';
import type { Connections } from './connections';
import type { Deciding } from './deciding';
import { samplePath } from './folders';
import type { Handlers } from './gate';
import type { Librarian } from './librarian';
import { libraryHandlers } from './library-handlers';
import { openLink } from './links';
import type { MainWindow } from './main-window';
import type { OpenFiles } from './open-files';
import type { Opening } from './opening';
import { printArticle, saveFile } from './output';
import type { WindowStops } from './window-stops';

export interface Parts {
  store: Store;
  window: MainWindow;
  articles: Articles;
  deciding: Deciding;
  opening: Opening;
  connections: Connections;
  openFiles: OpenFiles;
  stops: WindowStops;
  librarian: Librarian;
  onSettings(): void;
  onShows(shown: ShownArticle): void;
}

type ArticleCall =
  | 'import'
  | 'open'
  | 'cancel'
  | 'original'
  | 'decisions'
  | 'decide'
  | 'correct'
  | 'undo'
  | 'redo'
  | 'withdraw'
  | 'place';

/** What main does for each call of the window. */
export function createHandlers(parts: Parts): Handlers {
  return {
    ...articleHandlers(parts),
    ...windowHandlers(parts),
    ...libraryHandlers(parts.librarian, parts.store),
  };
}

function articleHandlers(parts: Parts): Pick<Handlers, `article.${ArticleCall}`> {
  const { articles, deciding, librarian } = parts;
  return {
    'article.import': ({ path, job }) => articles.import(path, job),
    'article.open': async ({ article, job, as }) => (await articles.open(article, job, as)).bytes,
    'article.cancel': ({ job }) => {
      articles.cancel(job);
      return null;
    },
    'article.original': ({ article }) => articles.original(article),
    'article.decisions': ({ article }) => deciding.decisions(article),
    'article.decide': async ({ article, job, decisions }) =>
      (await deciding.decide(article, job, decisions)).bytes,
    'article.correct': async ({ article, job, scope, change }) =>
      (await deciding.correct(article, job, scope, change)).bytes,
    'article.undo': async ({ article, job }) => (await deciding.undo(article, job)).bytes,
    'article.redo': async ({ article, job }) => (await deciding.redo(article, job)).bytes,
    'article.withdraw': async ({ article, job, correction }) =>
      (await deciding.withdraw(article, job, correction)).bytes,
    'article.place': ({ article, place }) => {
      if (!place) return articles.place(article);
      // The library shows how far each article was read; without one, nothing is lost.
      librarian.ask('librarian.placed', { article, place }).catch(() => {});
      return articles.keepPlace(article, place);
    },
  };
}

function windowHandlers(parts: Parts): Omit<Handlers, `article.${ArticleCall}` | keyof LibraryCalls> {
  const { store, window, articles, opening, connections } = parts;
  /** Where exports went since the start: these, too, can be shown in the file manager. */
  const saved = new Set<string>();
  const noted = (path: string | null) => {
    if (path !== null) saved.add(path);
    return path;
  };
  return {
    'app.state': async () => ({
      settings: store.settings,
      recent: store.recent,
      open: parts.openFiles.start(),
      pending: await opening.takePending(),
      sample: samplePath,
      platform: process.platform,
      version: app.getVersion(),
      notSaved: store.trouble,
      stopped: parts.stops.take(),
    }),
    'app.settings': (changes) => {
      const settings = store.changeSettings(changes);
      parts.onSettings();
      return settings;
    },
    'app.connections': () => connections.count,
    'files.choose': ({ folder }) => chooseFiles(window.native, folder),
    'files.keepOpen': ({ paths }) => {
      parts.openFiles.keep(paths);
      return null;
    },
    'files.expand': ({ paths }) => findArticles(paths),
    'file.save': async ({ suggestedName, content, kind }) => {
      const bytes = kind === 'text' ? content : Buffer.from(content, 'base64');
      return noted(await saveFile(window.native, suggestedName, bytes));
    },
    'article.print': async ({ toPdf, name }) => noted(await printArticle(window, toPdf, name)),
    'link.open': ({ href }) => openLink(window.native, href),
    'file.show': ({ path }) => {
      if (!articles.knows(path) && !saved.has(path)) {
        throw fail('invalid-request', path, 'This file has not been opened.', 'Open it first.');
      }
      shell.showItemInFolder(path);
      return null;
    },
    'clipboard.write': ({ text }) => {
      clipboard.writeText(text);
      return null;
    },
    'window.shows': (shown) => {
      parts.onShows(shown);
      return null;
    },
    'window.fullScreen': ({ on }) => {
      const native = window.native;
      if (!native) return false;
      if (on !== null) native.setFullScreen(on);
      return on ?? native.isFullScreen();
    },
  };
}
