import type { PdfTextItem } from './pdf-library';
import { latin1, type PdfStream } from './streams';

/**
 * Text that a PDF states for glyphs which stand for several letters (ISO 32000-1, 14.9.4, "Replacement text"). Chrome
 * writes every ligature of a saved page so; the library shows such a glyph as a NUL and keeps the statement to itself.
 */

/** How the library gives a glyph that has no character of its own. */
const UNMAPPED = '\0';
const statement = /\/ActualText\s*(?:\(((?:\\[\s\S]|[^\\()])*)\)|<([0-9A-Fa-f\s]*)>)/g;

/** The statements of each content stream that has any, streams in the order of the file. */
export function actualTexts(streams: Iterable<PdfStream>): string[][] {
  const found: string[][] = [];
  for (const { content } of streams) {
    if (!holdsStatement(content)) continue;
    const texts = [...latin1(content).matchAll(statement)].map(([, literal, hex]) => textOf(literal, hex));
    if (texts.length > 0) found.push(texts);
  }
  return found;
}

const SLASH = 0x2f;
const NAME = [...'ActualText'].map((letter) => letter.charCodeAt(0));

/** Looked for in the bytes: most streams state nothing, and making text of megabytes takes long. */
function holdsStatement(content: Uint8Array): boolean {
  for (let at = content.indexOf(SLASH); at >= 0; at = content.indexOf(SLASH, at + 1)) {
    if (NAME.every((code, i) => content[at + 1 + i] === code)) return true;
  }
  return false;
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
