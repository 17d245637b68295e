import { gunzip, inflateBody, isGzip } from '../archive/gunzip';
import { LIMITS } from '../limits';

/** What was answered to one request, as an archive of the web keeps it (WARC 1.1, ISO 28500). */
export interface WarcResponse {
  address: string;
  status: number;
  /** Lower case, without parameters. */
  mediaType: string;
  charset: string | null;
  /** The body with its encodings undone; null when one of them is not known (Brotli). */
  body(): Uint8Array | null;
}

const LINE_FEED = 0x0a;
/** Longer headers are no headers. */
const LONGEST_HEADERS = 100_000;

/** Headers from `start` on, up to the blank line; null when there is none within reach. */
function headersAt(bytes: Uint8Array, start: number): { lines: string[]; end: number } | null {
  let text = '';
  const last = Math.min(bytes.length, start + LONGEST_HEADERS);
  for (let at = start; at < last; at++) {
    text += String.fromCharCode(bytes[at] as number);
    if (bytes[at] !== LINE_FEED || !(text.endsWith('\r\n\r\n') || text.endsWith('\n\n'))) continue;
    return { lines: text.trimEnd().split(/\r?\n/), end: at + 1 };
  }
  return null;
}

function headerOf(lines: readonly string[], name: string): string | null {
  const wanted = `${name}:`;
  const line = lines.find((one) => one.toLowerCase().startsWith(wanted));
  return line === undefined ? null : line.slice(wanted.length).trim();
}

/** A body sent in chunks (RFC 9112, 7.1); one that does not follow the rule is taken as it is. */
function joinedChunks(body: Uint8Array): Uint8Array {
  const whole = new Uint8Array(body.length);
  let length = 0;
  for (let at = 0; at < body.length; ) {
    let line = '';
    while (at < body.length && body[at] !== LINE_FEED && line.length < 40)
      line += String.fromCharCode(body[at++] as number);
    const size = Number.parseInt(line, 16);
    if (!Number.isFinite(size) || at + 1 + size > body.length)
      return length > 0 ? whole.subarray(0, length) : body;
    if (size === 0) break;
    whole.set(body.subarray(at + 1, at + 1 + size), length);
    length += size;
    at += 1 + size + 2;
  }
  return whole.subarray(0, length);
}

function decodedBody(lines: readonly string[], raw: Uint8Array): Uint8Array | null {
  const chunked = /chunked/i.test(headerOf(lines, 'transfer-encoding') ?? '');
  const body = chunked ? joinedChunks(raw) : raw;
  const encoding = headerOf(lines, 'content-encoding')?.toLowerCase() ?? '';
  if (isGzip(body)) return gunzip(body);
  if (encoding === 'deflate') return inflateBody(body);
  return encoding === '' || encoding === 'identity' || encoding === 'gzip' ? body : null;
}

function responseOf(record: readonly string[], block: Uint8Array): WarcResponse | null {
  const address = headerOf(record, 'warc-target-uri')?.replace(/^<|>$/g, '') ?? '';
  const kind = headerOf(record, 'warc-type');
  if (kind === 'resource') {
    const type = headerOf(record, 'content-type') ?? '';
    return responseFrom(address, 200, type, () => block);
  }
  if (kind !== 'response') return null;
  const http = headersAt(block, 0);
  const status = Number(/^HTTP\/[\d.]{1,4} (\d{3})/.exec(http?.lines[0] ?? '')?.[1]);
  if (!http || !status) return null;
  const type = headerOf(http.lines, 'content-type') ?? '';
  return responseFrom(address, status, type, () => decodedBody(http.lines, block.subarray(http.end)));
}

function responseFrom(
  address: string,
  status: number,
  contentType: string,
  body: () => Uint8Array | null,
): WarcResponse {
  const mediaType = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const charset = /charset\s{0,4}=\s{0,4}"?([\w:.-]{1,40})/i.exec(contentType)?.[1] ?? null;
  return { address, status, mediaType, charset, body };
}

/** The responses of an archive in order, at most `LIMITS.parts`; a record that cannot be read ends them. */
export function readResponses(bytes: Uint8Array): WarcResponse[] {
  const responses: WarcResponse[] = [];
  for (let at = 0; at < bytes.length && responses.length < LIMITS.parts; ) {
    while (bytes[at] === 0x0d || bytes[at] === LINE_FEED) at++;
    const record = headersAt(bytes, at);
    const length = Number(record && headerOf(record.lines, 'content-length'));
    if (!record?.lines[0]?.startsWith('WARC/') || !Number.isSafeInteger(length) || length < 0) break;
    const response = responseOf(record.lines, bytes.subarray(record.end, record.end + length));
    if (response) responses.push(response);
    at = record.end + length;
  }
  return responses;
}
