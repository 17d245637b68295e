const quoteNeeded = /[",\r\n]/;
/** Cells that a spreadsheet would run as a formula (OWASP, "CSV Injection"). */
const formulaStart = /^[=+\-@\t\r]/;

/**
 * Rows as comma-separated values after RFC 4180, with CR LF line ends and a byte order mark, without which common
 * spreadsheets read UTF-8 as a legacy encoding. A cell that starts like a formula gets an apostrophe before it.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = formulaStart.test(value) ? `'${value}` : value;
  return quoteNeeded.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
