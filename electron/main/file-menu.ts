import { EXPORTS, type RecentFile } from '../contract';
import { type Item, item, type MenuActions, type MenuState, separator, when } from './menu-item';

/** Files named directly in Open Recent. */
const RECENT_SHOWN = 12;

export function fileMenu(state: MenuState, actions: MenuActions): Item {
  const open = state.shown.article !== null;
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
      when(open, item(actions, 'Close Article', 'close-article', 'CmdOrCtrl+W')),
      separator,
      { label: 'Export', enabled: open, submenu: exportItems(state, actions) },
      when(open, item(actions, 'Print…', 'print', 'CmdOrCtrl+P')),
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

function exportItems({ shown }: MenuState, actions: MenuActions): Item[] {
  return [
    when(shown.article !== null, item(actions, 'Article as PDF…', 'export-pdf')),
    ...EXPORTS.flatMap(({ format, subject, name }, index) => [
      ...(subject === EXPORTS[index - 1]?.subject ? [] : [separator]),
      when(shown.analysed, item(actions, `${subject} as ${name}…`, `export-${format}`)),
    ]),
  ];
}
