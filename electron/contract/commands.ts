import type { ExportFormat } from './exports';
import type { Theme } from './settings';

/** What a menu item or key asks the window to do, beside themes and exports. */
export const PLAIN_COMMANDS = [
  'find',
  'find-next',
  'find-previous',
  'search-library',
  'close-article',
  'next-article',
  'previous-article',
  'select-all',
  'back',
  'forward',
  'next-mention',
  'previous-mention',
  'larger',
  'smaller',
  'default-size',
  'toggle-library',
  'toggle-panels',
  'toggle-marks',
  'toggle-original',
  'toggle-removals',
  'show-settings',
  'show-keys',
  'show-about',
  'set-date',
  'undo-correction',
  'redo-correction',
  'print',
  'export-pdf',
  'open-sample',
] as const;
export type PlainCommand = (typeof PLAIN_COMMANDS)[number];

export type MenuCommand = PlainCommand | `theme-${Theme}` | `export-${ExportFormat}`;
