import type { Block, Range, TableCell } from '../../electron/contract';

/** Boxes (blocks, items, cells, marks) in one slice: what the browser lays out at once, in some tens of milliseconds. */
const SLICE_WEIGHT = 800;
/** Boxes of an article that is shown without slices. */
const SHORT_WEIGHT = 2_000;
/** UTF-16 units that weigh as much as one box. */
const TEXT_OF_BOX = 200;
/** Places in the grid of a table that is laid out as a whole. */
const TABLE_PLACES = 1_000;
/** UTF-16 units in a line of the reading column, and heights in em, for the scroll bar before a slice is laid out. */
const LINE_UNITS = 68;
const LINE_HEIGHT = 1.6;
const BLOCK_GAP = 0.95;
const PICTURE_HEIGHT = 16;

/** Blocks `[start, end)` of an article that are laid out together. */
export interface Slice extends Range {
  /** Estimate, in em. */
  height: number;
}

function weightOf(block: Block): number {
  const parts = block.kind === 'list' ? block.items.length : 0;
  return 1 + parts + block.marks.length + block.text.length / TEXT_OF_BOX;
}

function heightOf(block: Block): number {
  const lines = (units: number) => Math.max(1, Math.ceil(units / LINE_UNITS)) * LINE_HEIGHT;
  switch (block.kind) {
    case 'table':
      return block.rows * LINE_HEIGHT * 1.2 + BLOCK_GAP;
    case 'figure':
      return block.images.length * PICTURE_HEIGHT + (block.text ? lines(block.text.length) : 0) + BLOCK_GAP;
    case 'list':
      return block.items.reduce((sum, { start, end }) => sum + lines(end - start), 0) + BLOCK_GAP;
    default:
      return lines(block.text.length) + BLOCK_GAP;
  }
}

/**
 * The blocks of an article in slices; one slice when it is short enough to be laid out at once. A large table stands
 * alone, for it has slices of its own.
 */
export function slicesOf(blocks: readonly Block[]): Slice[] {
  const whole = blocks.reduce((sum, block) => sum + weightOf(block), 0);
  const most = whole <= SHORT_WEIGHT ? Number.POSITIVE_INFINITY : SLICE_WEIGHT;
  const slices: Slice[] = [];
  let open: Slice | null = null;
  let weight = 0;
  blocks.forEach((block, index) => {
    const own = weightOf(block);
    // A heading that follows its like stays with it: margins do not melt into each other across slices.
    if (!open || (weight + own > most && !(block.kind === 'heading' && weight < 2 * most))) {
      open = { start: index, end: index, height: 0 };
      slices.push(open);
      weight = 0;
    }
    open.end = index + 1;
    open.height += heightOf(block);
    weight += own;
  });
  return slices;
}

/** Rows of a table that are laid out together, from `row` on. */
export interface TableSlice {
  row: number;
  rows: number;
  /** In the order of the grid; rows still count from the table's first. An empty one goes on from the slice above. */
  cells: TableCell[];
}

/** A table in slices of whole rows; a cell that reaches over a cut goes on, without words, below it. */
export function tableSlices(table: Extract<Block, { kind: 'table' }>): TableSlice[] {
  const step = Math.max(1, Math.floor(TABLE_PLACES / Math.max(1, table.columns)));
  if (table.rows <= step) return [{ row: 0, rows: table.rows, cells: table.cells }];
  const slices: TableSlice[] = [];
  for (let row = 0; row < table.rows; row += step) {
    slices.push({ row, rows: Math.min(step, table.rows - row), cells: [] });
  }
  for (const cell of table.cells) {
    const below = cell.row + cell.rowSpan;
    for (let row = cell.row; row < below; ) {
      const slice = slices[Math.floor(row / step)];
      if (!slice) break;
      const end = Math.min(below, slice.row + slice.rows);
      const words = row === cell.row ? {} : { start: cell.end, end: cell.end };
      slice.cells.push({ ...cell, ...words, row, rowSpan: end - row });
      row = end;
    }
  }
  for (const { cells } of slices) cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return slices;
}

/** UTF-16 units of the narrowest and the widest column, and rows that are looked at. */
const NARROW = 5;
const WIDE = 28;
const LOOKED_AT = 4_000;

/** Widths of a table's columns in `ch`, alike for all its slices, by the longest of the first cells of each. */
export function columnWidths({ cells, columns }: Extract<Block, { kind: 'table' }>): number[] {
  const widths = Array<number>(columns).fill(NARROW);
  for (const { column, columnSpan, start, end } of cells.slice(0, LOOKED_AT)) {
    if (columnSpan > 1) continue;
    widths[column] = Math.min(WIDE, Math.max(widths[column] ?? NARROW, end - start + 2));
  }
  return widths;
}
