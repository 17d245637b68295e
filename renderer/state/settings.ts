import { signal } from '@preact/signals';
import { DEFAULT_SETTINGS, type Settings } from '../../electron/contract';
import { ask } from './bridge';

export const settings = signal<Settings>(DEFAULT_SETTINGS);

/** Shows the change at once and keeps it; main clamps and answers with what it kept. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  settings.value = { ...settings.value, ...change };
  const kept = await ask('app.settings', change);
  if (kept) settings.value = kept;
}

/** CSS px a step; the range is checked by main. */
export function changeFontSize(step: number): void {
  const fontSize = Math.min(40, Math.max(12, settings.value.fontSize + step));
  void changeSettings({ fontSize });
}
