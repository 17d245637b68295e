import { app, Menu } from 'electron';
import type { ShownArticle } from '../contract';
import type { Store } from '../library/store';
import { chooseFiles } from './choose-files';
import type { MainWindow } from './main-window';
import type { MenuActions } from './menu-item';
import { menuTemplate } from './menu-template';
import type { Opening } from './opening';

export interface MenuParts {
  store: Store;
  window: MainWindow;
  opening: Opening;
  shown(): ShownArticle;
  onSettings(): void;
}

/** @returns `rebuild`, to be called when something the menu shows has changed. */
export function setUpMenu({ store, window, opening, shown, onSettings }: MenuParts): { rebuild(): void } {
  const actions: MenuActions = {
    command: (command) => window.notify('menu.command', { command }),
    chooseFiles: (folder) => {
      void chooseFiles(window.native, folder).then((found) => openIn(found.paths));
    },
    open: (path) => openIn([path]),
    clearRecent: () => {
      window.notify('recent.changed', store.clearRecent());
      app.clearRecentDocuments();
      rebuild();
    },
    change: (changes) => {
      store.changeSettings(changes);
      onSettings();
    },
  };

  /** On macOS the menu works while no window is open. */
  function openIn(paths: string[]): void {
    opening.open(paths);
    if (paths.length > 0) window.show();
  }

  function rebuild(): void {
    if (!app.isReady()) return;
    const state = {
      settings: store.settings,
      recent: store.recent,
      shown: shown(),
      mac: process.platform === 'darwin',
      development: !app.isPackaged,
    };
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, actions)));
  }

  return { rebuild };
}
