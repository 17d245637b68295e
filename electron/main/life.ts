import { app } from 'electron';
import type { Store } from '../library/store';
import type { Lane } from './lane';
import { askWhetherToLeave, mayLeave } from './leaving';
import type { Librarian } from './librarian';
import type { MainWindow } from './main-window';
import type { Opening } from './opening';

/** Milliseconds after the window shows before the engine starts ahead of need, so that first paint is not slowed. */
const WARM_UP_DELAY = 500;

/** Beginning and end of the app: what happens when windows close, when the app is called back, when it quits. */
export function setUpLife(
  window: MainWindow,
  opening: Opening,
  lanes: { reading: Lane; stop(): void },
  store: Store,
  librarian: Librarian,
): void {
  app.on('browser-window-created', (_event, created) => {
    created.once('show', () => setTimeout(() => lanes.reading.warmUp(), WARM_UP_DELAY));
    created.webContents.on('did-navigate', () => opening.windowGone());
    created.on('closed', () => opening.windowGone());
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => window.show());

  let ending: 'no' | 'asked' | 'yes' = 'no';
  app.on('will-quit', (event) => {
    if (ending === 'yes') return;
    event.preventDefault();
    if (ending === 'asked') return;
    ending = 'asked';
    void mayLeave(store, askWhetherToLeave).then(async (leave) => {
      ending = leave ? 'yes' : 'no';
      if (!leave) {
        window.show();
        return;
      }
      lanes.stop();
      await librarian.stop();
      app.quit();
    });
  });
}
