/** How cells are written: as they are, or so that a spreadsheet takes none of them for a formula. */
export type CsvKind = 'raw' | 'spreadsheet'

/** One row of a CSV file (RFC 4180), with its line end. */
export function csvRow(cells: readonly (string | number)[], kind: CsvKind): string {
  return `${cells.map((cell) => csvCell(cell, kind)).join(',')}\r\n`
}

/** What spreadsheets start a formula at; a tab or carriage return before it is skipped by some (OWASP, "CSV Injection"). */
const formula = /^[=+\-@\t\r]/

function csvCell(cell: string | number, kind: CsvKind): string {
  const text = typeof cell === 'string' && kind === 'spreadsheet' && formula.test(cell) ? `'${cell}` : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
