import { describe, expect, it } from 'vitest'
import { listIssues } from '../../src/app/issue-list.io.ts'
import { openLedger } from '../../src/app/ledger.io.ts'
import { requireNewsletter } from '../../src/config/load.io.ts'
import { sampleFolder } from '../support/preview.ts'

const now = new Date('2026-11-26T08:00:00Z')

async function sent(root: string): Promise<Record<string, boolean>> {
  const { issues } = await listIssues(root, await requireNewsletter(root), now)
  return Object.fromEntries(issues.map((listed) => [listed.issue.slug, listed.sent]))
}

describe('the list of issues', () => {
  it('says which were sent to everybody on their list', async () => {
    const root = sampleFolder()
    expect(await sent(root)).toEqual({ '2026-w48': false, '2026-w47': false })
    const ledger = openLedger(root)
    const { generation } = await ledger.prepare('2026-w47', 1)
    const issue = await ledger.confirm('2026-w47', { generation, contentHash: 'a', content: 'b', list: 'readers.csv', listHash: 'c', refused: 0, duplicates: 0 }, 2)
    expect(await sent(root)).toEqual({ '2026-w48': false, '2026-w47': false })
    expect(await ledger.complete(issue.id, 3)).toBe(true)
    await ledger.close()
    expect(await sent(root)).toEqual({ '2026-w48': false, '2026-w47': true })
  })
})
