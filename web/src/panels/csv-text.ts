/** Tables as CSV that spreadsheets open with Chinese intact and without running anything. */

type Cell = string | number | null | undefined;

/** Text that a spreadsheet would take for a formula is quoted with an apostrophe (OWASP, CSV injection); numbers stay numbers. */
function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  // Twelve digits: what a double has beyond is dust of sums.
  if (typeof cell === 'number') return String(Number(cell.toPrecision(12)));
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180 with a byte order mark and CRLF. `[['a', 1], ['=b', 2]]` → `\uFEFFa,1\r\n'=b,2\r\n`. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;
}
