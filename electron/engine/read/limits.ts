import { EngineError } from '../errors';

/**
 * Bounds on what is read, so that no file can fill the memory or stop the window. They lie far above any article
 * (a long novel has 3 million characters in some 20,000 paragraphs).
 */
export const LIMITS = {
  /** UTF-16 units of decoded text or extracted text. */
  characters: 16_000_000,
  blocks: 40_000,
  /** UTF-16 units of one paragraph; a longer one is cut at a space. */
  blockCharacters: 20_000,
  /** Bytes of one unpacked archive entry, and of all of them. */
  entryBytes: 48_000_000,
  archiveBytes: 192_000_000,
  archiveEntries: 20_000,
  /** Parts of an MHTML file. */
  parts: 5_000,
  /** Pages of a PDF. */
  pages: 3_000,
  images: 2_000,
  imageBytes: 96_000_000,
};

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

export function checkBlocks(count: number): void {
  if (count > LIMITS.blocks)
    throw tooLarge(`holds more than ${LIMITS.blocks.toLocaleString('en')} paragraphs`);
}
