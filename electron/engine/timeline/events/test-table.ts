import type { TableCell } from '../../../contract';

/** A table for tests: its cells with their places in its text, one line a cell; the first row is the head. */
export function tableOf(rows: readonly (readonly string[])[]): { text: string; cells: TableCell[] } {
  let at = 0;
  const cells = rows.flatMap((row, index) =>
    row.map((words, column): TableCell => {
      const start = at;
      at += words.length + 1;
      const span = { rowSpan: 1, columnSpan: 1 };
      return { row: index, column, ...span, header: index === 0, start, end: start + words.length };
    }),
  );
  return { text: rows.flat().join('\n'), cells };
}
