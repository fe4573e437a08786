import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openLedgerFile } from '../../../src/deliver/ledger/database.io.ts'
import { openSqliteLedger } from '../../../src/deliver/ledger/sqlite.io.ts'
import { SqlFile } from '../../../src/lib/sql-file.io.ts'
import { ledgerConformance, people } from './conformance.ts'

const root = mkdtempSync(join(tmpdir(), 'gazette-ledger-'))
afterAll(() => {
  rmSync(root, { recursive: true, force: true })
})

let made = 0
const fresh = (): string => join(root, String(++made), 'gazette.db')

ledgerConformance('SQLite', () => {
  const path = fresh()
  const ledger = openSqliteLedger(path)
  return Promise.resolve({ ledger, again: () => openSqliteLedger(path), dispose: () => ledger.close() })
})

describe('the SQLite ledger', () => {
  it('waits for the disk at every commit', () => {
    const file = openLedgerFile(fresh())
    expect(file.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' })
    expect(file.get('PRAGMA synchronous')).toEqual({ synchronous: 2 })
    file.close()
  })

  it('refuses the ledger of a newer Gazette', () => {
    const path = fresh()
    void openSqliteLedger(path).close()
    const file = new SqlFile(path)
    file.execute('PRAGMA user_version = 99')
    file.close()
    expect(() => openSqliteLedger(path)).toThrow(expect.objectContaining({ diagnostics: [expect.objectContaining({ code: 'GZ-D002' })] }))
  })

  it('says so when the file is something else', () => {
    const path = join(root, 'not-a-ledger.db')
    writeFileSync(path, 'This is a shopping list, and long enough to have been read as the head of a database file, had it been one.'.repeat(9))
    expect(() => openSqliteLedger(path)).toThrow(expect.objectContaining({ diagnostics: [expect.objectContaining({ code: 'GZ-D001' })] }))
  })

  it('fails a commit whole when the disk is full, and keeps what was recorded before', async () => {
    const path = fresh()
    const ledger = openSqliteLedger(path)
    const preparation = await ledger.prepare('first', 1)
    await preparation.add(people(50))
    const file = new SqlFile(path)
    file.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    file.close()
    await ledger.close()

    const full = openSqliteLedger(path, { maxPages: 20 })
    const next = await full.prepare('second', 1)
    await expect(next.add(people(5000))).rejects.toMatchObject({ diagnostics: [{ code: 'GZ-D001' }] })
    expect(await next.plan()).toMatchObject({ suppressed: 0 })
    await full.close()

    const after = openSqliteLedger(path)
    const retry = await after.prepare('second', 1)
    await retry.add(people(5000))
    expect(await retry.plan()).toMatchObject({ added: 5000 })
    await after.close()
  })
})
