import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { listHash, readAudience } from '../../../src/app/send/audience.io.ts'
import { openSqliteLedger } from '../../../src/deliver/ledger/sqlite.io.ts'
import type { LedgerStore } from '../../../src/deliver/ledger/store.ts'
import type { Stencil } from '../../../src/model/stencil.ts'

const stencil: Stencil = {
  segments: [Buffer.from('To: '), Buffer.from('\r\nX-Town: '), Buffer.from('\r\n\r\n')],
  slots: [
    { field: 'email', context: 'header', encoding: 'mailbox' },
    { field: 'town', default: '', context: 'header', encoding: 'raw' },
  ],
}

function listOf(text: string): { ledger: LedgerStore; list: { path: string; name: string } } {
  const folder = mkdtempSync(join(tmpdir(), 'gazette-audience-'))
  const ledger = openSqliteLedger(join(folder, 'gazette.db'))
  onTestFinished(async () => {
    await ledger.close()
    await rm(folder, { recursive: true, force: true })
  })
  const path = join(folder, 'people.csv')
  writeFileSync(path, text)
  return { ledger, list: { path, name: 'people.csv' } }
}

async function confirmedRows(text: string): Promise<[address: string, fields: unknown][]> {
  const { ledger, list } = listOf(text)
  const audience = await readAudience(ledger, 'first', list, stencil, { now: 0, reopened: [] })
  const { generation, refused, plan } = audience
  const issue = await ledger.confirm('first', { generation, contentHash: '', content: '', list: 'people.csv', listHash: '', refused, duplicates: plan.duplicates }, 0)
  return (await ledger.deliveries(issue.id, 0, 100)).map(({ address, fields }) => [address, fields])
}

describe('readAudience', () => {
  it('puts a name of several lines on one, for it goes into a header', async () => {
    expect(await confirmedRows('email,name\nana@example.com,"Ana\n  of the   quay"\n')).toEqual([['ana@example.com', { name: 'Ana of the quay' }]])
  })

  it('keeps only what the message has slots for', async () => {
    expect(await confirmedRows('email,phone,town\nana@example.com,1,Port\n')).toEqual([['ana@example.com', { town: 'Port' }]])
  })

  it('refuses a row whose value no header can hold, with its line', async () => {
    const { ledger, list } = listOf('email,town\nana@example.com,"Port\nBcc: eve@example.com"\nben@example.com,Quay\n')
    const { plan, refused, diagnostics } = await readAudience(ledger, 'first', list, stencil, { now: 0, reopened: [] })
    expect([plan.added, refused]).toEqual([1, 1])
    expect(diagnostics).toMatchObject([{ code: 'GZ-A003', file: 'people.csv', line: 2, message: 'the address "ana@example.com" stands beside a town that no header can hold' }])
  })

  it('names ten refused rows and counts the others', async () => {
    const { ledger, list } = listOf(`email\nana@example.com\n${'nobody\n'.repeat(25)}`)
    const { refused, diagnostics } = await readAudience(ledger, 'first', list, stencil, { now: 0, reopened: [] })
    expect(refused).toBe(25)
    expect(diagnostics).toHaveLength(11)
    expect(diagnostics.at(-1)?.message).toBe('15 more rows were refused')
  })

  it('has nothing to do with a list of nobody', async () => {
    const { ledger, list } = listOf('email\nnobody\n')
    await expect(readAudience(ledger, 'first', list, stencil, { now: 0, reopened: [] })).rejects.toMatchObject({ diagnostics: [{ code: 'GZ-A009' }, { code: 'GZ-A003' }] })
  })
})

describe('listHash', () => {
  it('changes with every byte', async () => {
    const [a, b] = [listOf('email\nana@example.com\n'), listOf('email\nana@example.com\r\n')]
    expect(await listHash(a.list)).not.toBe(await listHash(b.list))
    expect(await listHash(a.list)).toMatch(/^[0-9a-f]{64}$/)
    await expect(listHash({ path: '/nowhere/people.csv', name: 'people.csv' })).rejects.toMatchObject({ diagnostics: [{ code: 'GZ-A001' }] })
  })
})
