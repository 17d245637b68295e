import { Inflate } from 'fflate';
import { LIMITS } from '../limits';
import type { PdfTextItem } from './pdf-library';

/**
 * Text that a PDF states for glyphs which stand for several letters (ISO 32000-1, 14.9.4, "Replacement text"). Chrome
 * writes every ligature of a saved page so; the library shows such a glyph as a NUL and keeps the statement to itself.
 */

/** How the library gives a glyph that has no character of its own. */
const UNMAPPED = '\0';
const statement = /\/ActualText\s*(?:\(((?:\\[\s\S]|[^\\()])*)\)|<([0-9A-Fa-f\s]*)>)/g;
const streamStart = /stream\r?\n/g;

/** The statements of each content stream that has any, streams in the order of the file. */
export function actualTexts(bytes: Uint8Array): string[][] {
  const file = latin1(bytes);
  if (!file.includes('/FlateDecode') && !file.includes('/ActualText')) return [];
  const found: string[][] = [];
  let room = LIMITS.archiveBytes;
  let reach = 0;
  for (const { index, 0: keyword } of file.matchAll(streamStart)) {
    if (index < reach || file.startsWith('end', index - 3)) continue;
    const from = index + keyword.length;
    const end = file.indexOf('endstream', from);
    if (end < 0 || room <= 0) break;
    reach = end;
    const content = contentOf(bytes.subarray(from, end), Math.min(room, LIMITS.entryBytes));
    room -= content.length;
    const texts = [...content.matchAll(statement)].map(([, literal, hex]) => textOf(literal, hex));
    if (texts.length > 0) found.push(texts);
  }
  return found;
}

/** Unpacked when it is packed; what is neither holds no statement. Stops at `most` bytes. */
function contentOf(packed: Uint8Array, most: number): string {
  // First byte of a zlib stream with the usual window (RFC 1950); the two bytes before deflate's own data are its head.
  if (packed[0] !== 0x78) return latin1(packed.subarray(0, most));
  const parts: string[] = [];
  let size = 0;
  const inflate = new Inflate((part) => {
    size += part.length;
    if (size <= most) parts.push(latin1(part));
  });
  try {
    const SLICE = 65_536;
    for (let at = 2; at < packed.length && size <= most; at += SLICE) {
      inflate.push(packed.subarray(at, at + SLICE));
    }
  } catch {
    return '';
  }
  return parts.join('');
}

function latin1(bytes: Uint8Array): string {
  const SLICE = 8_192;
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += SLICE) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + SLICE)));
  }
  return parts.join('');
}

/** A text string (7.9.2.2): UTF-16 after its byte order mark, else one byte a character. */
function textOf(literal: string | undefined, hex: string | undefined): string {
  const bytes =
    literal === undefined
      ? (hex ?? '')
          .replace(/\s/g, '')
          .replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)))
      : literal.replace(/\\([0-7]{1,3})|\\([\s\S])/g, (_, octal: string | undefined, plain: string) =>
          octal ? String.fromCharCode(Number.parseInt(octal, 8)) : plain,
        );
  if (!bytes.startsWith('\xFE\xFF')) return bytes;
  return bytes
    .slice(2)
    .replace(/[\s\S]{2}/g, (pair) => String.fromCharCode(pair.charCodeAt(0) * 256 + pair.charCodeAt(1)));
}

/**
 * Puts the stated text in the place of unmapped glyphs, page by page. A page takes the next stream that states as
 * many texts as it has such glyphs; where none does, nothing is guessed and the glyphs stay unmapped.
 */
export class UnmappedGlyphs {
  #next = 0;

  constructor(private readonly streams: readonly string[][]) {}

  /** Called once for every page, in their order. Changes the items. */
  fill(items: readonly PdfTextItem[]): void {
    const count = items.reduce((sum, { str = '' }) => sum + str.split(UNMAPPED).length - 1, 0);
    if (count === 0) return;
    const texts = this.#take(count);
    if (!texts) return;
    let used = 0;
    for (const item of items) {
      item.str = item.str?.replaceAll(UNMAPPED, () => texts[used++] ?? '');
    }
  }

  /** A statement of one character often only repeats what the glyph is mapped to already, so it may not count. */
  #take(count: number): string[] | null {
    for (let at = this.#next; at < this.streams.length; at++) {
      const stated = this.streams[at] ?? [];
      const several = stated.filter((text) => text.length > 1);
      const fitting = [stated, several].find((texts) => texts.length === count);
      if (!fitting) continue;
      this.#next = at + 1;
      return fitting;
    }
    return null;
  }
}
