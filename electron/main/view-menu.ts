import { THEMES, type Theme } from '../contract';
import { type Item, item, type MenuActions, type MenuState, otherKey, separator, when } from './menu-item';

function themeItems(current: Theme, actions: MenuActions): Item[] {
  return THEMES.map(({ theme, name }) => ({
    label: name,
    type: 'radio',
    id: `theme-${theme}`,
    checked: current === theme,
    click: () => actions.change({ theme }),
  }));
}

export function viewMenu(state: MenuState, actions: MenuActions): Item {
  const { settings } = state;
  const open = state.shown.article !== null;
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
        submenu: themeItems(settings.theme, actions),
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
      when(open, item(actions, 'Removed Parts', 'toggle-removals', 'CmdOrCtrl+Shift+R')),
      when(open, item(actions, 'Original', 'toggle-original', 'CmdOrCtrl+U')),
      separator,
      { role: 'togglefullscreen' },
      ...(state.development ? [{ role: 'toggleDevTools' } as Item] : []),
    ],
  };
}
