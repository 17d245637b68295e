import type { DetectedFormat } from '../../../contract';
import { declaredEncoding } from './declared';
import { detectEncoding, isIso2022Jp } from './detect';
import { labelToName, TextDecoder } from './encoding-library';
import { decodeUtf32, unmarkedUtf16 } from './wide';

export interface DecodeOptions {
  /** The bytes are a page or XML document, which may name its encoding in itself. */
  markup: boolean;
  /** Label that the container gives (a MIME part's charset). */
  declared?: string | null;
  /** Label the reader chose; beats everything. */
  override?: string | null;
}

export type DecodedText = { text: string } & Pick<DetectedFormat, 'encoding' | 'encodingSource'>;

/** What a wrong byte here and there may amount to before the declared encoding is not believed. */
const BELIEVABLE_ERRORS = 0.1;
const REPLACEMENT = /\ufffd/g;
const ABOVE_ASCII = /[^\0-\u007f]/g;

/**
 * Turns a file's bytes into text: the reader's choice, else a byte order mark, strict UTF-8, the encoding the file
 * declares, detection. A declaration that the bytes contradict is passed over. Malformed bytes become U+FFFD.
 */
export function decodeText(bytes: Uint8Array, options: DecodeOptions): DecodedText {
  const chosen = options.override ? nameOf(options.override) : null;
  if (chosen) return { text: decodeAs(bytes, chosen), encoding: chosen, encodingSource: 'reader' };
  return (
    byMark(bytes) ??
    byStrictUtf8(bytes, options) ??
    byDeclaration(bytes, options) ??
    byDetection(bytes, options)
  );
}

/**
 * WHATWG name of a label, lower case. `replacement` (labels whose decoding was an attack) and the wide labels give
 * null: a `meta` tag that could be read byte by byte cannot stand in UTF-16.
 */
function nameOf(label: string): string | null {
  const name = labelToName(label.trim())?.toLowerCase() ?? null;
  return name === 'replacement' || name === 'x-user-defined' ? null : name;
}

function decodeAs(bytes: Uint8Array, name: string): string {
  return new TextDecoder(name).decode(bytes);
}

function byMark(bytes: Uint8Array): DecodedText | null {
  const [a, b, c, d] = bytes;
  const wide = decodeUtf32(bytes);
  if (wide) return { ...wide, encodingSource: 'bom' };
  const name =
    a === 0xef && b === 0xbb && c === 0xbf
      ? 'utf-8'
      : a === 0xff && b === 0xfe && (c !== 0 || d !== 0)
        ? 'utf-16le'
        : a === 0xfe && b === 0xff
          ? 'utf-16be'
          : null;
  return name && { text: decodeAs(bytes, name), encoding: name, encodingSource: 'bom' };
}

function byStrictUtf8(bytes: Uint8Array, options: DecodeOptions): DecodedText | null {
  const wide = unmarkedUtf16(bytes);
  if (wide) return { text: decodeAs(bytes, wide), encoding: wide, encodingSource: 'detected' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (isIso2022Jp(bytes)) return iso2022Jp(bytes, options);
    return { text, encoding: 'utf-8', encodingSource: 'utf-8' };
  } catch {
    return null;
  }
}

/** ISO-2022-JP switches its tables with escape sequences of ASCII bytes, so that it passes as strict UTF-8. */
function iso2022Jp(bytes: Uint8Array, options: DecodeOptions): DecodedText {
  const encoding = 'iso-2022-jp';
  const declared = declaredBy(bytes, options) === encoding;
  return { text: decodeAs(bytes, encoding), encoding, encodingSource: declared ? 'declared' : 'detected' };
}

function declaredBy(bytes: Uint8Array, options: DecodeOptions): string | null {
  const label = options.declared ?? (options.markup ? declaredEncoding(bytes) : null);
  const name = label ? nameOf(label) : null;
  return name?.startsWith('utf-16') ? 'utf-8' : name;
}

function byDeclaration(bytes: Uint8Array, options: DecodeOptions): DecodedText | null {
  const name = declaredBy(bytes, options);
  if (!name) return mostlyUtf8(bytes);
  const text = decodeAs(bytes, name);
  return believable(text) ? { text, encoding: name, encodingSource: 'declared' } : null;
}

/** A UTF-8 file with a stray byte (cut off, or joined from parts) is still one. */
function mostlyUtf8(bytes: Uint8Array): DecodedText | null {
  const text = decodeAs(bytes, 'utf-8');
  return believable(text) ? { text, encoding: 'utf-8', encodingSource: 'utf-8' } : null;
}

function believable(text: string): boolean {
  const wrong = text.match(REPLACEMENT)?.length ?? 0;
  const foreign = text.match(ABOVE_ASCII)?.length ?? 0;
  return wrong <= foreign * BELIEVABLE_ERRORS;
}

function byDetection(bytes: Uint8Array, options: DecodeOptions): DecodedText {
  const name = nameOf(detectEncoding(bytes, options.markup)) ?? 'windows-1252';
  return { text: decodeAs(bytes, name), encoding: name, encodingSource: 'detected' };
}
