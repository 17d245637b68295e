import type { Block } from '../../electron/contract';
import type { BlockText } from './block-text';
import { columnWidths, type TableSlice, tableSlices } from './slices';

type Table = Extract<Block, { kind: 'table' }>;

/** Estimated em of a row, before the browser lays it out. */
const ROW_HEIGHT = 2.2;

/**
 * A table. A large one is several with the same columns, one below the other, so that the browser lays out only those
 * in view; `rest` fills one of them at each step.
 */
export function tableElement(
  block: Table,
  text: BlockText,
): { element: HTMLElement; rest: Iterator<void> | null } {
  const frame = document.createElement('div');
  frame.className = 'table';
  frame.tabIndex = 0;
  frame.role = 'region';
  frame.ariaLabel = 'Table';
  const slices = tableSlices(block);
  const [only] = slices;
  if (only && slices.length === 1) {
    const table = document.createElement('table');
    fill(table, only, text);
    frame.append(table);
    return { element: frame, rest: null };
  }
  const widths = columnWidths(block);
  const tables = slices.map((slice) => slicedTable(slice, widths));
  frame.append(...tables.map(({ slice }) => slice));
  return { element: frame, rest: fillAll(slices, tables, text) };
}

function* fillAll(
  slices: readonly TableSlice[],
  tables: readonly { table: HTMLTableElement }[],
  text: BlockText,
): Iterator<void> {
  for (const [index, slice] of slices.entries()) {
    const table = tables[index]?.table;
    if (table) fill(table, slice, text);
    yield;
  }
}

function slicedTable(
  { rows }: TableSlice,
  widths: readonly number[],
): { slice: HTMLElement; table: HTMLTableElement } {
  const slice = document.createElement('div');
  slice.className = 'table-slice';
  slice.style.containIntrinsicBlockSize = `auto ${rows * ROW_HEIGHT}em`;
  slice.style.width = `${widths.reduce((sum, width) => sum + width, 0)}ch`;
  const table = document.createElement('table');
  const columns = document.createElement('colgroup');
  for (const width of widths) {
    const column = document.createElement('col');
    column.style.width = `${width}ch`;
    columns.append(column);
  }
  table.append(columns);
  slice.append(table);
  return { slice, table };
}

function fill(
  table: HTMLTableElement,
  { row: first, rows: count, cells }: TableSlice,
  text: BlockText,
): void {
  const body = document.createElement('tbody');
  const rows = Array.from({ length: count }, () => body.insertRow());
  for (const cell of cells) {
    const element = document.createElement(cell.header ? 'th' : 'td');
    text.append(element, cell);
    if (cell.rowSpan > 1) element.rowSpan = cell.rowSpan;
    if (cell.columnSpan > 1) element.colSpan = cell.columnSpan;
    rows[cell.row - first]?.append(element);
  }
  table.append(body);
}
