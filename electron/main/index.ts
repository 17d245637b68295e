import { app, session } from 'electron';
import type { Article, ShownArticle } from '../contract';
import { Store } from '../library/store';
import { Articles } from './articles';
import { Connections } from './connections';
import { Deciding } from './deciding';
import { engineStarter } from './engine-process';
import { setUpGate } from './gate';
import { guardSession, setUpGuards } from './guards';
import { createHandlers } from './handlers';
import { ImageShelf } from './image-shelf';
import { Lane } from './lane';
import { setUpLibrary } from './library';
import { setUpLife } from './life';
import { followTheme, MainWindow } from './main-window';
import { setUpMenu } from './menu';
import { setUpMistakes } from './mistakes';
import { OpenFiles } from './open-files';
import { Opening, setUpOpenFile, setUpSingleInstance } from './opening';
import { registerScheme, setUpProtocol } from './protocol';
import { setUpSwitches } from './switches';
import { WindowStops } from './window-stops';

setUpSwitches();
registerScheme();
// The name that the installed app's shortcut carries, so that Windows shows both as one.
app.setAppUserModelId('app.dateline.reader');

const store = new Store(app.getPath('userData'));
const window = new MainWindow(store);
const opening = new Opening(window);

if (setUpSingleInstance(window, opening)) run();
else app.quit();

function run(): void {
  const connections = new Connections();
  const images = new ImageShelf();
  const reading = new Lane(engineStarter(true));
  const importing = new Lane(engineStarter(false));
  const librarian = setUpLibrary(window, store, reading);
  let shown: ShownArticle = { article: null, analysed: false };
  reading.onBusy = (busy) => {
    for (const lane of [importing, librarian.lane])
      if (busy) lane.pause();
      else lane.resume();
  };
  const openFiles = new OpenFiles(store, importing, (files) => window.notify('files.described', [...files]));
  const stops = new WindowStops(app.getPath('userData'));
  const articles = new Articles(
    store,
    reading,
    images,
    librarian.articles,
    window,
    stops,
    (path, article, opened) => {
      shown = { article: article.source.hash, analysed: false };
      nameWindow(article);
      const details = openFiles.note(path, article);
      if (!opened) return;
      app.addRecentDocument(path);
      window.notify('recent.changed', store.addRecent({ ...details, opened: Date.now() }));
      menu.rebuild();
    },
  );
  const deciding = new Deciding(store, articles);
  const menu = setUpMenu({ store, window, opening, shown: () => shown, onSettings });

  function onSettings(): void {
    followTheme(store.settings.theme);
    window.notify('settings.changed', store.settings);
    menu.rebuild();
  }

  function nameWindow(article: Article | null): void {
    window.name(article && article.source.hash === shown.article ? articles.currentTitle : null);
  }

  function stopEngines(): void {
    reading.stop();
    importing.stop();
    librarian.lane.stop();
  }

  function onShows(now: ShownArticle): void {
    shown = now;
    window.name(now.article === null ? null : articles.currentTitle);
    menu.rebuild();
  }

  store.onTrouble = (trouble) => {
    window.notify('saving.changed', trouble);
    // Settings that could not be read at first may be there now.
    if (!trouble) onSettings();
  };
  window.onGone = (reason) => {
    const { article } = shown;
    stops.note(article === null ? null : { id: article, path: articles.pathOf(article) }, reason);
    onShows({ article: null, analysed: false });
  };
  setUpMistakes(window);
  setUpGuards();
  setUpOpenFile(window, opening);
  setUpLife(window, opening, { reading, stop: stopEngines }, store, librarian.librarian);
  setUpGate(
    window,
    createHandlers({
      store,
      window,
      articles,
      deciding,
      opening,
      openFiles,
      stops,
      librarian: librarian.librarian,
      connections,
      onSettings,
      onShows,
    }),
    (address) => connections.noteBlocked(address),
  );
  void app.whenReady().then(() => {
    guardSession(session.defaultSession);
    connections.guard(session.defaultSession);
    setUpProtocol(session.defaultSession, images);
    followTheme(store.settings.theme);
    menu.rebuild();
    window.show();
    librarian.open();
    // With nothing to open yet the engine can wait until the window has drawn.
    if (opening.waits) reading.warmUp();
  });
}
