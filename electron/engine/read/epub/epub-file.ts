import type { Block, Mark } from '../../../contract';
import { Archive } from '../archive/archive';
import { pictureOf } from '../archive/entry-picture';
import type { DraftBlock } from '../draft';
import { decodeText } from '../encoding/decode';
import type { FormatReader } from '../format-reader';
import { parseHtml, readHtml } from '../html';
import { readDataUri } from '../images/data-uri';
import { ImageStore } from '../images/image-store';
import { checkCharacters, isFull } from '../limits';
import { titleFromHeadings } from '../metadata/headings';
import { readDrawing } from './drawing';
import { type ManifestItem, readPackage, resolveEntry } from './package';

const PAGE_TYPES = new Set(['application/xhtml+xml', 'text/html', 'application/x-dtbook+xml']);

/** A page may be one drawing (EPUB 3.3, 6.2): picture books are made of such. */
const DRAWING = 'image/svg+xml';

interface Chapter {
  item: ManifestItem;
  blocks: DraftBlock[];
}

/** A book: the pages of its spine in reading order, as one article. */
export const readEpubFile: FormatReader = ({ bytes }, decisions) => {
  const archive = new Archive(bytes);
  const book = readPackage(archive);
  const images = new ImageStore();
  const chapters: Chapter[] = [];
  let characters = 0;
  let blockCount = 0;
  for (const item of book.spine) {
    if (!isReadable(item)) continue;
    const chapter = readChapter(archive, item, images, chapters.length + 1, decisions.encoding);
    if (!chapter) continue;
    chapters.push(chapter);
    characters += chapter.blocks.reduce((sum, { block }) => sum + block.text.length, 0);
    checkCharacters(characters);
    blockCount += chapter.blocks.length;
    if (isFull(blockCount)) break;
  }
  linkNotesAcross(chapters);
  const blocks = chapters.flatMap((chapter) => chapter.blocks);
  return {
    kind: 'document',
    detected: { format: 'epub', encoding: null, encodingSource: null },
    blocks,
    candidates: [...book.candidates, ...titleFromHeadings(blocks, 'heading')],
    images: images.resources,
    original: blocks.map(({ block }) => block.text).join('\n\n'),
    baseUrl: null,
  };
};

/** The table of contents is a page too, but not one to read. */
function isReadable({ mediaType, properties, path }: ManifestItem): boolean {
  return (
    !properties.includes('nav') &&
    (PAGE_TYPES.has(mediaType) || /\.x?html?$/i.test(path) || mediaType === DRAWING)
  );
}

function readChapter(
  archive: Archive,
  item: ManifestItem,
  images: ImageStore,
  number: number,
  encoding: string | null,
): Chapter | null {
  const bytes = archive.read(item.path);
  if (!bytes) return null;
  if (item.mediaType === DRAWING) return { item, blocks: readDrawing(archive, item, images, number) };
  const { text } = decodeText(bytes, { markup: true, override: encoding });
  const resolveImage = (source: string) => {
    if (/^data:/i.test(source)) return images.idOf(source, () => readDataUri(source));
    const entry = resolveEntry(item.path, source);
    return entry === null ? null : images.idOf(entry, () => pictureOf(archive, entry));
  };
  const document = parseHtml(text);
  const blocks = readHtml(document, { locate: false, idPrefix: `c${number}-`, resolveImage });
  return { item, blocks };
}

const REFERENCE = /^\[?(?:\d{1,4}|[*†‡§]{1,3}|[a-z])\]?$/i;

/**
 * Notes are often gathered in a chapter of their own: a short link to a place in another chapter is a reference to
 * the first block there that bears its label.
 */
function linkNotesAcross(chapters: readonly Chapter[]): void {
  const byPath = new Map(chapters.map((chapter) => [chapter.item.path, chapter]));
  for (const chapter of chapters) {
    for (const { block } of chapter.blocks) {
      if (!block.marks.some(({ kind }) => kind === 'link')) continue;
      block.marks = block.marks.map((mark) => acrossReference(mark, block, chapter, byPath) ?? mark);
    }
  }
}

function acrossReference(
  mark: Mark,
  block: Block,
  chapter: Chapter,
  byPath: ReadonlyMap<string, Chapter>,
): Mark | null {
  if (mark.kind !== 'link' || !mark.href.includes('#')) return null;
  const label = block.text.slice(mark.start, mark.end).trim();
  if (!REFERENCE.test(label)) return null;
  const path = resolveEntry(chapter.item.path, mark.href);
  const other = path === null ? undefined : byPath.get(path);
  if (!other || other === chapter) return null;
  const plain = label.replace(/[[\]]/g, '');
  const note = other.blocks.find(
    ({ block: { text, kind } }) => kind !== 'heading' && startsWithLabel(text, plain),
  );
  if (!note) return null;
  note.block.noteLabel ??= plain;
  return { kind: 'noteReference', target: note.block.id, start: mark.start, end: mark.end };
}

function startsWithLabel(text: string, label: string): boolean {
  return (
    text.replace(/^[[(]/, '').startsWith(label) &&
    !/^[\p{L}\d]/u.test(text.replace(/^[[(]/, '').slice(label.length))
  );
}
