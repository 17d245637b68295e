import type { TableCell } from '../../../contract';
import { holdsStructureBesideLists } from './elements';
import { type InlinePiece, InlineText } from './inline-text';
import { trimmed } from './list';
import { descendants, type HtmlElement } from './page-tree';
import { addSubtree } from './subtree-text';

/** Bounds on what a table may claim, so that `colspan="100000"` costs nothing. */
const MOST_SPAN = 100;
const LONGEST_CELL = 2000;

/** True for a table of data; one used to lay out a page is read as ordinary blocks. */
export function isDataTable(table: HtmlElement): boolean {
  if (['presentation', 'none'].includes(table.get('role') ?? '')) return false;
  if (holdsStructureBesideLists(table)) return false;
  let rows = 0;
  let cells = 0;
  for (const element of descendants(table)) {
    if (element.name === 'tr') rows++;
    if (element.name !== 'td' && element.name !== 'th') continue;
    cells++;
    if (element.textLength > LONGEST_CELL) return false;
  }
  return rows > 0 && cells > rows;
}

function spanOf(cell: HtmlElement, name: string): number {
  const value = Number.parseInt(cell.get(name) ?? '', 10);
  return Number.isFinite(value) ? Math.min(Math.max(value, 1), MOST_SPAN) : 1;
}

type Opened = { at: number; cell: Omit<TableCell, 'start' | 'end'> };

/** Reads a data table: cells are ranges of one text, placed on a grid as HTML's table model places them. */
export function readTable(
  table: HtmlElement,
  around: InlineText,
): { piece: InlinePiece; cells: TableCell[]; rows: number; columns: number } | null {
  const text = new InlineText(around);
  const opened: Opened[] = [];
  /** Per column, the first row that is free again after a cell that spans rows. */
  const freeFrom: number[] = [];
  let row = -1;
  let column = 0;
  addSubtree(table, text, {
    enter(element) {
      if (element.name === 'tr') {
        row++;
        column = 0;
      }
      if (element.name !== 'td' && element.name !== 'th') return;
      row = Math.max(row, 0);
      while ((freeFrom[column] ?? 0) > row) column++;
      const rowSpan = spanOf(element, 'rowspan');
      const columnSpan = spanOf(element, 'colspan');
      for (let i = 0; i < columnSpan; i++) freeFrom[column + i] = row + rowSpan;
      const header = element.name === 'th';
      opened.push({ at: text.length, cell: { row, column, rowSpan, columnSpan, header } });
      column += columnSpan;
    },
  });
  const piece = text.take();
  if (!piece || opened.length === 0) return null;
  const length = piece.text.length;
  const cells = opened.map(({ at, cell }, i) => ({
    ...cell,
    ...trimmed(piece.text, Math.min(at, length), Math.min(opened[i + 1]?.at ?? length, length)),
  }));
  return { piece, cells, rows: row + 1, columns: freeFrom.length };
}
