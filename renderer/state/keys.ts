import type { PlainCommand } from '../../electron/contract';
import { chosenEntity, chosenEvent, clearChoice } from './choice';
import { runCommand } from './commands';
import { dateAsked, dialog, exportMenuOpen, typePanelOpen } from './dialogs';
import { eventForm } from './event-form';
import { closeFind, findOpen } from './find';
import { focusText } from './focus';
import { goBack, goForward } from './jump';
import { drawerOpen } from './layout';
import { settings } from './settings';
import { spokenTools } from './spoken';

/** Single-letter keys, as the key sheet lists them. They can be switched off in the settings. */
export const singleKeys: Record<string, { words: string; does: PlainCommand }> = {
  j: { words: 'Next mention of the chosen entity', does: 'next-mention' },
  k: { words: 'Previous mention of the chosen entity', does: 'previous-mention' },
  d: { words: 'Set the publication date', does: 'set-date' },
  u: { words: 'Undo the last correction', does: 'undo-correction' },
  o: { words: 'Original or cleaned text', does: 'toggle-original' },
  '?': { words: 'This list of keys', does: 'show-keys' },
};

/**
 * Letters that press the buttons (`data-key`) of what is chosen, in words for the key sheet. What stands first hears a
 * letter first.
 */
export const buttonKeys: readonly { within: string; of: string; keys: Record<string, string> }[] = [
  {
    within: '.selection-tools',
    of: 'Selected words',
    keys: { a: 'add as a person', w: 'whom they mean', e: 'add an event' },
  },
  {
    within: '.entity.on',
    of: 'Chosen entity',
    keys: {
      m: 'merge',
      r: 'rename',
      t: 'type',
      s: 'split',
      x: 'not an entity',
      y: 'is the same as suggested',
      n: 'is not the same',
    },
  },
  {
    within: '.event.on',
    of: 'Chosen event',
    keys: { m: 'merge', r: 'revise', c: 'counted from', x: 'hide' },
  },
];

/** @returns a function that stops listening */
export function listenForKeys(): () => void {
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  if (event.key === 'Escape') unwind();
  if (event.altKey && event.key === 'ArrowLeft') goBack();
  if (event.altKey && event.key === 'ArrowRight') goForward();
  if (event.target === document.body) focusText();
  const key = event.key.toLowerCase();
  const taken = isText(event) ? null : takenBack(event, key);
  if (taken) {
    event.preventDefault();
    runCommand(taken);
  }
  if (event.ctrlKey || event.metaKey || event.altKey || !settings.value.singleKeys || isTyping(event)) return;
  if (buttonKeys.some(({ within, keys }) => key in keys && press(within, key))) event.preventDefault();
  else if (singleKeys[key]) runCommand(singleKeys[key].does);
}

/** Presses the button of a key within what is chosen; one `data-among` others is only focused. @returns false when there is none */
function press(within: string, key: string): boolean {
  const button = document.querySelector<HTMLElement>(`${within} [data-key="${key}"]`);
  if (!button) return false;
  if (button instanceof HTMLSelectElement) {
    button.focus();
    button.showPicker();
  } else if (button.dataset.among) button.focus();
  else button.click();
  return true;
}

/** The keys of every desktop: Mod+Z, and Mod+Shift+Z or Mod+Y. */
function takenBack(event: KeyboardEvent, key: string): 'undo-correction' | 'redo-correction' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  if (key === 'z') return event.shiftKey ? 'redo-correction' : 'undo-correction';
  return key === 'y' && !event.shiftKey ? 'redo-correction' : null;
}

/** The key goes to words that are being written, which have an undo of their own. */
function isText({ target }: KeyboardEvent): boolean {
  const field = target instanceof HTMLElement && target.closest<HTMLElement>('input, textarea');
  return Boolean(field) && !(field as HTMLElement).matches('[type="checkbox"], [type="range"]');
}

/** A letter means something to the field the focus is in; in a menu it finds an entry. */
function isTyping(event: KeyboardEvent): boolean {
  return isText(event) || (event.target instanceof HTMLElement && event.target.closest('select') !== null);
}

/** Esc takes back one step: what floats, then the selection, then the tool, then the choice. */
function unwind(): void {
  const floating = [dialog, typePanelOpen, exportMenuOpen, dateAsked, eventForm, drawerOpen].find((open) =>
    Boolean(open.value),
  );
  if (spokenTools.value) spokenTools.value = null;
  else if (floating === dialog) dialog.value = null;
  else if (floating === eventForm) eventForm.value = null;
  else if (floating) (floating as typeof dateAsked).value = false;
  else if (!getSelection()?.isCollapsed) getSelection()?.removeAllRanges();
  else if (findOpen.value) closeFind();
  else if (chosenEntity.value ?? chosenEvent.value) clearChoice();
}
