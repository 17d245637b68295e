import type { Decisions, FileFormat } from '../../contract';
import { EngineError } from '../errors';
import type { SourceFile } from '../stages';
import { giveBlockIds } from './block-ids';
import { boundDraft } from './bounds/bound-draft';
import type { Draft } from './draft';
import type { FormatReader } from './format-reader';
import { makeLinksSafe } from './links';
import { emptyFile, sniffFormat } from './sniff';
import { unwrap } from './unwrap';

/** Each format's reader, loaded when it is needed: no format pays for another. */
const readers: Record<FileFormat, () => Promise<FormatReader>> = {
  text: async () => (await import('./text/text-file')).readTextFile,
  markdown: async () => (await import('./markdown/markdown-file')).readMarkdownFile,
  html: async () => (await import('./html-file/html-file')).readHtmlFile,
  docx: async () => (await import('./docx/docx-file')).readDocxFile,
  pdf: async () => (await import('./pdf/pdf-file')).readPdfFile,
  epub: async () => (await import('./epub/epub-file')).readEpubFile,
  mhtml: async () => (await import('./mhtml/mhtml-file')).readMhtmlFile,
  odt: async () => (await import('./odt/odt-file')).readOdtFile,
  rtf: async () => (await import('./rtf/rtf-file')).readRtfFile,
  fb2: async () => (await import('./fb2/fb2-file')).readFb2File,
  mbox: async () => (await import('./mbox/mbox-file')).readMboxFile,
  webarchive: async () => (await import('./webarchive/webarchive-file')).readWebArchiveFile,
  warc: async () => (await import('./warc/warc-file')).readWarcFile,
  wacz: async () => (await import('./warc/warc-file')).readWaczFile,
  zip: async () => (await import('./zipped-page/zipped-page')).readZippedPage,
  feed: async () => (await import('./feed/feed-file')).readFeedFile,
  jats: async () => (await import('./jats/jats-file')).readJatsFile,
  nitf: async () => (await import('./nitf/nitf-file')).readNitfFile,
  notebook: async () => (await import('./notebook/notebook-file')).readNotebookFile,
};

/**
 * Reads a file's bytes into draft blocks in source order, candidates for its metadata, and its pictures. The format
 * is told by the content unless `decisions.format` says otherwise; what was packed for sending is unpacked.
 *
 * Throws `EngineError`: `file-empty`, `file-binary`, `file-damaged`, `file-encrypted`, `file-too-large`, `no-text`.
 */
export async function readSource(source: SourceFile, decisions: Decisions): Promise<Draft> {
  if (source.bytes.length === 0) throw emptyFile();
  const file = decisions.format === null ? unwrap(source) : source;
  const format = decisions.format ?? sniffFormat(file.bytes, file.info.name);
  const read = await readers[format]();
  const { baseUrl, ...whole } = await read(file, decisions);
  const draft = { ...whole, ...boundDraft(whole.blocks) };
  makeLinksSafe(draft.blocks, baseUrl);
  giveBlockIds(draft.blocks);
  if (!draft.blocks.some(({ block }) => block.text !== '' || block.kind === 'figure')) throw noText();
  return draft;
}

function noText(): EngineError {
  return new EngineError(
    'no-text',
    'The file holds no text that can be shown.',
    'If the page builds itself with scripts, save it from the browser once it is fully loaded.',
  );
}
