import type { Block } from '../contract';
import type { ReadResult } from './stages';

/** Hexadecimal digits of the file's hash that stand before an image's id. */
const HASH_DIGITS = 16;

/**
 * Readers number the images of one file. The window may hold several articles, so the file's hash goes before the
 * number: the same file gives the same ids, two files never share one.
 */
export function nameImages({ article, original, images }: ReadResult): ReadResult {
  const prefix = article.source.hash.slice(0, HASH_DIGITS);
  const named = (id: string) => `${prefix}-${id}`;
  const rename = (block: Block): Block =>
    block.kind === 'figure'
      ? {
          ...block,
          images: block.images.map((image) =>
            image.id === null ? image : { ...image, id: named(image.id) },
          ),
        }
      : block;
  return {
    article: {
      ...article,
      blocks: article.blocks.map(rename),
      removals: article.removals.map((removal) => ({
        ...removal,
        blocks: removal.blocks.map(rename),
      })),
    },
    original,
    images: images.map((image) => ({ ...image, id: named(image.id) })),
  };
}
