import type { PlainCommand } from '../../electron/contract';
import { buttonKeys, singleKeys } from './keys';

/** One line of the key sheet: keys of which each does the same or, with several words, one after the other. */
export interface KeyRow {
  /** As `Mod+Shift+F`; Mod is Cmd on macOS and Ctrl elsewhere. */
  keys: readonly string[];
  words: string;
  /** What the keys ask for, where it is a command. */
  does?: readonly PlainCommand[];
}

/** Commands that stand in the menus and have no key. */
export const KEYLESS: readonly PlainCommand[] = ['show-about', 'export-pdf', 'open-sample'];

const articles: readonly KeyRow[] = [
  { keys: ['Mod+O', 'Mod+Shift+O'], words: 'Open articles, open a folder' },
  { keys: ['Mod+W'], words: 'Close the article and go to the next', does: ['close-article'] },
  { keys: ['Mod+Shift+W'], words: 'Close the window' },
  {
    keys: ['Ctrl+Tab', 'Ctrl+Shift+Tab'],
    words: 'Next and previous open article',
    does: ['next-article', 'previous-article'],
  },
  { keys: ['Mod+PageDown', 'Mod+PageUp'], words: 'The same' },
  { keys: ['Mod+P'], words: 'Print', does: ['print'] },
  { keys: ['Mod+,'], words: 'Settings', does: ['show-settings'] },
];

const reading: readonly KeyRow[] = [
  { keys: ['Space', 'Shift+Space'], words: 'Page down and up' },
  { keys: ['Mod+F'], words: 'Find in the article', does: ['find'] },
  { keys: ['F3', 'Shift+F3'], words: 'Next hit, previous hit', does: ['find-next', 'find-previous'] },
  { keys: ['Mod+G', 'Mod+Shift+G'], words: 'The same' },
  { keys: ['Alt+Left', 'Alt+Right'], words: 'Back and forward through jumps', does: ['back', 'forward'] },
  { keys: ['Mod+A'], words: 'Select the article', does: ['select-all'] },
  { keys: ['Mod+U'], words: 'Original or cleaned text', does: ['toggle-original'] },
  {
    keys: ['Mod+Shift+R'],
    words: 'Show or hide removed parts in the text',
    does: ['toggle-removals'],
  },
  { keys: ['Mod+D'], words: 'Set the publication date', does: ['set-date'] },
  { keys: ['F7'], words: 'Article list', does: ['toggle-library'] },
  { keys: ['F8'], words: 'Entities and timeline', does: ['toggle-panels'] },
  { keys: ['F9'], words: 'Marks in the text', does: ['toggle-marks'] },
  { keys: ['F11'], words: 'Full screen' },
  {
    keys: ['Mod+=', 'Mod+Plus', 'Mod+-', 'Mod+0'],
    words: 'Larger (two keys), smaller, usual size',
    does: ['larger', 'smaller', 'default-size'],
  },
  { keys: ['Esc'], words: 'One step out: popup, selection, tool, text' },
];

const lists: readonly KeyRow[] = [
  { keys: ['Up', 'Down', 'Home', 'End'], words: 'Move in the list of entities, events or articles' },
  { keys: ['Mod+Z'], words: 'Undo the last correction', does: ['undo-correction'] },
  { keys: ['Mod+Shift+Z', 'Mod+Y'], words: 'Make it again', does: ['redo-correction'] },
  { keys: ['Mod+Alt+Z', 'Mod+Alt+Shift+Z'], words: 'The same two from within a field' },
  { keys: ['F1'], words: 'This list of keys', does: ['show-keys'] },
];

const library: readonly KeyRow[] = [
  { keys: ['Mod+Shift+F'], words: 'Search the library', does: ['search-library'] },
  { keys: ['Enter'], words: 'Open the article' },
  { keys: ['Space', 'Shift+Up', 'Shift+Down'], words: 'Select one, select several' },
  { keys: ['S', 'R', 'T', 'E'], words: 'Star, read or unread, tag, edit title, author and the like' },
  { keys: ['Delete'], words: 'To the bin, or back from it' },
];

const onMac: readonly KeyRow[] = [
  { keys: ['Cmd+[', 'Cmd+]'], words: 'Back and forward through jumps', does: ['back', 'forward'] },
];

/** Every key there is, in groups; with the letters as the code that hears them has them. */
export function keySheet(mac: boolean): { title: string; rows: KeyRow[] }[] {
  const letters = Object.entries(singleKeys).map(([key, { words, does }]): KeyRow => {
    return { keys: [key.toUpperCase()], words, does: [does] };
  });
  const buttons = buttonKeys.map(({ of, keys }): KeyRow => {
    return {
      keys: Object.keys(keys).map((key) => key.toUpperCase()),
      words: `${of}: ${Object.values(keys).join(', ')}`,
    };
  });
  return [
    { title: 'Articles', rows: [...articles] },
    { title: 'Reading', rows: [...reading, ...(mac ? onMac : [])] },
    { title: 'Entities and events', rows: [...lists, ...buttons] },
    { title: 'Library', rows: [...library] },
    { title: 'Single letters', rows: letters },
  ];
}
