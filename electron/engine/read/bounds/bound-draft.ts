import type { Block, Omission } from '../../../contract';
import type { DraftBlock } from '../draft';
import { LIMITS } from '../limits';
import { cutBlock } from './cut-block';
import { cutTable } from './cut-table';

/** What an article may still hold. */
interface Room {
  cells: number;
  items: number;
  marks: number;
}

export interface BoundedDraft {
  blocks: DraftBlock[];
  /** What was left out of the article as a whole. */
  omitted: Omission[];
}

/**
 * Brings what a reader made into the bounds of an article: a long block is shown as several, a large table with its
 * first rows, and an article without end as far as it goes. Takes time in proportion to what was read.
 */
export function boundDraft(drafts: readonly DraftBlock[]): BoundedDraft {
  const room: Room = { cells: LIMITS.cells, items: LIMITS.items, marks: LIMITS.marks };
  const blocks: DraftBlock[] = [];
  let lostMarks = 0;
  for (const draft of drafts) {
    for (const piece of cutBlock(withinRoom(draft.block, room))) {
      if (piece.marks.length > room.marks) {
        lostMarks += piece.marks.length - room.marks;
        piece.marks = piece.marks.slice(0, room.marks);
      }
      room.marks -= piece.marks.length;
      blocks.push(piece === draft.block ? draft : { ...draft, block: piece });
    }
    if (blocks.length > LIMITS.blocks) break;
  }
  const omitted: Omission[] = [];
  if (blocks.length > LIMITS.blocks) omitted.push({ what: 'blocks', count: null });
  if (lostMarks > 0) omitted.push({ what: 'marks', count: lostMarks });
  return { blocks: blocks.slice(0, LIMITS.blocks), omitted };
}

function withinRoom(block: Block, room: Room): Block {
  if (block.kind === 'table') {
    const table = cutTable(block, room.cells);
    room.cells -= table.rows * table.columns;
    return table;
  }
  if (block.kind !== 'list') return block;
  const { length } = block.items;
  const items = block.items.slice(0, Math.max(1, room.items));
  room.items -= items.length;
  if (items.length === length) return block;
  const end = items.at(-1)?.end ?? 0;
  return {
    ...block,
    items,
    text: block.text.slice(0, end),
    marks: block.marks.flatMap((mark) =>
      mark.start < end ? [{ ...mark, end: Math.min(mark.end, end) }] : [],
    ),
    omitted: [{ what: 'items', count: length - items.length }],
  };
}
