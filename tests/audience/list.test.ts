import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type ListBatch, readList } from '../../src/audience/list.io.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { UsageError } from '../../src/diagnostics/errors.ts'
import type { FieldNeed } from '../../src/model/recipient.ts'

const folder = mkdtempSync(join(tmpdir(), 'gazette-list-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const firstName: FieldNeed = { field: 'firstName', required: false }

async function read(
  content: string | Uint8Array,
  needs: readonly FieldNeed[] = [firstName],
): Promise<ListBatch & { findings: Diagnostic[] }> {
  const path = join(folder, 'people.csv')
  writeFileSync(path, content)
  const findings: Diagnostic[] = []
  const all: ListBatch = { recipients: [], refused: [], lacking: [] }
  for await (const batch of readList(path, 'people.csv', needs, (finding) => findings.push(finding))) {
    all.recipients.push(...batch.recipients)
    all.refused.push(...batch.refused)
    all.lacking.push(...batch.lacking)
  }
  return { ...all, findings }
}

async function codesOf(content: string, needs?: readonly FieldNeed[]): Promise<string[]> {
  const error: unknown = await read(content, needs).catch((thrown: unknown) => thrown)
  return error instanceof UsageError ? error.diagnostics.map(({ code, line }) => `${code}:${String(line)}`) : []
}

const shown = ({ recipients }: ListBatch): (string | undefined)[][] =>
  recipients.map(({ line, address, fields }) => [String(line), address.address, fields.firstName])

describe('readList', () => {
  it('reads addresses and only the fields the message has slots for', async () => {
    const list = await read('email,firstName,city\nana@example.com,Ana,Riga\nben@example.com,,Oslo\n')
    expect(list.recipients.map(({ fields }) => fields)).toEqual([{ firstName: 'Ana' }, {}])
    expect(shown(list)).toEqual([['2', 'ana@example.com', 'Ana'], ['3', 'ben@example.com', undefined]])
  })

  it('takes quotes, doubled quotes, separators and line breaks inside quotes, and counts lines right after them', async () => {
    const list = await read('email,first name\r\nana@example.com,"Ana ""A"", B"\r\nben@example.com,"Ben\r\nJr"\r\n\r\ncy@example.com,Cy')
    expect(shown(list)).toEqual([
      ['2', 'ana@example.com', 'Ana "A", B'],
      ['3', 'ben@example.com', 'Ben\nJr'],
      ['6', 'cy@example.com', 'Cy'],
    ])
  })

  it.each([
    ['semicolons', 'E-Mail;First Name\nana@example.com;Ana\n'],
    ['tabs', 'email\tfirst_name\nana@example.com\tAna\n'],
    ['a byte order mark', '\ufeffemail,firstName\nana@example.com,Ana\n'],
    ['a separator line of Excel', 'sep=;\r\nemail;firstName\r\nana@example.com;Ana\r\n'],
    ['a quoted header with the other separator in it', '"email";"firstName";"a,b,c,d"\nana@example.com;Ana;x\n'],
    ['old Macintosh line ends', 'email,firstName\rana@example.com,Ana\r'],
    ['spaces around', 'email , firstName\n ana@example.com , Ana \n'],
  ])('takes %s', async (_name, content) => {
    expect((await read(content)).recipients.map(({ address, fields }) => [address.key, fields.firstName])).toEqual([
      ['ana@example.com', 'Ana'],
    ])
  })

  it('takes the UTF-16 of "Unicode text"', async () => {
    const list = await read(Buffer.from('\ufeffemail\tfirstName\r\nana@example.com\tŽaneta\r\n', 'utf16le'))
    expect(shown(list).map((row) => row.slice(1))).toEqual([['ana@example.com', 'Žaneta']])
  })

  it('reads the Windows-1252 of an Excel export and says so', async () => {
    const list = await read(Buffer.from('email;firstName\r\nana@example.com;Zo\u00eb\r\n', 'latin1'))
    expect(list.recipients[0]?.fields.firstName).toBe('Zoë')
    expect(list.findings.map(({ code }) => code)).toEqual(['GZ-A007'])
  })

  it('refuses a row with bytes that are not text, deep in a UTF-8 file', async () => {
    const good = 'reader@example.com,Zoë\n'.repeat(4000)
    const list = await read(Buffer.concat([Buffer.from(`email,firstName\n${good}`), Buffer.from('bad@example.com,Zo\xeb\n', 'latin1')]))
    expect(list.recipients).toHaveLength(4000)
    expect(list.refused).toEqual([{ line: 4002, email: 'bad@example.com', reason: 'stands in a row with bytes that are not UTF-8' }])
  })

  it('refuses rows one by one, with the line and the reason', async () => {
    const list = await read('email,firstName\nana@example.com,Ana\nnobody,Ben\n"x@y.example\nBcc: z@y.example",Cy\n,Di\n')
    expect(list.recipients).toHaveLength(1)
    expect(list.refused).toEqual([
      { line: 3, email: 'nobody', reason: 'has no @' },
      { line: 4, email: 'x@y.example\nBcc: z@y.example', reason: 'contains a control character' },
      { line: 6, email: '', reason: 'is empty' },
    ])
  })

  it('keeps control characters out of values', async () => {
    const list = await read('email,firstName\nana@example.com,"A\u0000n\u001ba"\n')
    expect(list.recipients[0]?.fields.firstName).toBe('Ana')
  })

  it('names the rows that lack a required value', async () => {
    const list = await read('email,firstName\nana@example.com,Ana\nben@example.com,\n', [{ field: 'firstName', required: true }])
    expect(list.lacking).toEqual([{ line: 3, field: 'firstName' }])
    const without = await read('email\nana@example.com\n', [{ field: 'firstName', required: true }])
    expect(without.lacking).toEqual([{ line: 2, field: 'firstName' }])
  })

  it('reads rows with too many or too few cells', async () => {
    const list = await read('email,firstName\nana@example.com,Ana,more,and more\nben@example.com\n')
    expect(shown(list).map((row) => row[1])).toEqual(['ana@example.com', 'ben@example.com'])
  })

  it('stops at a quote that is never closed, with the line on which it is opened', async () => {
    expect(await codesOf('email,firstName\nana@example.com,Ana\nben@example.com,"Ben\ncy@example.com,Cy\n')).toEqual(['GZ-A004:3'])
    const long = 'cy@example.com,Cy\n'.repeat(100_000)
    expect(await codesOf(`email,firstName\nana@example.com,Ana\nben@example.com,"Ben\n${long}`)).toEqual(['GZ-A004:3'])
  })

  it('stops when no column or more than one holds the address', async () => {
    expect(await codesOf('name,town\nAna,Riga\n')).toEqual(['GZ-A002:1'])
    expect(await codesOf('ana@example.com\nben@example.com\n')).toEqual(['GZ-A002:1'])
    expect(await codesOf('e-mail,mail\na@example.com,b@example.com\n')).toEqual(['GZ-A006:1'])
    expect(await codesOf('email,First Name,first_name\na@example.com,A,B\n')).toEqual(['GZ-A006:1'])
  })

  it('stops when the file is empty or not there', async () => {
    expect(await codesOf('')).toEqual(['GZ-A009:undefined'])
    const missing = readList(join(folder, 'missing.csv'), 'missing.csv', [], () => undefined)
    await expect(missing.next()).rejects.toMatchObject({ diagnostics: [{ code: 'GZ-A001' }] })
  })
})
