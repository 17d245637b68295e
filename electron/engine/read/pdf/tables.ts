import type { TableCell } from '../../../contract';
import type { UnnamedBlock } from '../draft-blocks';
import { bulletOf } from '../text/bullets';
import type { PageLine } from './page-lines';

/** Pieces of lines that stand side by side, from left to right. */
type Row = PageLine[];
/** Where a column reaches, in points. */
interface Band {
  left: number;
  right: number;
}

/** Rows that differ less (in font sizes) stand on one baseline. */
const SAME_LINE = 0.45;
/** A wider space between rows (in font sizes) ends a table. */
const WIDEST_GAP = 3.2;
/** Columns nearer to each other (in font sizes) are one. */
const NARROWEST_BAND = 0.4;
const FEWEST_ROWS = 3;
/** Characters of a cell, by the median, beyond which columns are columns of running text. */
const LONGEST_CELL = 28;
/** With two columns, one of them has to be as short as figures and days are. */
const LONGEST_KEY = 16;
/** Share of the rows that have a cell in more than one column. */
const FILLED = 0.6;

function rowsOf(lines: readonly PageLine[]): Row[] {
  const rows: Row[] = [];
  for (const line of [...lines].sort((a, b) => a.y - b.y || a.left - b.left)) {
    const open = rows.at(-1);
    const first = open?.[0];
    if (open && first && Math.abs(line.y - first.y) < Math.min(line.size, first.size) * SAME_LINE)
      open.push(line);
    else rows.push([line]);
  }
  for (const row of rows) row.sort((a, b) => a.left - b.left);
  return rows;
}

/** The bands with those of a row's pieces added; null when the row does not fit into columns with the others. */
function withRow(bands: readonly Band[], row: Row): Band[] | null {
  const gap = (row[0]?.size ?? 10) * NARROWEST_BAND;
  const all = [...bands, ...row.map(({ left, right }) => ({ left, right }))].sort((a, b) => a.left - b.left);
  const merged: Band[] = [];
  for (const band of all) {
    const open = merged.at(-1);
    if (open && band.left < open.right + gap) open.right = Math.max(open.right, band.right);
    else merged.push({ ...band });
  }
  const places = row.map((piece) => columnIn(merged, piece));
  const apart = new Set(places).size === row.length;
  return apart && merged.length >= Math.max(2, bands.length) ? merged : null;
}

function columnIn(bands: readonly Band[], { left, right }: Band): number {
  return bands.findIndex((band) => left >= band.left - 0.01 && right <= band.right + 0.01);
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Figures, days and words side by side, not running text in columns, nor the numbers of a list. */
function isTable(rows: readonly Row[], bands: readonly Band[]): boolean {
  const filled = rows.filter((row) => row.length > 1);
  if (filled.length < FEWEST_ROWS || filled.length < rows.length * FILLED) return false;
  const columns = bands.map((band) =>
    rows.flatMap((row) => row.filter((piece) => columnIn([band], piece) === 0).map(({ text }) => text)),
  );
  if (columns.some((texts) => texts.length === 0)) return false;
  const first = columns[0] as string[];
  if (bands.length === 2 && first.every((text) => bulletOf(`${text} x`) !== null)) return false;
  const lengths = columns.map((texts) => median(texts.map(({ length }) => length)));
  if (bands.length === 2)
    return Math.min(...lengths) <= LONGEST_KEY && Math.max(...lengths) <= 3 * LONGEST_CELL;
  return median([...lengths]) <= LONGEST_CELL;
}

/** Where a run of rows that fit into common columns ends, and the columns. */
function runFrom(rows: readonly Row[], start: number): { end: number; bands: Band[] } {
  let bands: Band[] = [];
  let end = start;
  for (; end < rows.length; end++) {
    const row = rows[end] as Row;
    const before = rows[end - 1];
    const size = row[0]?.size ?? 10;
    if (end > start && before && (row[0]?.y ?? 0) - (before[0]?.y ?? 0) > size * WIDEST_GAP) break;
    if (end === start && row.length < 2) break;
    const next = withRow(bands, row);
    if (!next) break;
    bands = next;
  }
  while (end > start && (rows[end - 1] as Row).length < 2) end--;
  return { end, bands };
}

/**
 * Finds the tables of a page and puts each in the place of its lines, as one piece that reaches from its top to its
 * bottom, so that its rows are read across and the columns round it are still told apart.
 */
export function gatherTables(lines: readonly PageLine[]): PageLine[] {
  const rows = rowsOf(lines);
  const left: PageLine[] = [];
  for (let start = 0; start < rows.length; ) {
    const { end, bands } = runFrom(rows, start);
    const run = rows.slice(start, end);
    if (end - start >= FEWEST_ROWS && isTable(run, bands)) {
      left.push(tableLine(run, bands));
      start = end;
    } else {
      left.push(...(rows[start] as Row));
      start++;
    }
  }
  return left;
}

function tableLine(rows: readonly Row[], bands: readonly Band[]): PageLine {
  const pieces = rows.flat();
  const top = Math.min(...pieces.map(({ y, size }) => y - size * 0.8));
  const bottom = Math.max(...pieces.map(({ y, size }) => y + size * 0.2));
  const size = bottom - top;
  return {
    text: pieces.map(({ text }) => text).join(' '),
    left: Math.min(...bands.map((band) => band.left)),
    right: Math.max(...bands.map((band) => band.right)),
    y: top + size * 0.8,
    size,
    page: pieces[0]?.page ?? 1,
    table: tableOf(rows, bands),
  };
}

/** A row without a first cell, closer to the row above than rows are, goes on with the cells above it. */
function goesOn(row: Row, before: Row | undefined, pitch: number, bands: readonly Band[]): boolean {
  if (!before || row.some((piece) => columnIn(bands, piece) === 0)) return false;
  return (row[0]?.y ?? 0) - (before[0]?.y ?? 0) < pitch * 0.95 || row.length === 1;
}

function tableOf(rows: readonly Row[], bands: readonly Band[]): UnnamedBlock {
  const gaps = rows.slice(1).map((row, i) => (row[0]?.y ?? 0) - (rows[i]?.[0]?.y ?? 0));
  const pitch = median(gaps);
  const grid: string[][] = [];
  rows.forEach((row, i) => {
    const open = grid.at(-1);
    const texts = bands.map((_, column) =>
      row
        .filter((piece) => columnIn(bands, piece) === column)
        .map(({ text }) => text)
        .join(' '),
    );
    if (open && goesOn(row, rows[i - 1], pitch, bands))
      texts.forEach((text, column) => {
        if (text) open[column] = `${open[column]} ${text}`.trim();
      });
    else grid.push(texts);
  });
  let text = '';
  const cells: TableCell[] = [];
  grid.forEach((row, index) => {
    row.forEach((cell, column) => {
      if (cells.length > 0) text += '\n';
      const start = text.length;
      text += cell;
      cells.push({ start, end: text.length, row: index, column, rowSpan: 1, columnSpan: 1, header: false });
    });
  });
  return { kind: 'table', text, marks: [], cells, rows: grid.length, columns: bands.length };
}
