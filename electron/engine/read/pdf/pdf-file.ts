import { EngineError } from '../../errors';
import type { DraftBlock, MetadataCandidate } from '../draft';
import { BlockNamer, type UnnamedBlock } from '../draft-blocks';
import type { FormatReader } from '../format-reader';
import { checkCharacters, LIMITS, tooLarge } from '../limits';
import { bulletOf } from '../text/bullets';
import { listOf } from '../text/structure';
import { actualTexts, UnmappedGlyphs } from './actual-text';
import { findFurniture } from './furniture';
import { readPdfMetadata } from './metadata';
import { type PageLine, type PageText, readPageLines } from './page-lines';
import { joinAcrossBreaks, type PdfParagraph, paragraphsOf, Vocabulary } from './paragraphs';
import { openPdf, type PdfDocument } from './pdf-library';
import { readingOrder } from './reading-order';
import { streamsOf } from './streams';
import { gatherTables } from './tables';

/** A PDF with a text layer: its paragraphs in reading order, running heads and feet taken out. */
export const readPdfFile: FormatReader = async ({ bytes }) => {
  const stated = actualTexts(streamsOf(bytes));
  const document = await open(bytes);
  try {
    const pages = await readPages(document, new UnmappedGlyphs(stated));
    if (pages.every(({ lines }) => lines.length === 0)) throw scanned(document.numPages);
    const metadata = await readPdfMetadata(document).catch(() => []);
    return makeDraft(pages, metadata);
  } finally {
    await document.destroy();
  }
};

async function open(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    return await openPdf(bytes);
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw encrypted();
    throw damaged();
  }
}

async function readPages(document: PdfDocument, unmapped: UnmappedGlyphs): Promise<PageText[]> {
  if (document.numPages > LIMITS.pages) throw tooLarge(`has ${document.numPages.toLocaleString('en')} pages`);
  const pages: PageText[] = [];
  let characters = 0;
  let runs = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const text = await readPage(document, number, unmapped);
    pages.push(text);
    runs += text.runs;
    if (runs > LIMITS.runs) break;
    characters += text.lines.reduce((sum, line) => sum + line.text.length, 0);
    checkCharacters(characters);
  }
  return pages;
}

/** A page that cannot be read is passed over: the others may be whole. */
async function readPage(document: PdfDocument, number: number, unmapped: UnmappedGlyphs): Promise<PageText> {
  try {
    const page = await document.getPage(number);
    const text = await readPageLines(page, number, unmapped);
    page.cleanup();
    return text;
  } catch {
    return { lines: [], width: 0, height: 0, runs: 0 };
  }
}

function makeDraft(pages: readonly PageText[], metadata: MetadataCandidate[]) {
  const furniture = findFurniture(pages);
  const kept = pages.map(({ lines }) => lines.filter((line) => !furniture.has(line)));
  const vocabulary = new Vocabulary(kept.flat());
  const columns = kept
    .flatMap((lines) => readingOrder(gatherTables(lines)))
    .map((column) => paragraphsOf(column, vocabulary));
  const paragraphs = joinAcrossBreaks(columns, vocabulary);
  const blocks = withFurniture(draftBlocks(paragraphs), [...furniture], pages);
  return {
    kind: 'document' as const,
    detected: { format: 'pdf' as const, encoding: null, encodingSource: null },
    blocks,
    candidates: [...titleCandidates(blocks, metadata)],
    images: [],
    original: pages.map(({ lines }) => lines.map(({ text }) => text).join('\n')).join('\n\n'),
    baseUrl: null,
  };
}

/** The largest line of the first page is the title, as a reader sees it; properties are often of an older file. */
function titleCandidates(blocks: readonly DraftBlock[], metadata: MetadataCandidate[]): MetadataCandidate[] {
  const heading = blocks.find(({ block }) => block.kind === 'heading' && block.level === 1)?.block;
  if (!heading) return metadata;
  const { text } = heading;
  return [{ field: 'title', value: text, source: 'heading', words: text }, ...metadata];
}

/** The size in which most of the letters are set. */
function bodySize(paragraphs: readonly PdfParagraph[]): number {
  const letters = new Map<number, number>();
  for (const { text, size, table } of paragraphs) {
    if (table) continue;
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

const HEADING_FACTOR = 1.12;
const LONGEST_HEADING = 240;

/** Sizes of headings in the document, largest first. */
function headingSizes(paragraphs: readonly PdfParagraph[], body: number): number[] {
  const sizes = paragraphs
    .filter(
      ({ size, text, table }) => !table && size > body * HEADING_FACTOR && text.length <= LONGEST_HEADING,
    )
    .map(({ size }) => Math.round(size * 2) / 2);
  return [...new Set(sizes)].sort((a, b) => b - a);
}

/** A block with the page it begins on, counted from 1. */
interface PagedBlock extends DraftBlock {
  page: number;
}

function draftBlocks(paragraphs: readonly PdfParagraph[]): PagedBlock[] {
  const body = bodySize(paragraphs);
  const sizes = headingSizes(paragraphs, body);
  const namer = new BlockNamer();
  const blocks: PagedBlock[] = [];
  for (let i = 0; i < paragraphs.length; i++) {
    const paragraph = paragraphs[i] as PdfParagraph;
    let end = i;
    while (!paragraphs[end]?.table && bulletOf(paragraphs[end]?.text ?? '')) end++;
    const block = end - i > 1 ? listBlock(paragraphs.slice(i, end)) : blockOf(paragraph, sizes);
    blocks.push({ ...namer.draft(block), page: paragraph.page });
    if (end - i > 1) i = end - 1;
  }
  return blocks;
}

function listBlock(paragraphs: readonly PdfParagraph[]): UnnamedBlock {
  return listOf(
    paragraphs.map(({ text, left }) => ({
      text,
      indent: Math.round(left / 10),
      underlined: false,
      separator: false,
    })),
  );
}

function blockOf({ text, size, table }: PdfParagraph, sizes: readonly number[]): UnnamedBlock {
  if (table) return table;
  const rank = sizes.indexOf(Math.round(size * 2) / 2);
  if (rank >= 0 && text.length <= LONGEST_HEADING)
    return { kind: 'heading', level: Math.min(rank + 1, 6), text, marks: [] };
  return { kind: 'paragraph', text, marks: [] };
}

const FURNITURE = { reason: 'pageFurniture' as const, rule: 'running head, foot or page number' };

/** Puts running heads before the first block of their page, and feet behind the last. */
function withFurniture(
  blocks: readonly PagedBlock[],
  furniture: readonly PageLine[],
  pages: readonly PageText[],
): DraftBlock[] {
  const namer = new BlockNamer('furniture-');
  const byPlace = furniture.map((line) => ({
    line,
    before: line.y < (pages[line.page - 1]?.height ?? 0) / 2 ? line.page : line.page + 1,
  }));
  byPlace.sort((a, b) => a.before - b.before || a.line.page - b.line.page || a.line.y - b.line.y);
  const placed: DraftBlock[] = [];
  let next = 0;
  const place = (page: number): void => {
    for (; next < byPlace.length && byPlace[next]!.before <= page; next++) {
      const { text } = byPlace[next]!.line;
      placed.push({ ...namer.draft({ kind: 'paragraph', text, marks: [] }), taken: FURNITURE });
    }
  };
  for (const { page, ...draft } of blocks) {
    place(page);
    placed.push(draft);
  }
  place(Number.POSITIVE_INFINITY);
  return placed;
}

function encrypted(): EngineError {
  return new EngineError(
    'file-encrypted',
    'The PDF is protected by a password.',
    'Open it in a PDF program, save a copy without a password, and open the copy.',
  );
}

function damaged(): EngineError {
  return new EngineError(
    'file-damaged',
    'The PDF is damaged and cannot be read.',
    'Fetch or save the file again and open the new copy.',
  );
}

function scanned(pages: number): EngineError {
  return new EngineError(
    'no-text',
    pages === 1
      ? 'The PDF’s page is a picture without text, probably a scan.'
      : `The PDF’s ${pages} pages are pictures without text, probably scans.`,
    'Have a text recognition program (OCR) make a PDF with a text layer of it, and open that.',
  );
}
