import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { checkInstallation } from '../../../src/deliver/ledger/installation.io.ts'
import { lockIssue } from '../../../src/deliver/ledger/lock.io.ts'
import { openSqliteLedger } from '../../../src/deliver/ledger/sqlite.io.ts'
import { people } from './conformance.ts'

const root = mkdtempSync(join(tmpdir(), 'gazette-installation-'))
afterAll(() => {
  rmSync(root, { recursive: true, force: true })
})

let folder = ''
let made = 0
beforeEach(() => {
  folder = join(root, String(++made))
})

async function start(at = folder, adopt = false): Promise<void> {
  const ledger = openSqliteLedger(join(at, 'gazette.db'))
  try {
    await checkInstallation(at, ledger, adopt)
    const preparation = await ledger.prepare('first', 1)
    await preparation.add(people(1))
    const confirmation = { contentHash: '', content: '', list: 'l', listHash: '', refused: 0, duplicates: 0 }
    await ledger.confirm('first', { ...confirmation, generation: preparation.generation }, 1)
  } finally {
    await ledger.close()
  }
}

const refusal = { diagnostics: [{ code: 'GZ-D003' }] }

describe('checkInstallation', () => {
  it('lets a ledger be used again and again where it was made', async () => {
    await start()
    await start()
    await start()
  })

  it('refuses a ledger from elsewhere, until it is adopted', async () => {
    const elsewhere = join(root, `${made}-elsewhere`)
    await start()
    await start(elsewhere)
    rmSync(join(folder, 'gazette.db-wal'), { force: true })
    copyFileSync(join(elsewhere, 'gazette.db'), join(folder, 'gazette.db'))
    await expect(start()).rejects.toMatchObject(refusal)
    await start(folder, true)
    await start()
  })

  it('refuses a used ledger that was copied into a fresh folder', async () => {
    await start()
    const elsewhere = join(root, `${made}-elsewhere`)
    await openSqliteLedger(join(elsewhere, 'gazette.db')).close()
    copyFileSync(join(folder, 'gazette.db'), join(elsewhere, 'gazette.db'))
    await expect(start(elsewhere)).rejects.toMatchObject(refusal)
  })

  it('refuses an older copy of its own ledger, however often it is tried', async () => {
    await start()
    const backup = join(root, `${made}-backup.db`)
    copyFileSync(join(folder, 'gazette.db'), backup)
    await start()
    await start()
    copyFileSync(backup, join(folder, 'gazette.db'))
    await expect(start()).rejects.toMatchObject(refusal)
    await expect(start()).rejects.toMatchObject(refusal)
    await expect(start()).rejects.toMatchObject(refusal)
  })
})

describe('lockIssue', () => {
  const now = new Date('2026-11-20T09:00:00Z')

  it('lets one holder in at a time, per issue', () => {
    const lock = lockIssue(folder, 'first', now)
    expect(() => lockIssue(folder, 'first', now)).toThrow(expect.objectContaining({ diagnostics: [expect.objectContaining({ code: 'GZ-D004' })] }))
    const other = lockIssue(folder, 'second', now)
    other.release()
    lock.release()
    lockIssue(folder, 'first', now).release()
  })
})
