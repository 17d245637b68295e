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
      // In a narrow window both are something else than the settings, so the window itself decides.
      item(actions, 'Article List', 'toggle-library', 'F7'),
      item(actions, 'Entities and Timeline', 'toggle-panels', 'F8'),
      {
        label: 'Marks in the Text',
        type: 'checkbox',
        id: 'showMarks',
        checked: settings.showMarks,
        accelerator: 'F9',
        click: () => actions.change({ showMarks: !settings.showMarks }),
      },
      separator,
      when(open, item(actions, 'Removed Parts', 'toggle-removals', 'CmdOrCtrl+Shift+R')),
      when(open, item(actions, 'Original', 'toggle-original', 'CmdOrCtrl+U')),
      separator,
      { role: 'togglefullscreen' },
      ...(state.development ? [{ role: 'toggleDevTools' } as Item] : []),
    ],
  };
}
