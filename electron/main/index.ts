import { app, session } from 'electron';
import { Store } from '../library/store';
import { Articles } from './articles';
import { Connections } from './connections';
import { startEngineProcess } from './engine-process';
import { setUpGate } from './gate';
import { guardSession, setUpGuards } from './guards';
import { createHandlers } from './handlers';
import { ImageShelf } from './image-shelf';
import { Jobs } from './jobs';
import { setUpLife } from './life';
import { followTheme, MainWindow } from './main-window';
import { setUpMenu } from './menu';
import { setUpMistakes } from './mistakes';
import { Opening, setUpOpenFile, setUpSingleInstance } from './opening';
import { registerScheme, setUpProtocol } from './protocol';
import { setUpSwitches } from './switches';

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
  const jobs = new Jobs(startEngineProcess);
  const articles = new Articles(store, jobs, images, window, Date.now, (recent) => {
    window.notify('recent.changed', recent);
    menu.rebuild();
  });
  const menu = setUpMenu({ store, window, opening, onSettings });

  function onSettings(): void {
    followTheme(store.settings.theme);
    window.notify('settings.changed', store.settings);
    menu.rebuild();
  }

  setUpMistakes(window);
  setUpGuards();
  setUpOpenFile(window, opening);
  setUpLife(window, opening, jobs, store);
  setUpGate(
    window,
    createHandlers({ store, window, articles, opening, connections, onSettings }),
    (address) => connections.noteBlocked(address),
  );
  void app.whenReady().then(() => {
    guardSession(session.defaultSession);
    connections.guard(session.defaultSession);
    setUpProtocol(session.defaultSession, images);
    followTheme(store.settings.theme);
    menu.rebuild();
    window.show();
    // With nothing to open yet the engine can wait until the window has drawn.
    if (opening.waits) jobs.warmUp();
  });
}
