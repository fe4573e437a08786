import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSqliteLedger } from '../../src/deliver/ledger/sqlite.io.ts'
import type { Suppression } from '../../src/deliver/ledger/store.ts'
import { messageIdOf, recipientTag, taggedReturnPath } from '../../src/deliver/recipient-tag.ts'
import { deliveryReport, feedbackReport, letter } from '../deliver/bounce/returned.ts'
import { recipientOf } from '../deliver/ledger/conformance.ts'
import { documentOf, gazette, type Run } from '../support/cli.ts'
import { newsletterFolder } from '../support/newsletter-folder.ts'

/** A folder from which issues were sent to ana, ben and cem, and what their messages carried. */
async function sentFolder(issues: readonly string[] = ['2026-w47']): Promise<{
  root: string
  returnPath: (recipient: number, issue?: number) => string
  messageId: (recipient: number, issue?: number) => string
  suppressions: () => Promise<Suppression[]>
}> {
  const root = newsletterFolder()
  const path = join(root, '.gazette', 'gazette.db')
  mkdirSync(join(root, '.gazette'))
  const ledger = openSqliteLedger(path)
  for (const slug of issues) {
    const preparation = await ledger.prepare(slug, Date.now())
    await preparation.add(['ana@example.com', 'ben@example.com', 'cem@example.com'].map((address) => recipientOf(address)))
    const { generation } = preparation
    await ledger.confirm(slug, { generation, contentHash: 'c', content: '', list: 'people.csv', listHash: '', refused: 0, duplicates: 0 }, Date.now())
  }
  const secret = (await ledger.installation()).id
  await ledger.close()
  const tag = (recipientId: number, issueId: number): string => recipientTag(secret, { issueId, recipientId })
  return {
    root,
    returnPath: (recipient, issue = 1) => taggedReturnPath('bounces@harbour.example', tag(recipient, issue)),
    messageId: (recipient, issue = 1) => messageIdOf(issues[issue - 1] ?? '', tag(recipient, issue), 'harbour.example'),
    suppressions: async () => {
      const again = openSqliteLedger(path)
      const found = await again.suppressions()
      await again.close()
      return found
    },
  }
}

async function bounces(root: string, files: Record<string, string>): Promise<Run & { outcomes: string[] }> {
  mkdirSync(join(root, 'back'), { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(root, 'back', name), content)
  const run = await gazette(['bounces', 'back', '--json'], { cwd: root })
  expect(run.code, run.stderr).toBe(0)
  const { messages } = documentOf(run).data as { messages: { outcome: string }[] }
  return { ...run, outcomes: messages.map(({ outcome }) => outcome) }
}

const gone = [{ recipient: 'someone.else@gone.example' }]
const full = [{ recipient: 'x@example.com', status: '5.2.2', diagnostic: 'smtp; 552 5.2.2 Mailbox full' }]

describe('gazette bounces', () => {
  it('gives up a dead address, found by the tagged return path or by the Message-ID', async () => {
    const { root, returnPath, messageId, suppressions } = await sentFolder()
    const { outcomes } = await bounces(root, {
      'a.eml': deliveryReport({ to: returnPath(1), id: 'a@mx.example', reported: gone }),
      'b.eml': deliveryReport({ to: 'news@harbour.example', id: 'b@mx.example', original: messageId(2), reported: gone }),
    })
    expect(outcomes).toEqual(['hard', 'hard'])
    expect(await suppressions()).toMatchObject([
      { key: 'ana@example.com', reason: 'bounce', issue: '2026-w47', source: 'dsn' },
      { key: 'ben@example.com', reason: 'bounce' },
    ])
  })

  it('believes no report without a genuine tag, whatever address it names', async () => {
    const { root, messageId, suppressions } = await sentFolder()
    const forged = messageId(1).replace(/.(?=@)/, (last) => (last === 'a' ? 'b' : 'a'))
    const { outcomes } = await bounces(root, {
      'a.eml': deliveryReport({ to: 'news@harbour.example', id: 'a@mx.example', original: forged, reported: [{ recipient: 'ana@example.com' }] }),
      'b.eml': deliveryReport({ to: 'news@harbour.example', id: 'b@mx.example', reported: [{ recipient: 'ana@example.com' }] }),
    })
    expect(outcomes).toEqual(['foreign', 'foreign'])
    expect(await suppressions()).toEqual([])
  })

  it('gives up an address that is out of reach in three issues, counting each report once', async () => {
    const { root, messageId, suppressions } = await sentFolder(['2026-w45', '2026-w46', '2026-w47'])
    const report = (issue: number, id: string): string => deliveryReport({ to: 'news@harbour.example', id, original: messageId(3, issue), reported: full })
    expect((await bounces(root, { 'a.eml': report(1, 'a'), 'b.eml': report(1, 'b'), 'c.eml': report(2, 'c') })).outcomes).toEqual(['soft', 'soft', 'soft'])
    expect(await suppressions()).toEqual([])
    expect((await bounces(root, { 'd.eml': report(3, 'd') })).outcomes).toEqual(['known', 'known', 'known', 'soft'])
    expect(await suppressions()).toMatchObject([{ key: 'cem@example.com', reason: 'bounce' }])
  })

  it('honours a complaint, and a wish to leave that comes by mail', async () => {
    const { root, messageId, suppressions } = await sentFolder()
    const { outcomes } = await bounces(root, {
      'a.eml': feedbackReport({ id: 'a@mailbox.example', original: messageId(1) }),
      'b.eml': feedbackReport({ id: 'b@mailbox.example', original: messageId(2), feedback: 'not-spam' }),
      'c.eml': letter('unsubscribe', 'Cem <cem@example.com>'),
      'd.eml': letter('Lovely issue'),
    })
    expect(outcomes).toEqual(['complaint', 'notice', 'unsubscribed', 'other'])
    expect(await suppressions()).toMatchObject([
      { key: 'ana@example.com', reason: 'complaint', source: 'arf' },
      { key: 'cem@example.com', reason: 'unsubscribed', source: 'mail' },
    ])
  })

  it("takes nobody off the list for the sender's own trouble, and says so once", async () => {
    const { root, messageId, suppressions } = await sentFolder()
    const refused = [{ recipient: 'x@example.com', status: '5.7.26', diagnostic: 'smtp; 550 5.7.26 Unauthenticated email, see DMARC' }]
    const report = (recipient: number): string => deliveryReport({ to: 'news@harbour.example', id: String(recipient), original: messageId(recipient), reported: refused })
    const run = await bounces(root, { 'a.eml': report(1), 'b.eml': report(2) })
    expect(run.outcomes).toEqual(['sender', 'sender'])
    expect(documentOf(run).diagnostics.map(({ code }) => code)).toEqual(['GZ-D031'])
    expect(await suppressions()).toEqual([])
  })

  it('says what it read and whom it gave up', async () => {
    const { root, messageId } = await sentFolder()
    writeFileSync(join(root, 'a.eml'), deliveryReport({ to: 'news@harbour.example', id: 'a', original: messageId(1), reported: gone }))
    const run = await gazette(['bounces', 'a.eml'], { cwd: root })
    expect(run.stdout).toMatch(/^Read 1 message\n +1 {2}address that is dead\n/)
    expect(run.stdout).toContain('Next: nothing to do; gazette send leaves them out by itself')
    expect(run.stdout).toContain('Not mailed again: 1 address\n  ana@example.com  2026-w47  there is no such mailbox\n')
  })

  it.each([
    ['a folder that sent nothing', newsletterFolder, 2, 'GZ-D032'],
    ['a mailbox that is not there', async () => (await sentFolder()).root, 4, 'GZ-D030'],
  ])('refuses %s', async (_what, folderOf, code, diagnostic) => {
    const run = await gazette(['bounces', 'nowhere', '--json'], { cwd: await folderOf() })
    expect(run.code).toBe(code)
    expect(documentOf(run).diagnostics.map((found) => found.code)).toEqual([diagnostic])
  })
})
