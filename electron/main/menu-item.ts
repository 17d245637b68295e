import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand, RecentFile, Settings } from '../contract';
import type { MenuActions } from './menu';

export type Item = MenuItemConstructorOptions;

/** What the menu shows beside its fixed words. */
export interface MenuState {
  settings: Settings;
  recent: readonly RecentFile[];
  mac: boolean;
  development: boolean;
}

export const separator: Item = { type: 'separator' };

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
