import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { replaceFolder } from '../../src/app/folder.io.ts'
import { EnvironmentError } from '../../src/diagnostics/errors.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'gazette-folder-'))
})
afterEach(() => {
  chmodSync(home, 0o755)
  rmSync(home, { recursive: true })
})

describe('replaceFolder', () => {
  it('writes files and folders, and leaves nothing of the old ones', async () => {
    const folder = join(home, 'out', 'w48')
    await replaceFolder(folder, new Map([['old.txt', 'old']]))
    await replaceFolder(folder, new Map<string, string | Uint8Array>([['a.txt', 'a'], ['images/b.png', Buffer.from([1])]]))
    expect(readdirSync(folder).toSorted()).toEqual(['a.txt', 'images'])
    expect(readFileSync(join(folder, 'images/b.png'))).toEqual(Buffer.from([1]))
    expect(readdirSync(join(home, 'out'))).toEqual(['w48'])
  })

  it('leaves the old folder whole when a file cannot be written', async () => {
    const folder = join(home, 'w48')
    await replaceFolder(folder, new Map([['a.txt', 'good']]))
    // A file and a folder of the same name cannot both be written.
    const impossible = new Map([['x', 'file'], ['x/y', 'below a file']])
    await expect(replaceFolder(folder, impossible)).rejects.toMatchObject({ exitCode: 4, diagnostics: [{ code: 'GZ-E002' }] })
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('good')
    expect(readdirSync(home)).toEqual(['w48'])
  })

  it('says so when the place is a file', async () => {
    writeFileSync(join(home, 'out'), '')
    await expect(replaceFolder(join(home, 'out', 'w48'), new Map([['a', 'b']]))).rejects.toBeInstanceOf(EnvironmentError)
    expect(existsSync(join(home, 'out'))).toBe(true)
  })
})
