import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readSuppressed } from '../../src/audience/suppressed.io.ts'

const folder = mkdtempSync(join(tmpdir(), 'gazette-suppressed-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function read(content: string): Promise<string[]> {
  const path = join(folder, 'suppressed.csv')
  writeFileSync(path, content)
  const keys: string[] = []
  for await (const some of readSuppressed(path, 'suppressed.csv')) keys.push(...some)
  return keys
}

describe('readSuppressed', () => {
  it('reads a column of addresses', async () => {
    expect(await read('reason,email\nasked,Ana@Example.com\n')).toEqual(['ana@example.com'])
  })

  it('reads bare lines without a header, names and comments', async () => {
    expect(await read('# left in May\nana@example.com\n\nBen <BEN@example.com>\n')).toEqual(['ana@example.com', 'ben@example.com'])
  })

  it('gives nothing for an empty or a missing file', async () => {
    expect(await read('')).toEqual([])
    const missing = readSuppressed(join(folder, 'missing.csv'), 'missing.csv')
    expect(await missing.next()).toEqual({ done: true, value: undefined })
  })

  it('stops at a line it cannot honour', async () => {
    await expect(read('email\nana@example.com\nben at example.com\n')).rejects.toMatchObject({
      diagnostics: [{ code: 'GZ-A008', line: 3 }],
    })
    await expect(read('email\n"ana@example.com\n')).rejects.toMatchObject({ diagnostics: [{ code: 'GZ-A008', line: 2 }] })
  })
})
