import { computed, signal } from '@preact/signals';
import type { TextSpan } from '../../electron/contract';

/** Spans jumped from, oldest first, and those undone by Back, nearest last. */
const past = signal<TextSpan[]>([]);
const future = signal<TextSpan[]>([]);

export const canGoBack = computed(() => past.value.length > 0);
export const canGoForward = computed(() => future.value.length > 0);

export function rememberJump(from: TextSpan | null): void {
  if (!from) return;
  past.value = [...past.value, from].slice(-200);
  future.value = [];
}

/** @returns where to go; null when there is no step back. */
export function stepBack(here: TextSpan | null): TextSpan | null {
  const to = past.value.at(-1) ?? null;
  if (!to) return null;
  past.value = past.value.slice(0, -1);
  if (here) future.value = [...future.value, here];
  return to;
}

export function stepForward(here: TextSpan | null): TextSpan | null {
  const to = future.value.at(-1) ?? null;
  if (!to) return null;
  future.value = future.value.slice(0, -1);
  if (here) past.value = [...past.value, here];
  return to;
}

export function forgetJumps(): void {
  past.value = [];
  future.value = [];
}
