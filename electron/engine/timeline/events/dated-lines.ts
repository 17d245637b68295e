import type { TableCell } from '../../../contract';
import type { EventTime } from './ranges';
import { capitalised, tidied } from './words';

/** What an entry of a chronology tells: its words, and where they stand in the block's text. */
export interface DatedLine {
  headline: string;
  start: number;
  end: number;
}

/** Heads of a calendar's columns tell nothing. */
const CALENDAR =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)[,.]?$/i;

/** Characters of an entry that can be shown as a headline. */
const LONGEST = 160;
/** Share of a cell that its time must fill for the cell to be the row's date. */
const DATE_CELL = 0.6;

function entry(text: string, start: number, end: number): DatedLine | null {
  const headline = capitalised(tidied(text.replace(/\s+/g, ' ')));
  const words = headline.split(' ').filter((word) => /\p{L}{2}/u.test(word) && !CALENDAR.test(word));
  return words.length >= 2 && headline.length <= LONGEST ? { headline, start, end } : null;
}

/** "1969: first landing on the Moon", "3 May – The pier opens": a line that begins with its date and a colon or dash. */
export function chronologyLine(text: string, { start, end }: EventTime): DatedLine | null {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const lineEnd = next === -1 ? text.length : next;
  if (!/^[\s•*(-]*$/.test(text.slice(lineStart, start))) return null;
  const rest = text.slice(end, lineEnd);
  const mark = /^\s*[:–—]\s*|^\s+[-|]\s+/.exec(rest);
  return mark ? entry(rest.slice(mark[0].length), lineStart, lineEnd) : null;
}

/** Heads of columns that say when a row happened. */
const TELLS_WHEN =
  /\b(?:date|dates|year|years|when|time|day|month|period|week|decade|era|season|reign|term|tenure|from|since|until)\b/i;
/** Heads of columns that say what happened to the row's thing then: "Founded". */
const BEGINS =
  /^(?:year |date )?(?:founded|established|launched|opened|built|released|born|died|created|completed|published|acquired|signed|elected|closed|demolished|abolished|incorporated)$/i;

/** The head of a cell's column; null where the table has none. */
function headOf(cells: readonly TableCell[], { column }: TableCell): TableCell | null {
  return cells.find((cell) => cell.header && cell.column === column) ?? null;
}

/** "Embarque" in a row with 2020 under "Founded": "Embarque founded". */
function beginning(text: string, row: readonly TableCell[], date: TableCell, head: string): DatedLine | null {
  const name = row.find((cell) => cell !== date && /\p{L}{2}/u.test(text.slice(cell.start, cell.end)));
  const [from, to] = [Math.min(...row.map((cell) => cell.start)), Math.max(...row.map((cell) => cell.end))];
  const what = head.replace(/^(?:year|date) /i, '').toLowerCase();
  return name ? entry(`${text.slice(name.start, name.end).trim()} ${what}`, from, to) : null;
}

/** The row of a table whose one cell is the time: what its other cells say in words. Figures alone tell no event. */
export function tableRow(
  text: string,
  cells: readonly TableCell[],
  { start, end }: EventTime,
): DatedLine | null {
  const date = cells.find((cell) => cell.start <= start && end <= cell.end);
  if (!date || date.header || (end - start) / Math.max(1, date.end - date.start) < DATE_CELL) return null;
  const row = cells.filter((cell) => cell.row === date.row);
  const first = row.find((cell) => (cell.end - cell.start) * DATE_CELL <= end - start && cell.start <= start);
  if (first !== date && first !== undefined && /\d{4}/.test(text.slice(first.start, first.end))) return null;
  const head = headOf(cells, date);
  const name = head === null ? null : text.slice(head.start, head.end).trim();
  if (name !== null && BEGINS.test(name)) return beginning(text, row, date, name);
  if (name !== null && !TELLS_WHEN.test(name)) return null;
  const told = row.filter((cell) => cell !== date && /\p{L}{3}/u.test(text.slice(cell.start, cell.end)));
  if (told.length === 0) return null;
  const [from, to] = [Math.min(...row.map((cell) => cell.start)), Math.max(...row.map((cell) => cell.end))];
  return entry(told.map((cell) => text.slice(cell.start, cell.end).trim()).join(', '), from, to);
}
