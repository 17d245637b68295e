import { signal } from '@preact/signals';

/** What was just changed, in words, and how to take it back; null when there is nothing fresh to offer. */
export const undoOffer = signal<{ words: string; undo(): void } | null>(null);

/** Milliseconds the offer stays; the key and the menu take a correction back at any time. */
const OFFERED = 12_000;
let timer: ReturnType<typeof setTimeout> | undefined;

export function offerUndo(words: string, undo: () => void): void {
  clearTimeout(timer);
  undoOffer.value = { words, undo };
  timer = setTimeout(dismissUndo, OFFERED);
}

export function dismissUndo(): void {
  undoOffer.value = null;
}
