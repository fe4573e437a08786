import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts'
import { UsageError } from '../diagnostics/errors.ts'
import { parseAddress } from '../lib/mail-address.ts'
import type { FieldNeed, LackingRow, Recipient, RefusedRow } from '../model/recipient.ts'
import { type Columns, columnsOf } from './columns.ts'
import { type CsvRow, csvRows, dialectOfFile, UnclosedQuote } from './csv.io.ts'

/** Some rows of a list, sorted by what can be done with them. */
export interface ListBatch {
  recipients: Recipient[]
  refused: RefusedRow[]
  lacking: LackingRow[]
}

/**
 * Reads a list of recipients, never the whole at once.
 *
 * @param path file to read
 * @param file its name in diagnostics
 * @param needs the fields the message has slots for; other columns are not even kept
 * @param report takes what is worth knowing but stops nothing
 * @throws {UsageError} when the file is not there, not whole, or has no column of addresses
 */
export async function* readList(
  path: string,
  file: string,
  needs: readonly FieldNeed[],
  report: (finding: Diagnostic) => void,
): AsyncGenerator<ListBatch> {
  let columns: Columns | undefined
  try {
    const dialect = await dialectOfFile(path)
    if (dialect.encoding === 'windows-1252') {
      report(diagnostic('GZ-A007', 'the list is not UTF-8 and was read as Windows-1252', { file }))
    }
    for await (const rows of csvRows(path, dialect)) {
      const [header] = rows
      const isFirst = columns === undefined
      columns ??= headerColumns(header?.cells ?? [], needs, file)
      yield sorted(isFirst ? rows.slice(1) : rows, columns)
    }
  } catch (error) {
    throw asUsageError(error, file)
  }
  if (columns === undefined) throw new UsageError([diagnostic('GZ-A009', 'the list is empty', { file })])
}

function headerColumns(header: readonly string[], needs: readonly FieldNeed[], file: string): Columns {
  const columns = columnsOf(header, needs, file)
  if (Array.isArray(columns)) throw new UsageError(columns)
  return columns
}

function sorted(rows: readonly CsvRow[], columns: Columns): ListBatch {
  const batch: ListBatch = { recipients: [], refused: [], lacking: [] }
  for (const row of rows) sortRow(row, columns, batch)
  return batch
}

function sortRow({ cells, line }: CsvRow, columns: Columns, batch: ListBatch): void {
  if (cells.every((cell) => cell.trim() === '')) return
  const email = cells[columns.email] ?? ''
  const parsed = cells.some((cell) => cell.includes('\ufffd'))
    ? { ok: false as const, reason: 'stands in a row with bytes that are not UTF-8' }
    : parseAddress(email)
  if (!parsed.ok) {
    batch.refused.push({ line, email: email.slice(0, 80), reason: parsed.reason })
    return
  }
  const fields: Record<string, string> = {}
  for (const { field, required, index } of columns.fields) {
    const value = index === undefined ? '' : cleaned(cells[index] ?? '')
    if (value !== '') fields[field] = value
    else if (required) batch.lacking.push({ line, field })
  }
  batch.recipients.push({ line, address: parsed.value, fields })
}

/** A value without what no field has a use for: control characters other than line feed and tab, and outer space. */
function cleaned(cell: string): string {
  return cell.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '').trim()
}

function asUsageError(error: unknown, file: string): unknown {
  if (error instanceof UnclosedQuote) {
    const message = 'the list is not whole: a quote is opened here and never closed'
    const hint = 'the rows after it cannot be read, so nothing was sent'
    return new UsageError([diagnostic('GZ-A004', message, { file, line: error.line, hint })], { cause: error })
  }
  if (error instanceof Error && 'errno' in error) {
    return new UsageError([diagnostic('GZ-A001', `the list ${file} cannot be read`, { hint: error.message })], { cause: error })
  }
  return error
}
