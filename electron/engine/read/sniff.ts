import type { FileFormat } from '../../contract';
import { EngineError } from '../errors';
import { Archive } from './archive/archive';
import { readDirectory } from './archive/directory';
import { binaryKind } from './binary-kinds';
import { binaryString } from './mhtml/mime';
import { refusedArchive, refusedByContent, refusedByEnding } from './refused';
import { xmlFormat } from './sniff-xml';
import { mainPage } from './zipped-page/main-page';

/** Bytes from the start that are looked at. */
const PROBE_BYTES = 8192;

const MIME_HEADERS = /^(?:[\w-]{1,60}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,40}){1,40}/;
const MULTIPART = /^content-type:\s{0,8}(?:multipart\/(?:related|mixed|alternative)|text\/html)/im;
/** Headers of a mail of before MIME, or by a program that spares itself the mark (RFC 5322, 3.6). */
const MAIL_HEADERS = [
  'from',
  'to',
  'date',
  'subject',
  'received',
  'message-id',
  'return-path',
  'delivered-to',
];
const FEWEST_MAIL_HEADERS = 3;
const MIME_MARK = /^(?:mime-version|snapshot-content-location|content-location):/im;

/** What only a page begins with, whatever the file is called. */
const PAGE_START = /^<(?:!doctype\s{1,20}html|html|head|body)\b/i;
/** Elements that make a page of a file named as one, or not named at all (the list of the MIME Sniffing Standard). */
const ELEMENT_START =
  /^<(?:script|iframe|h1|div|font|table|a|style|title|b|br|p|article|main|section|meta|link|img|svg)\b/i;
/** What may stand before a page's first element. */
const PREAMBLE = /\s+|<!--[\s\S]{0,8192}?(?:-->|$)|<\?[^>]{0,400}>/y;
const ANY_TAG = /<(?:\/?[a-z][a-z0-9-]{0,20}|!--|!doctype)[\s>/]/i;

const MARKDOWN_FEATURES = [
  /^#{1,6} \S/m,
  /^(?:```|~~~)/m,
  /\[[^\]\n]{1,200}\]\((?:https?:|\/|#|\.)[^)\s]{0,500}\)/,
  /^\|?(?: ?:?-{3,}:? ?\|){1,20}/m,
  /(?:^|\s)(?:\*\*|__)\S[^*_\n]{0,200}(?:\*\*|__)/m,
  /^---\r?\n(?:[\w-]{1,40}:[^\n]{0,500}\r?\n)/,
  /!\[[^\]\n]{0,200}\]\([^)\s]{1,500}\)/,
  /^> \S/m,
];

const EXTENSIONS: Record<string, FileFormat> = {
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  xht: 'html',
  shtml: 'html',
  mht: 'mhtml',
  mhtml: 'mhtml',
  eml: 'mhtml',
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  mkd: 'markdown',
  txt: 'text',
  text: 'text',
};

/** A page that is an archive as well, unpacked by its own script (SingleFile). */
const SELF_EXTRACTING = /^<!doctype html>\s{0,9}<html\b[^>]{0,400}\bdata-sfz\b/i;

/** ASCII view of the first bytes: two-byte encodings lose their zeros. */
function probeOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes.subarray(0, PROBE_BYTES)) if (byte !== 0) text += String.fromCharCode(byte);
  return text.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '');
}

function withoutPreamble(probe: string): string {
  PREAMBLE.lastIndex = 0;
  let end = 0;
  while (PREAMBLE.test(probe)) end = PREAMBLE.lastIndex;
  return probe.slice(end);
}

/**
 * The format of a file by its content; the name decides only between formats of running text.
 * Throws `EngineError`: `file-empty`, `file-binary`, `file-encrypted` (a protected Word file).
 */
export function sniffFormat(bytes: Uint8Array, name: string): FileFormat {
  if (bytes.length === 0) throw emptyFile();
  const probe = probeOf(bytes);
  if (probe.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (probe.startsWith('PK\u0003\u0004')) return archiveFormat(bytes);
  if (probe.startsWith('bplist0') && isWebArchive(bytes)) return 'webarchive';
  if (SELF_EXTRACTING.test(probe)) return 'zip';
  const kind = binaryKind(bytes);
  if (kind) throw kind;
  return textFormat(probe, name);
}

/** A binary property list names its parts somewhere near its ends. */
function isWebArchive(bytes: Uint8Array): boolean {
  const NEAR = 65_536;
  const ends = [bytes.subarray(0, NEAR), bytes.subarray(Math.max(0, bytes.length - NEAR))];
  return ends.some((end) => binaryString(end).includes('WebMainResource'));
}

export function emptyFile(): EngineError {
  return new EngineError('file-empty', 'The file is empty.', 'Save the article again and open the new file.');
}

function archiveFormat(bytes: Uint8Array): FileFormat {
  const names = [...readDirectory(bytes).keys()];
  const has = (name: string) => names.includes(name);
  if (has('[Content_Types].xml') && names.some((name) => /^word\/[^/]+\.xml$/.test(name))) return 'docx';
  if (has('META-INF/container.xml')) return 'epub';
  const stated = has('mimetype') ? (new Archive(bytes).text('mimetype')?.trim() ?? '') : '';
  if (/opendocument\.text/.test(stated) || (stated === '' && has('content.xml') && has('styles.xml')))
    return 'odt';
  if (names.some((name) => /^archive\/.*\.warc(?:\.gz)?$/.test(name))) return 'wacz';
  if (stated === '' && mainPage(names) !== null) return 'zip';
  throw refusedArchive([...names, stated]);
}

/** Headers, and a blank line behind them. */
function isMail(headers: string, head: string): boolean {
  const names = new Set(headers.split('\n').map((line) => line.split(':', 1)[0]?.toLowerCase() ?? ''));
  const known = MAIL_HEADERS.filter((name) => names.has(name)).length;
  return known >= FEWEST_MAIL_HEADERS && names.has('from') && head.startsWith('\n', headers.length);
}

const MBOX_START = /^From [^\n]{0,400}\n[\w-]{1,60}:/;
const NOTEBOOK =
  /^\s{0,40}\{\s{0,200}"(?:cells|metadata|nbformat)"[\s\S]{0,4000}"(?:cell_type|kernelspec|nbformat_minor)"\s{0,20}:/;

/** Texts with a structure that is told by how they begin; null when it has to be told otherwise. */
function structuredFormat(probe: string, head: string, named: FileFormat | null): FileFormat | null {
  const headers = MIME_HEADERS.exec(head)?.[0];
  if (headers && MULTIPART.test(headers) && MIME_MARK.test(headers)) return 'mhtml';
  if (named === 'mhtml' && MIME_MARK.test(head)) return 'mhtml';
  if (headers && isMail(headers, head)) return 'mhtml';
  if (MBOX_START.test(head)) return 'mbox';
  if (probe.startsWith('WARC/')) return 'warc';
  if (probe.startsWith('{\\rtf')) return 'rtf';
  return NOTEBOOK.test(probe) ? 'notebook' : xmlFormat(probe);
}

function textFormat(probe: string, name: string): FileFormat {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const named = EXTENSIONS[ending] ?? null;
  const structured = structuredFormat(probe, probe.replaceAll('\r\n', '\n'), named);
  if (structured) return structured;
  const start = withoutPreamble(probe);
  if (PAGE_START.test(start)) return 'html';
  if (named === 'html' && (start === '' || ANY_TAG.test(probe))) return 'html';
  if (named === 'markdown') return 'markdown';
  const refusal = refusedByEnding(ending) ?? (named === 'text' ? null : refusedByContent(probe));
  if (refusal) throw refusal;
  if (named !== 'text' && ELEMENT_START.test(start)) return 'html';
  if (MARKDOWN_FEATURES.filter((feature) => feature.test(probe)).length >= 2) return 'markdown';
  return named === 'html' ? 'html' : 'text';
}
