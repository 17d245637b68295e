import { strToU8 } from 'fflate';
import { EngineError } from '../../errors';
import type { MetadataCandidate } from '../draft';
import { type DecodedText, decodeText } from '../encoding/decode';
import type { FormatDraft, FormatReader } from '../format-reader';
import { parseHtml, readHtml } from '../html';
import { readDataUri } from '../images/data-uri';
import { ImageStore } from '../images/image-store';
import { checkCharacters } from '../limits';
import { pageAddress } from '../metadata/address';
import { collectPageMetadata } from '../metadata/page';
import { decodeHeader } from './encoded-words';
import { readMailText } from './mail-text';
import { binaryString, type MimePart, parseMime } from './mime';
import { isNewsletter } from './newsletter';

/** A page saved as one MIME file (RFC 2557), or a mail: the page, with the pictures that came along. */
export const readMhtmlFile: FormatReader = ({ bytes }, decisions) => {
  const { message, parts } = parseMime(binaryString(inBytes(bytes)));
  const shown = parts.filter(({ attached }) => !attached);
  const root = shown.find(({ type }) => type === 'text/html' || type === 'application/xhtml+xml');
  const plain = shown.find(({ type }) => type === 'text/plain');
  const part = root ?? plain;
  if (!part) throw parts.some(({ attached }) => attached) ? onlyAttachments(parts) : damaged();
  const options = { markup: part === root, declared: part.charset, override: decisions.encoding };
  const decoded = decodeText(part.bytes(), options);
  checkCharacters(decoded.text.length);
  const headers = messageMetadata(message);
  return root ? pageDraft(decoded, root, message, parts, headers) : textDraft(decoded, headers);
};

/** A message is a text of bytes; one that a program saved in two-byte characters becomes one again. */
function inBytes(bytes: Uint8Array): Uint8Array {
  const [a, b] = bytes;
  const marked = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  return marked || bytes.subarray(0, 64).includes(0)
    ? strToU8(decodeText(bytes, { markup: false }).text)
    : bytes;
}

function pageDraft(
  { text, encoding, encodingSource }: DecodedText,
  root: MimePart,
  message: MimePart,
  parts: readonly MimePart[],
  headers: MetadataCandidate[],
): FormatDraft {
  const document = parseHtml(text);
  const images = new ImageStore();
  const location = root.location ?? message.header('snapshot-content-location');
  const baseUrl = location && /^https?:/i.test(location) ? location : pageAddress(document, text);
  const candidates = collectPageMetadata(document, pageAddress(document, text) ?? baseUrl);
  const find = partFinder(parts, baseUrl);
  const resolveImage = (source: string) => images.idOf(source, () => find(source));
  const blocks = readHtml(document, { locate: true, idPrefix: '', resolveImage });
  return {
    kind: isSavedPage(message) || isNewsletter(message, blocks, text) ? 'page' : 'document',
    detected: { format: 'mhtml', encoding, encodingSource },
    blocks,
    candidates: [...candidates, ...headers],
    images: images.resources,
    original: text,
    baseUrl,
  };
}

function textDraft(
  { text, encoding, encodingSource }: DecodedText,
  headers: MetadataCandidate[],
): FormatDraft {
  return {
    kind: 'document',
    detected: { format: 'mhtml', encoding, encodingSource },
    blocks: readMailText(text),
    candidates: headers,
    images: [],
    original: text,
    baseUrl: null,
  };
}

/** Finds a picture among the parts by its Content-ID or the address it was saved from. */
function partFinder(parts: readonly MimePart[], baseUrl: string | null) {
  const byName = new Map<string, MimePart>();
  for (const part of parts) {
    for (const name of [part.contentId && `cid:${part.contentId}`, part.location]) {
      if (name && !byName.has(name)) byName.set(name, part);
    }
  }
  return (source: string): { mediaType: string; bytes: Uint8Array } | null => {
    if (/^data:/i.test(source)) return readDataUri(source);
    const full = baseUrl && URL.canParse(source, baseUrl) ? new URL(source, baseUrl).href : source;
    const part = byName.get(source) ?? byName.get(full) ?? byName.get(full.split('#', 1)[0] ?? '');
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
  const from = decodeHeader(message.header('from') ?? '')
    .replace(/\s*<[^>]{0,200}>\s*$/, '')
    .replace(/^"|"$/g, '');
  if (from && !from.includes('@'))
    candidates.push({ field: 'byline', value: from, source: 'document-properties', words: from });
  return candidates;
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
