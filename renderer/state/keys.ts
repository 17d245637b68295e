import { chosenEntity, chosenEvent, clearChoice, walkMentions } from './choice';
import { runCommand } from './commands';
import { dateAsked, dialog, exportMenuOpen, typePanelOpen } from './dialogs';
import { eventForm } from './event-form';
import { closeFind, findOpen } from './find';
import { goBack, goForward } from './jump';
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
const entityKeys = ['m', 'r', 'x'];

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
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (!settings.value.singleKeys) return;
  const key = event.key.toLowerCase();
  if (entityKeys.includes(key)) {
    document.querySelector<HTMLElement>(`.entity.on [data-key="${key}"]`)?.click();
  } else singleKeys[key]?.run();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, select, textarea, [contenteditable]') !== null
  );
}

/** Esc takes back one step: what floats, then the selection, then the tool, then the choice. */
function unwind(): void {
  const floating = [dialog, typePanelOpen, exportMenuOpen, dateAsked, eventForm].find((open) =>
    Boolean(open.value),
  );
  if (floating === dialog) dialog.value = null;
  else if (floating === eventForm) eventForm.value = null;
  else if (floating) (floating as typeof dateAsked).value = false;
  else if (!getSelection()?.isCollapsed) getSelection()?.removeAllRanges();
  else if (findOpen.value) closeFind();
  else if (chosenEntity.value ?? chosenEvent.value) clearChoice();
}
