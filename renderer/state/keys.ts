import { chosenEntity, chosenEvent, clearChoice, walkMentions } from './choice';
import { runCommand } from './commands';
import { dateAsked, dialog, exportMenuOpen, typePanelOpen } from './dialogs';
import { eventForm } from './event-form';
import { closeFind, findOpen } from './find';
import { focusText } from './focus';
import { goBack, goForward } from './jump';
import { drawerOpen } from './layout';
import { settings } from './settings';

/** Single-letter keys, as the key sheet lists them. They can be switched off in the settings. */
export const singleKeys: Record<string, { words: string; run(): void }> = {
  j: { words: 'Next mention of the chosen entity', run: () => walkMentions(1) },
  k: { words: 'Previous mention of the chosen entity', run: () => walkMentions(-1) },
  d: { words: 'Set the publication date', run: () => runCommand('set-date') },
  u: { words: 'Undo the last correction', run: () => runCommand('undo-correction') },
  o: { words: 'Original or cleaned text', run: () => runCommand('toggle-original') },
  '?': { words: 'This list of keys', run: () => runCommand('show-keys') },
};

/** Letters that act on the chosen entity press its buttons (`data-key`), so that one place says what they do. */
const entityKeys = ['m', 'r', 't', 's', 'x', 'y'];
/** The same for the chosen event, and for selected words. */
const eventKeys = ['m', 'r', 'c', 'x'];
const selectionKeys = ['a', 'e'];

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
  if (press('.selection-tools', selectionKeys, key)) event.preventDefault();
  else if (press('.entity.on', entityKeys, key)) event.preventDefault();
  else if (press('.event.on', eventKeys, key)) event.preventDefault();
  else singleKeys[key]?.run();
}

/** Presses the button of a key within what is chosen; one `data-among` others is only focused. @returns false when there is none */
function press(within: string, keys: readonly string[], key: string): boolean {
  const button = keys.includes(key) && document.querySelector<HTMLElement>(`${within} [data-key="${key}"]`);
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
  if (floating === dialog) dialog.value = null;
  else if (floating === eventForm) eventForm.value = null;
  else if (floating) (floating as typeof dateAsked).value = false;
  else if (!getSelection()?.isCollapsed) getSelection()?.removeAllRanges();
  else if (findOpen.value) closeFind();
  else if (chosenEntity.value ?? chosenEvent.value) clearChoice();
}
