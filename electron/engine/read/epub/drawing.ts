import type { Archive } from '../archive/archive';
import { pictureOf } from '../archive/entry-picture';
import type { DraftBlock } from '../draft';
import { BlockNamer } from '../draft-blocks';
import type { ImageStore } from '../images/image-store';
import { descendants, parseXml, textOf } from '../xml';
import { type ManifestItem, resolveEntry } from './package';

/**
 * A page that is a drawing (SVG): the pictures it is put together of, else the drawing itself, and its words. The
 * pictures inside a drawing are not shown with it, for nothing that a picture refers to is ever read.
 */
export function readDrawing(
  archive: Archive,
  item: ManifestItem,
  images: ImageStore,
  number: number,
): DraftBlock[] {
  const drawing = parseXml(archive.text(item.path) ?? '');
  const inside = descendants(drawing, 'image').flatMap(
    ({ attributes }) => resolveEntry(item.path, attributes.href ?? '') ?? [],
  );
  const alt = textOf(descendants(drawing, 'title')[0]);
  const pictures = (inside.length > 0 ? inside : [item.path]).map((entry) => ({
    id: images.idOf(entry, () => pictureOf(archive, entry)),
    alt,
    source: entry,
  }));
  const namer = new BlockNamer(`c${number}-`);
  const words = descendants(drawing, 'text').map(textOf).filter(Boolean);
  return [
    namer.draft({ kind: 'figure', text: '', marks: [], images: pictures }),
    ...words.map((text) => namer.draft({ kind: 'paragraph', text, marks: [] })),
  ];
}
