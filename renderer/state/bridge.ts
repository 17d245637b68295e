import { signal } from '@preact/signals';
import type { AppError, CallName, Calls, DatelineApi } from '../../electron/contract';

declare global {
  interface Window {
    dateline: DatelineApi;
  }
}

/** What went wrong last and was not dismissed yet. */
export const failure = signal<AppError | null>(null);

/** Asks main; a failure becomes visible in the window, and the answer is then undefined. */
export async function ask<N extends CallName>(
  name: N,
  input: Calls[N]['input'],
): Promise<Calls[N]['output'] | undefined> {
  const result = await window.dateline.call(name, input);
  if (result.ok) return result.value;
  if (result.error.code !== 'cancelled') failure.value = result.error;
  return undefined;
}

export function dismissFailure(): void {
  failure.value = null;
}
