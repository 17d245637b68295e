import { fromBase64 } from '../encoding/base64';
import { LIMITS } from '../limits';

/** One part of a MIME message (RFC 2045, 2046). Bodies are decoded when they are asked for. */
export interface MimePart {
  /** Lower case, without parameters: "text/html". */
  type: string;
  charset: string | null;
  /** Without angle brackets, or null. */
  contentId: string | null;
  location: string | null;
  /** To be saved, not shown (RFC 2183). */
  attached: boolean;
  /** Of the attachment, as written in the header. */
  name: string | null;
  header(name: string): string | null;
  /** The body with its transfer encoding undone. */
  bytes(): Uint8Array;
}

/** Multiparts inside multiparts; mail programs nest three deep. */
const DEEPEST = 8;
const LONGEST_HEADERS = 200_000;
const HEADER = /^([!-9;-~]{1,80}):[ \t]{0,20}(.*)$/;
const BLANK_LINE = /\r?\n\r?\n/;

/** One character a byte, so that bodies in any encoding survive the search for boundaries. */
export function binaryString(bytes: Uint8Array): string {
  const STEP = 8192;
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += STEP)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + STEP)));
  return pieces.join('');
}

/** The bytes of a text of one character a byte. */
export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

const EQUALS = 0x3d;
/** Of white space between a soft break's sign and its line end. */
const LONGEST_PADDING = 80;

function hexValue(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/** Where the line goes on behind a soft break whose sign stands at `at`; -1 when there is none. */
function behindSoftBreak(text: string, at: number): number {
  let next = at + 1;
  while (next <= at + LONGEST_PADDING && (text[next] === ' ' || text[next] === '\t')) next++;
  if (text[next] === '\r') next++;
  return text[next] === '\n' ? next + 1 : -1;
}

/** Quoted-printable (RFC 2045, 6.7); an escape that is none stays as it is. */
export function fromQuotedPrintable(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const high = code === EQUALS ? hexValue(text.charCodeAt(at + 1)) : -1;
    const low = high < 0 ? -1 : hexValue(text.charCodeAt(at + 2));
    if (low >= 0) {
      bytes[length++] = 16 * high + low;
      at += 3;
      continue;
    }
    const behind = code === EQUALS ? behindSoftBreak(text, at) : -1;
    if (behind < 0) bytes[length++] = code;
    at = behind < 0 ? at + 1 : behind;
  }
  return bytes.slice(0, length);
}

function parseHeaders(text: string): Map<string, string> {
  const headers = new Map<string, string>();
  let name = '';
  for (const line of text.slice(0, LONGEST_HEADERS).split(/\r?\n/)) {
    const match = HEADER.exec(line);
    if (match) {
      name = (match[1] ?? '').toLowerCase();
      if (!headers.has(name)) headers.set(name, match[2] ?? '');
    } else if (name !== '' && /^[ \t]/.test(line)) headers.set(name, `${headers.get(name)} ${line.trim()}`);
  }
  return headers;
}

/** A parameter of a header's value: `charset`, `boundary`. */
function parameter(value: string | undefined, name: string): string | null {
  const match = new RegExp(
    `;\\s{0,20}${name}\\s{0,4}=\\s{0,4}(?:"([^"]{0,300})"|([^\\s;]{1,300}))`,
    'i',
  ).exec(value ?? '');
  return match?.[1] ?? match?.[2] ?? null;
}

function undoTransfer(body: string, encoding: string): Uint8Array {
  if (encoding === 'quoted-printable') return fromQuotedPrintable(body);
  return (encoding === 'base64' ? fromBase64(body) : null) ?? bytesOf(body);
}

function partOf(headers: ReadonlyMap<string, string>, body: () => string): MimePart {
  const type = headers.get('content-type');
  const disposition = headers.get('content-disposition');
  const encoding = headers.get('content-transfer-encoding')?.trim().toLowerCase() ?? '';
  return {
    type: (type?.split(';', 1)[0] ?? 'text/plain').trim().toLowerCase(),
    charset: parameter(type, 'charset'),
    contentId: headers.get('content-id')?.trim().replace(/^<|>$/g, '') ?? null,
    location: headers.get('content-location')?.trim() ?? null,
    attached: /^\s{0,8}attachment/i.test(disposition ?? ''),
    name: parameter(disposition, 'filename') ?? parameter(type, 'name'),
    header: (name) => headers.get(name) ?? null,
    bytes: () => undoTransfer(body(), encoding),
  };
}

/** Ranges of the parts that a boundary parts, `[start, end)`; the last one may lack its end. */
function ranges(
  text: string,
  start: number,
  end: number,
  boundary: string,
  most: number,
): [number, number][] {
  const mark = `--${boundary}`;
  const found: [number, number][] = [];
  let open = -1;
  for (
    let at = text.indexOf(mark, start);
    at >= 0 && at < end && found.length < most;
    at = text.indexOf(mark, at + mark.length)
  ) {
    if (at > 0 && text[at - 1] !== '\n') continue;
    if (open >= 0) found.push([open, at]);
    if (text.startsWith('--', at + mark.length)) return found;
    const line = text.indexOf('\n', at);
    if (line < 0) return found;
    open = line + 1;
  }
  if (open >= 0 && found.length < most) found.push([open, end]);
  return found;
}

/** Where the headers of a part `[start, end)` end and its body begins; no farther off than headers may reach. */
function headerEnd(text: string, start: number, end: number): { headersEnd: number; bodyStart: number } {
  const head = text.slice(start, Math.min(end, start + LONGEST_HEADERS));
  const startsBlank = /^\r?\n/.exec(head);
  if (startsBlank) return { headersEnd: start, bodyStart: start + startsBlank[0].length };
  const blank = BLANK_LINE.exec(head);
  if (!blank) return { headersEnd: end, bodyStart: end };
  return { headersEnd: start + blank.index, bodyStart: start + blank.index + blank[0].length };
}

/**
 * The leaf parts of a message in order, at most `LIMITS.parts`, with the headers of the message itself. Multiparts
 * nested deeper than mail programs do are left out.
 */
export function parseMime(text: string): { message: MimePart; parts: MimePart[] } {
  const parts: MimePart[] = [];
  const read = (start: number, end: number, depth: number): MimePart => {
    const { headersEnd, bodyStart } = headerEnd(text, start, end);
    const headers = parseHeaders(text.slice(start, headersEnd));
    const part = partOf(headers, () => text.slice(bodyStart, end));
    const boundary = parameter(headers.get('content-type'), 'boundary');
    if (part.type.startsWith('multipart/') && boundary && depth < DEEPEST) {
      for (const [from, to] of ranges(text, bodyStart, end, boundary, LIMITS.parts - parts.length))
        read(from, to, depth + 1);
    } else if (!part.type.startsWith('multipart/') && parts.length < LIMITS.parts) parts.push(part);
    return part;
  };
  const message = read(0, text.length, 0);
  return { message, parts };
}
