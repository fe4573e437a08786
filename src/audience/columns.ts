import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts'
import type { FieldNeed } from '../model/recipient.ts'

/** Where a list keeps what a message needs. */
export interface Columns {
  /** Index of the column with the address. */
  email: number
  fields: FieldColumn[]
}

export interface FieldColumn extends FieldNeed {
  /** Undefined when the list has no such column. */
  index: number | undefined
}

const emailNames = new Set(['email', 'mail', 'emailaddress', 'mailaddress'])

/**
 * Finds the address and the needed fields among the names of the columns. Case, spaces and punctuation do not count:
 * `First Name`, `first_name` and `firstName` are the same.
 *
 * @param header cells of the first row
 * @param file name of the list, for diagnostics
 */
export function columnsOf(header: readonly string[], needs: readonly FieldNeed[], file: string): Columns | Diagnostic[] {
  const folded = header.map(fold)
  const indexesOf = (matches: (name: string) => boolean): number[] =>
    folded.flatMap((name, index) => (matches(name) ? [index] : []))
  const emails = indexesOf((name) => emailNames.has(name))
  const exact = header.findIndex((name) => name.trim().toLowerCase() === 'email')
  const email = exact >= 0 ? exact : emails[0]
  const diagnostics: Diagnostic[] = []
  if (email === undefined) diagnostics.push(noEmailColumn(header, file))
  else if (exact < 0 && emails.length > 1) diagnostics.push(ambiguous(header, emails, 'email', file))
  const fields = needs.map((need) => {
    const found = indexesOf((name) => name === fold(need.field))
    if (found.length > 1) diagnostics.push(ambiguous(header, found, need.field, file))
    return { ...need, index: found[0] }
  })
  return email === undefined || diagnostics.length > 0 ? diagnostics : { email, fields }
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

function noEmailColumn(header: readonly string[], file: string): Diagnostic {
  const names = header.map((name) => name.trim()).filter((name) => name !== '')
  const hint = names.some((name) => name.includes('@'))
    ? 'the first row must name the columns: put a line with `email` above the addresses'
    : `the columns are: ${names.slice(0, 12).join(', ')}`
  return diagnostic('GZ-A002', 'the list has no column named email', { file, line: 1, hint })
}

function ambiguous(header: readonly string[], found: readonly number[], field: string, file: string): Diagnostic {
  const names = found.map((index) => JSON.stringify(header[index])).join(' and ')
  return diagnostic('GZ-A006', `the columns ${names} both read as ${field}`, { file, line: 1, hint: 'rename or remove one of them' })
}
