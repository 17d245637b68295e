import type { Analysis, Packed } from '../../contract';
import { packParts } from '../../packing/pack';
import { isPacked, unpackParts } from '../../packing/unpack';
import { pack, unpack } from '../pack';
import { analysisDictionary } from './dictionary';

/** An analysis as it is kept: half the bytes of the form in which it crosses from process to process. */
export function storedAnalysis(packed: Packed<Analysis>, blocks: Uint8Array): Uint8Array {
  return pack(unpackParts(packed), analysisDictionary(blocks));
}

/**
 * The analysis in the form in which it travels; null when what was kept of it is not whole.
 * @param blocks JSON of the article's blocks, as they are packed
 */
export function travellingAnalysis(stored: Uint8Array, blocks: Uint8Array): Packed<Analysis> | null {
  // A row of form 2 has it as it travels.
  if (isPacked(stored)) return stored;
  try {
    return packParts(unpack<string[]>(stored, analysisDictionary(blocks)));
  } catch {
    return null;
  }
}
