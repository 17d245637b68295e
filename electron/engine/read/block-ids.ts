import type { Block, BlockId, Mark } from '../../contract';
import type { DraftBlock } from './draft';

/** FNV-1a, 32 bits (Fowler, Noll, Vo): short, and the same on every machine. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return (value >>> 0).toString(36);
}

/** An address may be the picture itself; so much of it tells two pictures apart. */
const MOST_ADDRESS = 200;

/** What a block without words is told by: the words it stands behind, and its pictures. */
function wordless(block: Block, before: string): string {
  const images = block.kind === 'figure' ? block.images : [];
  return [block.kind, ...images.map(({ source }) => source.slice(0, MOST_ADDRESS)), before].join(' ');
}

/**
 * Gives the blocks of a source the ids they keep. An id is made of the block's words and of how many blocks with the
 * same words stand before it in the source. So it is the same for the same bytes; cleaning and putting back cannot
 * change it; and where a later version reads one paragraph otherwise, the others keep theirs, which numbers in
 * reading order would not. Two ids of one source are never alike. References to notes follow their blocks; one whose
 * block is not there is dropped.
 */
export function giveBlockIds(blocks: readonly DraftBlock[]): void {
  const names = new Map<BlockId, BlockId>();
  const seen = new Map<string, number>();
  let before = '';
  for (const { block } of blocks) {
    const words = block.text.replace(/\s+/g, ' ').trim();
    const key = hash(words === '' ? wordless(block, before) : words);
    if (words !== '') before = words;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    const id = count === 1 ? `b${key}` : `b${key}-${count}`;
    names.set(block.id, id);
    block.id = id;
  }
  for (const { block } of blocks) {
    block.marks = block.marks.flatMap((mark): Mark[] => {
      if (mark.kind !== 'noteReference') return [mark];
      const target = names.get(mark.target);
      return target === undefined ? [] : [{ ...mark, target }];
    });
  }
}
