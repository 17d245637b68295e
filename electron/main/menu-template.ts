import { fileMenu } from './file-menu';
import { type Item, item, type MenuActions, type MenuState, otherKey, separator, when } from './menu-item';
import { viewMenu } from './view-menu';

/**
 * The whole menu. Keys carry Mod or are function keys; single letters belong to the page. Cmd+H stays the system's.
 */
export function menuTemplate(state: MenuState, actions: MenuActions): Item[] {
  return [
    ...(state.mac ? [appMenu(actions)] : []),
    fileMenu(state, actions),
    editMenu(state, actions),
    viewMenu(state, actions),
    goMenu(state, actions),
    windowMenu(state),
    helpMenu(state, actions),
  ];
}

function appMenu(actions: MenuActions): Item {
  return {
    role: 'appMenu',
    submenu: [
      item(actions, 'About Dateline', 'show-about'),
      separator,
      item(actions, 'Settings…', 'show-settings', 'Cmd+,'),
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
}

function editMenu(state: MenuState, actions: MenuActions): Item {
  const open = state.shown.article !== null;
  return {
    label: '&Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      item(actions, 'Select All', 'select-all', 'CmdOrCtrl+A'),
      separator,
      when(state.shown.analysed, item(actions, 'Undo Correction', 'undo-correction', 'CmdOrCtrl+Alt+Z')),
      when(
        state.shown.analysed,
        item(actions, 'Redo Correction', 'redo-correction', 'CmdOrCtrl+Alt+Shift+Z'),
      ),
      when(open, item(actions, 'Set Publication Date…', 'set-date', 'CmdOrCtrl+D')),
      separator,
      when(open, item(actions, 'Find in Article…', 'find', 'CmdOrCtrl+F')),
      when(open, item(actions, 'Find Next', 'find-next', 'F3')),
      when(open, item(actions, 'Find Previous', 'find-previous', 'Shift+F3')),
      item(actions, 'Search the Library…', 'search-library', 'CmdOrCtrl+Shift+F'),
      otherKey(actions, 'find-next', 'CmdOrCtrl+G'),
      otherKey(actions, 'find-previous', 'CmdOrCtrl+Shift+G'),
      ...(state.mac ? [] : [separator, item(actions, 'Settings…', 'show-settings', 'Ctrl+,')]),
    ],
  };
}

/** Not Electron's own window menu: its Close takes the key that closes an article. */
function windowMenu(state: MenuState): Item {
  return {
    label: '&Window',
    submenu: [
      { role: 'minimize' },
      ...(state.mac ? [{ role: 'zoom' } as Item] : []),
      { role: 'close', label: 'Close Window', accelerator: 'CmdOrCtrl+Shift+W' },
      ...(state.mac ? [separator, { role: 'front' } as Item] : []),
    ],
  };
}

function goMenu(state: MenuState, actions: MenuActions): Item {
  return {
    label: '&Go',
    submenu: [
      // The page itself hears Alt with an arrow; the menu only shows it there.
      { ...item(actions, 'Back', 'back', state.mac ? 'Cmd+[' : 'Alt+Left'), registerAccelerator: state.mac },
      {
        ...item(actions, 'Forward', 'forward', state.mac ? 'Cmd+]' : 'Alt+Right'),
        registerAccelerator: state.mac,
      },
      separator,
      when(state.shown.analysed, item(actions, 'Next Mention', 'next-mention')),
      when(state.shown.analysed, item(actions, 'Previous Mention', 'previous-mention')),
      separator,
      item(actions, 'Next Article', 'next-article', 'CmdOrCtrl+PageDown'),
      item(actions, 'Previous Article', 'previous-article', 'CmdOrCtrl+PageUp'),
      otherKey(actions, 'next-article', 'Ctrl+Tab'),
      otherKey(actions, 'previous-article', 'Ctrl+Shift+Tab'),
    ],
  };
}

function helpMenu(state: MenuState, actions: MenuActions): Item {
  return {
    role: 'help',
    submenu: [
      item(actions, 'Keys', 'show-keys', 'F1'),
      ...(state.mac ? [] : [item(actions, 'About Dateline', 'show-about')]),
    ],
  };
}
