import { strToU8 } from 'fflate';
import { EngineError } from '../../errors';
import type { MetadataCandidate } from '../draft';
import { type DecodedText, decodeText } from '../encoding/decode';
import type { FormatDraft, FormatReader } from '../format-reader';
import { type ContainedPage, pageDraft } from '../html-file/page-draft';
import { checkCharacters } from '../limits';
import { decodeHeader } from './encoded-words';
import { readMailText } from './mail-text';
import { binaryString, type MimePart, parseMime } from './mime';
import { isNewsletter } from './newsletter';

/** A page saved as one MIME file (RFC 2557), or a mail: the page, with the pictures that came along. */
export const readMhtmlFile: FormatReader = ({ bytes }, decisions) => readMessage(bytes, decisions.encoding);

/** @param encoding label that the reader chose, or null */
export function readMessage(bytes: Uint8Array, encoding: string | null): FormatDraft {
  const { message, parts } = parseMime(binaryString(inBytes(bytes)));
  const shown = parts.filter(({ attached }) => !attached);
  const root = shown.find(({ type }) => type === 'text/html' || type === 'application/xhtml+xml');
  const part = root ?? shown.find(({ type }) => type === 'text/plain');
  if (!part) throw parts.some(({ attached }) => attached) ? onlyAttachments(parts) : damaged();
  const options = { markup: part === root, declared: part.charset, override: encoding };
  const decoded = decodeText(part.bytes(), options);
  return root ? pageOf(decoded, root, message, parts) : textOf(decoded, message);
}

/** A message is a text of bytes; one that a program saved in two-byte characters becomes one again. */
function inBytes(bytes: Uint8Array): Uint8Array {
  const [a, b] = bytes;
  const marked = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  return marked || bytes.subarray(0, 64).includes(0)
    ? strToU8(decodeText(bytes, { markup: false }).text)
    : bytes;
}

function pageOf(
  decoded: DecodedText,
  root: MimePart,
  message: MimePart,
  parts: readonly MimePart[],
): FormatDraft {
  const location = root.location ?? message.header('snapshot-content-location');
  const address = location && /^https?:/i.test(location) ? location : null;
  const draft = pageDraft({ format: 'mhtml', decoded, address, find: partFinder(parts) });
  const isPage = isSavedPage(message) || isNewsletter(message, draft.blocks, decoded.text);
  return {
    ...draft,
    kind: isPage ? 'page' : 'document',
    candidates: [...draft.candidates, ...messageMetadata(message)],
  };
}

function textOf({ text, encoding, encodingSource }: DecodedText, message: MimePart): FormatDraft {
  checkCharacters(text.length);
  return {
    kind: 'document',
    detected: { format: 'mhtml', encoding, encodingSource },
    blocks: readMailText(text),
    candidates: messageMetadata(message),
    images: [],
    original: text,
    baseUrl: null,
  };
}

/** Finds a picture among the parts by its Content-ID or the address it was saved from. */
function partFinder(parts: readonly MimePart[]): ContainedPage['find'] {
  const byName = new Map<string, MimePart>();
  for (const part of parts) {
    for (const name of [part.contentId && `cid:${part.contentId}`, part.location]) {
      if (name && !byName.has(name)) byName.set(name, part);
    }
  }
  return (address, asWritten) => {
    const part = byName.get(asWritten) ?? byName.get(address);
    return part ? { mediaType: part.type, bytes: part.bytes() } : null;
  };
}

/** Browsers sign the pages they save; the date of such a message is the day of saving. */
const SAVED_PAGE = /saved by|snapshot/i;

function isSavedPage(message: MimePart): boolean {
  const address = message.header('snapshot-content-location') ?? message.header('content-location');
  return SAVED_PAGE.test(message.header('from') ?? '') || address !== null || message.header('from') === null;
}

function messageMetadata(message: MimePart): MetadataCandidate[] {
  const candidates: MetadataCandidate[] = [];
  const add = (field: MetadataCandidate['field'], header: string) => {
    const words = message.header(header);
    const value = words && decodeHeader(words);
    if (value) candidates.push({ field, value, source: 'document-properties', words: value });
  };
  add('title', 'subject');
  if (isSavedPage(message)) return candidates;
  add('publicationDate', 'date');
  const from = senderName(decodeHeader(message.header('from') ?? ''));
  if (from && !from.includes('@'))
    candidates.push({ field: 'byline', value: from, source: 'document-properties', words: from });
  return candidates;
}

/** `Name <address>`, or `address (Name)` as before RFC 2822. */
function senderName(from: string): string {
  const comment = /^\S{1,200}@\S{1,200}\s{1,4}\(([^)]{1,200})\)$/.exec(from)?.[1];
  return comment ?? from.replace(/\s*<[^>]{0,200}>\s*$/, '').replace(/^"|"$/g, '');
}

function onlyAttachments(parts: readonly MimePart[]): EngineError {
  const names = parts.flatMap(({ name }) => (name === null ? [] : [decodeHeader(name)])).slice(0, 5);
  return new EngineError(
    'no-text',
    `The mail holds no text, only attachments${names.length > 0 ? ` (${names.join(', ')})` : ''}.`,
    'Save the attachments in the mail program, and open those.',
  );
}

function damaged(): EngineError {
  return new EngineError(
    'file-damaged',
    'The saved page is damaged: no part of it holds a text.',
    'Save the page again from the browser, as one file or complete with its pictures.',
  );
}
