import type { Packed } from '../../electron/contract';
import { unpacking } from '../../electron/packing/unpack';
import { failure } from './bridge';

/** Milliseconds of work at a stretch: keys and clicks are answered in between. */
const STRETCH = 8;

/** In Chromium 129 and later: goes on ahead of other work, but behind what the person does. */
const { scheduler } = globalThis as { scheduler?: { yield?(): Promise<void> } };

/**
 * What main hands over in bytes, unpacked a little at a time, so that the window answers meanwhile, whatever its length.
 * Null when `isWanted` says in between that nobody waits for it any more, or when it cannot be read, which is told.
 */
export async function unpackedInSlices<T extends object>(
  answer: Packed<T>,
  isWanted: () => boolean,
): Promise<T | null> {
  try {
    const steps = unpacking(answer);
    let until = performance.now() + STRETCH;
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      if (performance.now() < until) continue;
      await pause();
      if (!isWanted()) return null;
      until = performance.now() + STRETCH;
    }
  } catch (error) {
    failure.value = {
      code: 'internal',
      file: null,
      cause: 'Dateline could not read what it had made of this article.',
      advice: 'Open the article again; if it happens once more, copy the details and report them.',
      waysOut: ['copy-details'],
      details: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
    return null;
  }
}

function pause(): Promise<void> {
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
