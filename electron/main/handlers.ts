import { app, clipboard, shell } from 'electron';
import { fail } from '../library/failure';
import type { Store } from '../library/store';
import type { Articles } from './articles';
import { chooseFiles } from './choose-files';
import type { Connections } from './connections';
import type { Handlers } from './gate';
import { openLink } from './links';
import type { MainWindow } from './main-window';
import { expandFolders, type Opening } from './opening';
import { printArticle, saveFile } from './output';
import { samplePath } from './places';

export interface Parts {
  store: Store;
  window: MainWindow;
  articles: Articles;
  opening: Opening;
  connections: Connections;
  onSettings(): void;
}

type ArticleCall = 'open' | 'cancel' | 'choices' | 'choose' | 'correct' | 'undo' | 'place';

/** What main does for each call of the window. */
export function createHandlers(parts: Parts): Handlers {
  return { ...articleHandlers(parts), ...windowHandlers(parts) };
}

function articleHandlers({ articles, store }: Parts): Pick<Handlers, `article.${ArticleCall}`> {
  return {
    'article.open': ({ path, job }) => articles.open(path, job),
    'article.cancel': ({ job }) => {
      articles.cancel(job);
      return null;
    },
    'article.choices': ({ hash }) => store.choices(hash),
    'article.choose': ({ path, job, choices }) => articles.choose(path, job, choices),
    'article.correct': ({ path, job, scope, change }) => articles.correct(path, job, scope, change),
    'article.undo': ({ path, job }) => articles.undo(path, job),
    'article.place': ({ hash, place }) => {
      if (place) store.keepPlace(hash, place);
      return store.place(hash);
    },
  };
}

function windowHandlers(parts: Parts): Omit<Handlers, `article.${ArticleCall}`> {
  const { store, window, articles, opening, connections } = parts;
  return {
    'app.state': async () => ({
      settings: store.settings,
      recent: store.recent,
      pending: await opening.takePending(),
      sample: samplePath,
      platform: process.platform,
      version: app.getVersion(),
    }),
    'app.settings': (changes) => {
      const settings = store.changeSettings(changes);
      parts.onSettings();
      return settings;
    },
    'app.connections': () => connections.count,
    'files.choose': ({ folder }) => chooseFiles(window.native, folder),
    'files.expand': ({ paths }) => expandFolders(paths),
    'file.save': ({ suggestedName, content, kind }) =>
      saveFile(window.native, suggestedName, kind === 'text' ? content : Buffer.from(content, 'base64')),
    'article.print': ({ toPdf }) => printArticle(window, toPdf, articles.currentTitle),
    'link.open': ({ href }) => openLink(window.native, href),
    'file.show': ({ path }) => {
      if (!articles.knows(path)) {
        throw fail('invalid-request', path, 'This file has not been opened.', 'Open it first.');
      }
      shell.showItemInFolder(path);
      return null;
    },
    'clipboard.write': ({ text }) => {
      clipboard.writeText(text);
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
