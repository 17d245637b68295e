import type { Decisions, FileFormat } from '../../contract';
import { EngineError } from '../errors';
import type { SourceFile } from '../stages';
import { giveBlockIds } from './block-ids';
import type { Draft } from './draft';
import type { FormatReader } from './format-reader';
import { checkBlocks } from './limits';
import { makeLinksSafe } from './links';
import { emptyFile, sniffFormat } from './sniff';

/** Each format's reader, loaded when it is needed: no format pays for another. */
const readers: Record<FileFormat, () => Promise<FormatReader>> = {
  text: async () => (await import('./text/text-file')).readTextFile,
  markdown: async () => (await import('./markdown/markdown-file')).readMarkdownFile,
  html: async () => (await import('./html-file/html-file')).readHtmlFile,
  docx: async () => (await import('./docx/docx-file')).readDocxFile,
  pdf: async () => (await import('./pdf/pdf-file')).readPdfFile,
  epub: async () => (await import('./epub/epub-file')).readEpubFile,
  mhtml: async () => (await import('./mhtml/mhtml-file')).readMhtmlFile,
};

/**
 * Reads a file's bytes into draft blocks in source order, candidates for its metadata, and its pictures. The format
 * is told by the content unless `decisions.format` says otherwise.
 *
 * Throws `EngineError`: `file-empty`, `file-binary`, `file-damaged`, `file-encrypted`, `file-too-large`, `no-text`.
 */
export async function readSource(source: SourceFile, decisions: Decisions): Promise<Draft> {
  if (source.bytes.length === 0) throw emptyFile();
  const format = decisions.format ?? sniffFormat(source.bytes, source.info.name);
  const read = await readers[format]();
  const { baseUrl, ...draft } = await read(source, decisions);
  checkBlocks(draft.blocks.length);
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
