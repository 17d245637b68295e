import { Inflate } from 'fflate';
import { EngineError } from '../../errors';
import { LIMITS, tooLarge } from '../limits';

/** A stream of a PDF (ISO 32000-1, 7.3.8), unpacked as far as its bounds allow. */
export interface PdfStream {
  content: Uint8Array;
}

const START = /stream\r?\n/g;
/** Characters before a stream in which its dictionary stands, and filters that unpack what another has unpacked. */
const DICTIONARY = 2_000;
const PACKED_TWICE = /\/(?:FlateDecode|Fl)\s{0,9}\/(?:FlateDecode|Fl)\b/;
const IMAGE = /\/Subtype\s{0,9}\/Image\b/;
/** First byte of a zlib stream with the usual window (RFC 1950); two bytes are its head. */
const ZLIB = 0x78;

/**
 * The streams of a file, in its order. The library unpacks whatever a page names, and a few bytes can unpack to
 * gigabytes: a file that goes past the bounds is refused here, before the library sees it.
 * Throws `EngineError` `file-too-large`, `file-damaged`.
 */
export function* streamsOf(bytes: Uint8Array): Generator<PdfStream> {
  const file = latin1(bytes);
  let reach = 0;
  for (const { index, 0: keyword } of file.matchAll(START)) {
    if (index < reach || file.startsWith('end', index - 3)) continue;
    const from = index + keyword.length;
    const end = file.indexOf('endstream', from);
    if (end < 0) return;
    reach = end;
    const dictionary = file.slice(Math.max(0, index - DICTIONARY), index);
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1);
    const most = IMAGE.test(own) ? LIMITS.archiveBytes : LIMITS.entryBytes;
    const once = unpacked(bytes.subarray(from, end), most);
    const content = PACKED_TWICE.test(own) ? unpacked(once, most) : once;
    checkStates(content);
    yield { content };
  }
}

/** Unpacked when it is packed. */
function unpacked(packed: Uint8Array, most: number): Uint8Array {
  if (packed[0] !== ZLIB) return packed;
  const parts: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((part) => {
    size += part.length;
    if (size <= most) parts.push(part);
  });
  try {
    const SLICE = 65_536;
    for (let at = 2; at < packed.length && size <= most; at += SLICE) {
      inflate.push(packed.subarray(at, at + SLICE));
    }
  } catch {
    return new Uint8Array();
  }
  if (size > most) throw tooLarge(`has a part that unpacks to more than ${Math.round(most / 1e6)} megabytes`);
  return joined(parts, size);
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const SAVE = 0x71;
const RESTORE = 0x51;

function isSpace(code: number | undefined): boolean {
  return code === undefined || code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0;
}

/** Graphics states are saved inside each other some dozens deep; the library keeps a copy of each. */
function checkStates(content: Uint8Array): void {
  if (content.length < 2 * LIMITS.graphicsStates) return;
  let depth = 0;
  for (let at = content.indexOf(SAVE); at >= 0 && at < content.length; at++) {
    const code = content[at];
    if (code !== SAVE && code !== RESTORE) continue;
    if (!isSpace(content[at - 1]) || !isSpace(content[at + 1])) continue;
    depth = code === SAVE ? depth + 1 : Math.max(0, depth - 1);
    if (depth > LIMITS.graphicsStates) throw entangled();
  }
}

function entangled(): EngineError {
  return new EngineError(
    'file-damaged',
    'The PDF nests its drawing deeper than any program does, and cannot be read.',
    'Save the document again, or print it into a new PDF.',
  );
}

/** One character a byte. */
export function latin1(bytes: Uint8Array): string {
  const SLICE = 8_192;
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += SLICE) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + SLICE)));
  }
  return parts.join('');
}
