import type { MenuItemConstructorOptions } from 'electron';
import type { ExportFormat, MenuCommand, RecentFile, Settings } from '../contract';
import type { MenuActions } from './menu';

export interface MenuState {
  settings: Settings;
  recent: readonly RecentFile[];
  mac: boolean;
  development: boolean;
}

type Item = MenuItemConstructorOptions;

/** Files named directly in Open Recent. */
const RECENT_SHOWN = 12;

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

const separator: Item = { type: 'separator' };

function item(actions: MenuActions, label: string, command: MenuCommand, accelerator?: string): Item {
  return {
    label,
    id: command,
    click: () => actions.command(command),
    ...(accelerator ? { accelerator } : {}),
  };
}

/** A second key for a command that another item shows. */
function otherKey(actions: MenuActions, command: MenuCommand, accelerator: string): Item {
  return {
    label: command,
    accelerator,
    visible: false,
    acceleratorWorksWhenHidden: true,
    click: () => actions.command(command),
  };
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

function fileMenu(state: MenuState, actions: MenuActions): Item {
  return {
    label: '&File',
    submenu: [
      { label: 'Open…', id: 'open', accelerator: 'CmdOrCtrl+O', click: () => actions.chooseFiles(false) },
      {
        label: 'Open Folder…',
        id: 'open-folder',
        accelerator: 'CmdOrCtrl+Shift+O',
        click: () => actions.chooseFiles(true),
      },
      { label: 'Open Recent', id: 'recent', submenu: recentItems(state.recent, actions) },
      item(actions, 'Open Sample Article', 'open-sample'),
      separator,
      item(actions, 'Close Article', 'close-article', 'CmdOrCtrl+W'),
      separator,
      { label: 'Export', submenu: exportItems(actions) },
      item(actions, 'Print…', 'print', 'CmdOrCtrl+P'),
      ...(state.mac ? [] : [separator, { role: 'quit' } as Item]),
    ],
  };
}

function recentItems(recent: readonly RecentFile[], actions: MenuActions): Item[] {
  if (recent.length === 0) return [{ label: 'No Recent Articles', enabled: false }];
  return [
    ...recent.slice(0, RECENT_SHOWN).map((file) => ({
      label: asLabel(file.title ? `${file.title} (${file.name})` : file.name),
      click: () => actions.open(file.path),
    })),
    separator,
    { label: 'Clear Recent', id: 'clear-recent', click: () => actions.clearRecent() },
  ];
}

/** An ampersand in a label would underline the letter behind it. */
function asLabel(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  return short.replaceAll('&', '&&');
}

const exports: [label: string, format: ExportFormat][][] = [
  [
    ['Entities as CSV…', 'entities-csv'],
    ['Entities as JSON…', 'entities-json'],
    ['Entities as Markdown…', 'entities-markdown'],
    ['Entities as Web Annotations…', 'entities-annotations'],
  ],
  [
    ['Timeline as CSV…', 'timeline-csv'],
    ['Timeline as JSON…', 'timeline-json'],
    ['Timeline as Markdown…', 'timeline-markdown'],
    ['Timeline as iCalendar…', 'timeline-icalendar'],
    ['Timeline for TimelineJS…', 'timeline-timelinejs'],
    ['Timeline as SVG…', 'timeline-svg'],
  ],
];

function exportItems(actions: MenuActions): Item[] {
  return [
    item(actions, 'Article as PDF…', 'export-pdf'),
    ...exports.flatMap((group) => [
      separator,
      ...group.map(([label, format]) => item(actions, label, `export-${format}`)),
    ]),
  ];
}

function editMenu(state: MenuState, actions: MenuActions): Item {
  return {
    label: '&Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
      separator,
      item(actions, 'Undo Correction', 'undo-correction', 'CmdOrCtrl+Alt+Z'),
      item(actions, 'Set Publication Date…', 'set-date', 'CmdOrCtrl+D'),
      separator,
      item(actions, 'Find in Article…', 'find', 'CmdOrCtrl+F'),
      item(actions, 'Find Next', 'find-next', 'F3'),
      item(actions, 'Find Previous', 'find-previous', 'Shift+F3'),
      otherKey(actions, 'find-next', 'CmdOrCtrl+G'),
      otherKey(actions, 'find-previous', 'CmdOrCtrl+Shift+G'),
      ...(state.mac ? [] : [separator, item(actions, 'Settings…', 'show-settings', 'Ctrl+,')]),
    ],
  };
}

const themes: [label: string, theme: Settings['theme']][] = [
  ['Follow System', 'auto'],
  ['Light', 'light'],
  ['Sepia', 'sepia'],
  ['Dark', 'dark'],
  ['High Contrast', 'contrast'],
];

function viewMenu(state: MenuState, actions: MenuActions): Item {
  const { settings } = state;
  const toggle = (
    label: string,
    key: 'showLibrary' | 'showPanels' | 'showMarks',
    accelerator: string,
  ): Item => ({
    label,
    type: 'checkbox',
    id: key,
    checked: settings[key],
    accelerator,
    click: () => actions.change({ [key]: !settings[key] }),
  });
  return {
    label: '&View',
    submenu: [
      {
        label: 'Theme',
        submenu: themes.map(([label, theme]) => ({
          label,
          type: 'radio' as const,
          id: `theme-${theme}`,
          checked: settings.theme === theme,
          click: () => actions.change({ theme }),
        })),
      },
      item(actions, 'Larger Type', 'larger', 'CmdOrCtrl+='),
      // On many keyboards the plus needs Shift.
      otherKey(actions, 'larger', 'CmdOrCtrl+Plus'),
      item(actions, 'Smaller Type', 'smaller', 'CmdOrCtrl+-'),
      item(actions, 'Default Type Size', 'default-size', 'CmdOrCtrl+0'),
      separator,
      toggle('Library', 'showLibrary', 'F7'),
      toggle('Entities and Timeline', 'showPanels', 'F8'),
      toggle('Marks in the Text', 'showMarks', 'F9'),
      separator,
      item(actions, 'Removed Parts', 'toggle-removals', 'CmdOrCtrl+Shift+R'),
      item(actions, 'Original', 'toggle-original', 'CmdOrCtrl+U'),
      separator,
      { role: 'togglefullscreen' },
      ...(state.development ? [{ role: 'toggleDevTools' } as Item] : []),
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
      item(actions, 'Next Mention', 'next-mention'),
      item(actions, 'Previous Mention', 'previous-mention'),
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
