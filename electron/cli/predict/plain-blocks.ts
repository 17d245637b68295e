import type { BlockId } from '../../contract';

/** A piece of a plain text that is analysed as one block. `start` is its UTF-16 offset in the whole text. */
export interface PlainBlock {
  id: BlockId;
  start: number;
  text: string;
}

/** A line end followed by at least one line that holds nothing but spaces or tabs. */
const BLANK_LINES = /\r?\n(?:[ \t]*\r?\n)+/g;

/**
 * Cuts a text that is taken as it is (no cleaning) at its blank lines. White space at the edges of a block is left
 * out and single line ends inside a block stay, so `text.slice(start, start + block.text.length) === block.text`.
 */
export function plainBlocks(text: string): PlainBlock[] {
  const blocks: PlainBlock[] = [];
  const add = (from: number, to: number): void => {
    const piece = text.slice(from, to);
    const trimmed = piece.trim();
    if (trimmed === '') return;
    blocks.push({
      id: `b${blocks.length + 1}`,
      start: from + (piece.length - piece.trimStart().length),
      text: trimmed,
    });
  };
  let from = 0;
  for (const gap of text.matchAll(BLANK_LINES)) {
    add(from, gap.index);
    from = gap.index + gap[0].length;
  }
  add(from, text.length);
  return blocks;
}
