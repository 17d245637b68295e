import type { Block, Omission, TableCell } from '../../../contract';
import { LIMITS } from '../limits';
import { marksWithin } from './cut-text';

type Table = Extract<Block, { kind: 'table' }>;

/**
 * The table's first rows and columns, as many as the bounds allow; `omitted` says how many more there are. Spans end
 * where the table ends: one that claims a hundred empty rows takes none.
 * @param room places in the grid that the article has left
 */
export function cutTable(table: Table, room: number): Table {
  const rows = Math.max(1, table.rows);
  const columns = Math.min(Math.max(1, table.columns), LIMITS.columns);
  const most = Math.max(1, Math.floor(Math.min(room, LIMITS.tableCells) / columns));
  const shownRows = Math.min(rows, most);
  const cells = table.cells.filter(({ row, column }) => row < shownRows && column < columns);
  const spanned = cells.map((cell) => ({
    ...cell,
    rowSpan: Math.min(cell.rowSpan, shownRows - cell.row),
    columnSpan: Math.min(cell.columnSpan, columns - cell.column),
  }));
  const omitted: Omission[] = [];
  if (rows > shownRows) omitted.push({ what: 'rows', count: rows - shownRows });
  if (table.columns > columns) omitted.push({ what: 'columns', count: table.columns - columns });
  if (omitted.length === 0) return { ...table, cells: spanned };
  return { ...withCells(table, spanned), rows: shownRows, columns, omitted };
}

/** The table with these of its cells alone, in one text, a cell a line. */
function withCells(table: Table, cells: readonly TableCell[]): Table {
  const marks = marksWithin(table.marks, cells);
  const texts: string[] = [];
  let at = 0;
  const placed = cells.map((cell) => {
    const text = table.text.slice(cell.start, cell.end);
    const start = at;
    texts.push(text);
    at += text.length + 1;
    return { ...cell, start, end: start + text.length };
  });
  return {
    ...table,
    text: texts.join('\n'),
    cells: placed,
    marks: marks.flatMap((own, i) => {
      const { start } = placed[i] as TableCell;
      return own.map((mark) => ({ ...mark, start: mark.start + start, end: mark.end + start }));
    }),
  };
}
