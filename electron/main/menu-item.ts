import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand, RecentFile, Settings, ShownArticle } from '../contract';

export type Item = MenuItemConstructorOptions;

/** What the menu shows beside its fixed words. */
export interface MenuState {
  settings: Settings;
  recent: readonly RecentFile[];
  shown: ShownArticle;
  mac: boolean;
  development: boolean;
}

/** What the items of the menu do, beside what their Electron roles do by themselves. */
export interface MenuActions {
  command(command: MenuCommand): void;
  chooseFiles(folder: boolean): void;
  open(path: string): void;
  clearRecent(): void;
  change(changes: Partial<Settings>): void;
}

export const separator: Item = { type: 'separator' };

/** The item as it is while it can do something, and greyed otherwise. */
export function when(possible: boolean, given: Item): Item {
  return { ...given, enabled: possible };
}

export function item(actions: MenuActions, label: string, command: MenuCommand, accelerator?: string): Item {
  return {
    label,
    id: command,
    click: () => actions.command(command),
    ...(accelerator ? { accelerator } : {}),
  };
}

/** A second key for a command that another item shows. */
export function otherKey(actions: MenuActions, command: MenuCommand, accelerator: string): Item {
  return {
    label: command,
    accelerator,
    visible: false,
    acceleratorWorksWhenHidden: true,
    click: () => actions.command(command),
  };
}
