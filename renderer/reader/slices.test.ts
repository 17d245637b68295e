import { describe, expect, it } from 'vitest';
import type { Block, TableCell } from '../../electron/contract';
import { columnWidths, slicesOf, tableSlices } from './slices';

const paragraph = (id: number): Block => ({
  id: `b${id}`,
  kind: 'paragraph',
  text: 'Some words.',
  marks: [],
});
const cell = (row: number, column: number, rowSpan = 1, columnSpan = 1): TableCell => ({
  row,
  column,
  rowSpan,
  columnSpan,
  header: false,
  start: row,
  end: row + 3,
});
const table = (rows: number, columns: number, cells: TableCell[]) => ({
  id: 't',
  kind: 'table' as const,
  text: '',
  marks: [],
  rows,
  columns,
  cells,
});

describe('slices of an article', () => {
  it('are one for an article of ordinary length', () => {
    expect(slicesOf(Array.from({ length: 300 }, (_, i) => paragraph(i)))).toHaveLength(1);
    expect(slicesOf([])).toEqual([]);
  });

  it('cover every block once, in order, none of them heavy', () => {
    const slices = slicesOf(Array.from({ length: 100_000 }, (_, i) => paragraph(i)));
    expect(slices[0]?.start).toBe(0);
    expect(slices.at(-1)?.end).toBe(100_000);
    slices.slice(1).forEach((slice, i) => {
      expect(slice.start).toBe(slices[i]?.end);
      expect(slice.end - slice.start).toBeLessThanOrEqual(800);
      expect(slice.height).toBeGreaterThan(0);
    });
  });
});

describe('slices of a table', () => {
  it('leave a small table whole', () => {
    const cells = [cell(0, 0), cell(0, 1)];
    expect(tableSlices(table(1, 2, cells))).toEqual([{ row: 0, rows: 1, cells }]);
  });

  it('hold every row once', () => {
    const cells = Array.from({ length: 300 }, (_, i) => cell(i, 0));
    const slices = tableSlices(table(300, 100, cells));
    expect(slices.map(({ row, rows }) => [row, rows]).slice(0, 3)).toEqual([
      [0, 10],
      [10, 10],
      [20, 10],
    ]);
    expect(slices.flatMap((slice) => slice.cells)).toEqual(cells);
  });

  it('let a cell that reaches over a cut go on below it without words, in its column', () => {
    const [first, second] = tableSlices(table(25, 100, [cell(0, 0), cell(0, 1, 15, 2), cell(10, 0)]));
    expect(first?.cells[1]).toMatchObject({
      row: 0,
      column: 1,
      rowSpan: 10,
      columnSpan: 2,
      start: 0,
      end: 3,
    });
    expect(second?.cells).toMatchObject([
      { row: 10, column: 0 },
      { row: 10, column: 1, rowSpan: 5, columnSpan: 2, start: 3, end: 3 },
    ]);
  });

  it('have columns as wide as their words, within bounds', () => {
    const wide = { ...cell(0, 1), end: 500 };
    expect(columnWidths(table(1, 3, [cell(0, 0), wide, cell(0, 2, 1, 2)]))).toEqual([5, 28, 5]);
  });
});
