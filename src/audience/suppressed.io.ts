import { diagnostic } from '../diagnostics/diagnostic.ts'
import { UsageError } from '../diagnostics/errors.ts'
import { hasErrorCode } from '../lib/files.io.ts'
import { parseAddress } from '../lib/mail-address.ts'
import { columnsOf } from './columns.ts'
import { type CsvRow, csvRows, dialectOfFile, UnclosedQuote } from './csv.io.ts'

/**
 * Reads the file of addresses that must not be mailed: a CSV file with a column `email`, or bare addresses one to a
 * line. Every line must be understood, for what is not cannot be honoured.
 *
 * @param path file to read
 * @param file its name in diagnostics
 * @returns the keys of the addresses, in groups; nothing when there is no such file
 * @throws {UsageError} when a line is no address
 */
export async function* readSuppressed(path: string, file: string): AsyncGenerator<string[]> {
  let column: number | undefined
  try {
    for await (const rows of csvRows(path, await dialectOfFile(path))) {
      let body = rows
      if (column === undefined) {
        const header = headerColumn(rows[0])
        column = header ?? 0
        if (header !== undefined) body = rows.slice(1)
      }
      yield keysOf(body, column, file)
    }
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return
    if (error instanceof UnclosedQuote) throw unusable('a quote is opened and never closed', file, error.line, error)
    if (error instanceof Error && 'errno' in error) throw unusable(error.message, file, undefined, error)
    throw error
  }
}

/** The column of addresses, when the first row is a header. */
function headerColumn(row: CsvRow | undefined): number | undefined {
  const columns = columnsOf(row?.cells ?? [], [], '')
  return Array.isArray(columns) ? undefined : columns.email
}

function keysOf(rows: readonly CsvRow[], column: number, file: string): string[] {
  return rows.flatMap(({ cells, line }) => {
    const text = cells[column] ?? ''
    if (cells.every((cell) => cell.trim() === '') || text.trimStart().startsWith('#')) return []
    const parsed = parseAddress(/<([^<>]*)>\s*$/.exec(text)?.[1] ?? text)
    if (!parsed.ok) throw unusable(`the address ${JSON.stringify(text.slice(0, 80))} ${parsed.reason}`, file, line)
    return [parsed.value.key]
  })
}

function unusable(problem: string, file: string, line?: number, cause?: Error): UsageError {
  const place = line === undefined ? { file } : { file, line }
  return new UsageError([diagnostic('GZ-A008', problem, { ...place, hint: 'nothing was sent' })], { cause })
}
