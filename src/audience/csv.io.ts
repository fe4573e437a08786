import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { type Dialect, dialectBytes, dialectOf } from './dialect.ts'

/** A row of a CSV file (RFC 4180, and what spreadsheets make of it). */
export interface CsvRow {
  /** Line on which the row starts, from 1. */
  line: number
  cells: string[]
}

/** A quote is opened and never closed, so all rows after it are lost. */
export class UnclosedQuote extends Error {
  /** Line on which the row starts. */
  readonly line: number

  constructor(line: number, options: ErrorOptions) {
    super('a quote is opened and never closed', options)
    this.name = 'UnclosedQuote'
    this.line = line
  }
}

const rowsPerBatch = 1000
/** No row of a list is this long, in characters; one whose quote is never closed is. */
const longestRow = 1_000_000

/**
 * Tells how a CSV file is written from its first bytes.
 *
 * @throws what the file system says when there is no such file
 */
export async function dialectOfFile(path: string): Promise<Dialect> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(dialectBytes), 0, dialectBytes, 0)
    return dialectOf(buffer.subarray(0, bytesRead))
  } finally {
    await handle.close()
  }
}

/**
 * Reads a CSV file row by row in groups: a million rows take no more memory than a thousand. Empty lines are skipped.
 *
 * @throws {UnclosedQuote}
 */
export async function* csvRows(path: string, dialect: Dialect): AsyncGenerator<CsvRow[]> {
  let line = 1 + dialect.skipLines
  let emptyLines = 0
  let rows: CsvRow[] = []
  try {
    for await (const { record, info } of parserOf(path, dialect) as AsyncIterable<ParsedRecord>) {
      line += info.empty_lines - emptyLines
      emptyLines = info.empty_lines
      rows.push({ line, cells: record })
      line += 1 + lineBreaksIn(record)
      if (rows.length === rowsPerBatch) {
        yield rows
        rows = []
      }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new UnclosedQuote(line, { cause: error })
    throw error
  }
  if (rows.length > 0) yield rows
}

/**
 * What csv-parse gives with `info: true`: the cells, and the empty lines skipped so far. Its own count of lines is of
 * no use: a CRLF inside quotes counts twice.
 */
interface ParsedRecord {
  record: string[]
  info: { empty_lines: number }
}

function lineBreaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (/[\r\n]/.test(cell) ? cell.split(/\r\n|\r|\n/).length - 1 : 0), 0)
}

function parserOf(path: string, dialect: Dialect): AsyncIterable<unknown> {
  // The parser makes all rows of a chunk at once: small chunks keep a long list from filling memory in bursts.
  const bytes = createReadStream(path, { highWaterMark: 16_384 })
  const source: Readable = dialect.encoding === 'utf-8' ? bytes : Readable.from(decoded(bytes, dialect.encoding))
  const parser = parse({
    bom: true,
    delimiter: dialect.delimiter,
    from_line: 1 + dialect.skipLines,
    info: true,
    max_record_size: longestRow,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })
  source.once('error', (error) => parser.destroy(error))
  return source.pipe(parser)
}

async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: Dialect['encoding']): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
