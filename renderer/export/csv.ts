/** Semicolon and tab do not part cells here, but do where a spreadsheet is set to them. */
const quoteNeeded = /[",;\t]/;
/**
 * What a spreadsheet would run as a formula (OWASP, "CSV Injection"), also in its full-width form; at the start of the
 * cell, or behind a semicolon or tab at which another spreadsheet would begin a new one.
 */
const formulaStart = /(^|[;\t])(\s*["']*\s*)(?=[=+\-@＝＋－＠])/g;

/**
 * Rows as comma-separated values after RFC 4180, with CR LF line ends and a byte order mark, without which common
 * spreadsheets read UTF-8 as a legacy encoding. What would start a formula gets an apostrophe before it. A row is one
 * line, so that spreadsheets which part cells at semicolons see the same rows.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const line = value.replace(/\s*[\r\n\v\f\u0085\u2028\u2029]\s*/g, ' ');
  const safe = line.replace(formulaStart, "$1$2'");
  return quoteNeeded.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
