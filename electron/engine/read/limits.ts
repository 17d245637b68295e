import { BUDGET } from '../../contract';
import { EngineError } from '../errors';

/** Bounds on what is read, so that no file can fill the memory or stop the window. */
export const LIMITS = { ...BUDGET.source, ...BUDGET.article };

/** @param what what goes on after "The file": "has 5,000 pages" */
export function tooLarge(what: string): EngineError {
  return new EngineError(
    'file-too-large',
    `The file ${what}, more than an article can have.`,
    'Choose a smaller file, or split this one and open a part of it.',
  );
}

/** @param length UTF-16 units of text read so far */
export function checkCharacters(length: number): void {
  if (length > LIMITS.characters) throw tooLarge(`holds ${Math.round(length / 1e6)} million characters`);
}

/**
 * True when a reader has made more blocks than an article shows and should stop: the one block too many tells that the
 * source goes on.
 */
export function isFull(blocks: number): boolean {
  return blocks > LIMITS.blocks;
}
