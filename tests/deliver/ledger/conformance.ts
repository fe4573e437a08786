import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { equationOf } from '../../../src/deliver/ledger/states.ts'
import type { Claimed, IssueRecord, LedgerStore, PlanCounts, Result, Suppression } from '../../../src/deliver/ledger/store.ts'
import { parseAddress } from '../../../src/lib/mail-address.ts'
import type { Recipient } from '../../../src/model/recipient.ts'

/** A recipient of a list, as the audience gives it. */
export function recipientOf(email: string, line = 2, fields: Record<string, string> = {}): Recipient {
  const parsed = parseAddress(email)
  if (!parsed.ok) throw new Error(parsed.reason)
  return { line, address: parsed.value, fields }
}

export const people = (count: number): Recipient[] =>
  Array.from({ length: count }, (_, index) => recipientOf(`reader${index + 1}@example.com`, index + 2))

export const resultOf = (claimed: Claimed, state: Result['state'] = 'accepted', more: Partial<Result> = {}): Result => ({
  recipientId: claimed.recipientId,
  fence: claimed.fence,
  attempts: claimed.attempts + 1,
  state,
  code: state === 'accepted' ? 250 : 450,
  reply: 'as the server said',
  reason: '',
  notBefore: 0,
  ...more,
})

const markOf = ({ recipientId, fence, attempts }: Claimed): { recipientId: number; fence: number; attempts: number } => ({
  recipientId,
  fence,
  attempts: attempts + 1,
})

const T = 1_800_000_000_000

/**
 * What every ledger must do, whatever keeps it.
 *
 * @param open gives a fresh ledger, and a second handle on the same one
 */
export function ledgerConformance(
  name: string,
  open: () => Promise<{ ledger: LedgerStore; again: () => LedgerStore; dispose: () => Promise<void> }>,
): void {
  describe(`${name} keeps the promises of the ledger`, () => {
    let ledger: LedgerStore
    let again: () => LedgerStore
    let dispose: () => Promise<void>
    beforeEach(async () => {
      ;({ ledger, again, dispose } = await open())
    })
    afterEach(() => dispose())

    async function plan(recipients: readonly Recipient[], slug = 'first'): Promise<PlanCounts & { generation: number }> {
      const preparation = await ledger.prepare(slug, T)
      await preparation.add(recipients)
      return { ...(await preparation.plan()), generation: preparation.generation }
    }

    async function freeze(recipients: readonly Recipient[], slug = 'first', list = 'people.csv'): Promise<IssueRecord> {
      const { generation } = await plan(recipients, slug)
      const confirmation = { generation, contentHash: 'c', content: '{}', list, listHash: 'l', refused: 1, duplicates: 2 }
      return ledger.confirm(slug, confirmation, T)
    }

    const claim = (issue: IssueRecord, limit = 100, owner = 'one', now = T): Promise<Claimed[]> =>
      ledger.claim(issue.id, { owner, until: now + 60_000, limit, now })

    describe('freezing', () => {
      it('counts nothing and gives out nothing before it is confirmed', async () => {
        const counts = await plan(people(3))
        expect(counts).toMatchObject({ added: 3, known: 0, duplicates: 0, suppressed: 0, removed: 0 })
        expect(await ledger.issue('first')).toBeUndefined()
        const issue = await freeze(people(3))
        expect(issue).toMatchObject({ slug: 'first', prepared: 3, contentHash: 'c', list: 'people.csv', refused: 1, duplicates: 2 })
        expect(await ledger.counts(issue.id)).toMatchObject({ pending: 3 })
      })

      it('forgets a preparation that was not confirmed', async () => {
        await plan(people(5))
        const issue = await freeze(people(2))
        expect(issue.prepared).toBe(2)
        expect(await claim(issue)).toHaveLength(2)
      })

      it('folds addresses that are the same recipient', async () => {
        const counts = await plan([recipientOf('Ana@Example.com'), recipientOf('ana@example.com'), recipientOf('ana@EXAMPLE.com')])
        expect(counts).toMatchObject({ added: 1, duplicates: 2 })
      })

      it('keeps the spelling of an address and its fields', async () => {
        const issue = await freeze([recipientOf('Ana.B@Bücher.example', 7, { firstName: 'Ana "A"' })])
        expect(await claim(issue)).toMatchObject([{ address: 'Ana.B@xn--bcher-kva.example', fields: { firstName: 'Ana "A"' } }])
        expect(await ledger.deliveries(issue.id, 0, 10)).toMatchObject([{ line: 7, recipientId: 1, state: 'leased' }])
      })

      it('adds who is new on an edited list, and mails nobody twice', async () => {
        const issue = await freeze(people(2))
        for (const claimed of await claim(issue)) await ledger.commit(issue.id, [resultOf(claimed)], [], T)
        const counts = await plan(people(3))
        expect(counts).toMatchObject({ added: 1, known: 2 })
        const edited = await freeze(people(3))
        expect(edited).toMatchObject({ id: issue.id, prepared: 3 })
        expect((await claim(edited)).map(({ address }) => address)).toEqual(['reader3@example.com'])
      })

      it('does not send to who was taken off the list, until they are back on it', async () => {
        const issue = await freeze(people(3))
        expect(await plan(people(2))).toMatchObject({ removed: 1 })
        await freeze(people(2))
        expect(await claim(issue)).toHaveLength(2)
        expect(await ledger.counts(issue.id)).toMatchObject({ suppressed: 1 })
        await freeze(people(3))
        expect((await claim(issue)).map(({ address }) => address)).toEqual(['reader3@example.com'])
      })

      it('counts who was taken off the list among those that a send opens again', async () => {
        const issue = await freeze(people(3))
        const [first, second] = await claim(issue, 2)
        if (first === undefined || second === undefined) throw new Error('nothing was claimed')
        await ledger.commit(issue.id, [resultOf(first, 'rejected'), resultOf(second, 'in_doubt')], [], T)
        const preparation = await ledger.prepare('first', T)
        await preparation.add([recipientOf('other@example.com')])
        expect(await preparation.plan()).toMatchObject({ removed: 1 })
        expect(await preparation.plan(['rejected'])).toMatchObject({ removed: 2 })
        expect(await preparation.plan(['rejected', 'in_doubt'])).toMatchObject({ removed: 3 })
      })

      it('leaves the rest of one list alone when a second list is sent', async () => {
        const issue = await freeze(people(2))
        await freeze([recipientOf('other@example.com')], 'first', 'others.csv')
        expect(await claim(issue)).toHaveLength(3)
      })

      it('keeps issues apart', async () => {
        const first = await freeze(people(2))
        const second = await freeze(people(2), 'second')
        expect(second.id).not.toBe(first.id)
        expect(await claim(first)).toHaveLength(2)
        expect(await claim(second)).toHaveLength(2)
        expect((await ledger.issues()).map(({ slug }) => slug)).toEqual(['second', 'first'])
      })
    })

    describe('claiming', () => {
      it('gives every recipient to one owner only, in the order of the list', async () => {
        const issue = await freeze(people(10))
        const other = again()
        const mine = await claim(issue, 4, 'one')
        const theirs = await other.claim(issue.id, { owner: 'two', until: T + 1, limit: 4, now: T })
        expect(mine.map(({ recipientId }) => recipientId)).toEqual([1, 2, 3, 4])
        expect(theirs.map(({ recipientId }) => recipientId)).toEqual([5, 6, 7, 8])
        await other.close()
      })

      it('leaves out who was suppressed since the audience was frozen', async () => {
        const issue = await freeze(people(4))
        await ledger.suppress([{ key: 'reader1@example.com', reason: 'unsubscribed', issue: 'first', source: 'link', at: T }])
        await ledger.replaceFileSuppressions(batches(['reader3@example.com']))
        expect((await claim(issue)).map(({ recipientId }) => recipientId)).toEqual([2, 4])
        expect(await ledger.counts(issue.id)).toMatchObject({ suppressed: 2, leased: 2 })
        expect((await ledger.deliveries(issue.id, 0, 1))[0]).toMatchObject({ state: 'suppressed', reply: 'unsubscribed' })
      })

      it('looks past a whole batch of suppressed recipients', async () => {
        const issue = await freeze(people(6))
        await ledger.replaceFileSuppressions(batches(people(4).map(({ address }) => address.key)))
        expect((await claim(issue, 2)).map(({ recipientId }) => recipientId)).toEqual([5, 6])
      })

      it('waits with what is deferred until its time', async () => {
        const issue = await freeze(people(1))
        const [claimed] = await claim(issue)
        await ledger.commit(issue.id, claimed === undefined ? [] : [resultOf(claimed, 'deferred', { notBefore: T + 5000 })], [], T)
        expect(await claim(issue, 1, 'one', T + 4999)).toEqual([])
        expect(await ledger.nextDue(issue.id)).toBe(T + 5000)
        expect(await claim(issue, 1, 'one', T + 5000)).toMatchObject([{ attempts: 1 }])
      })

      it('gives back what was claimed and not begun', async () => {
        const issue = await freeze(people(3))
        await claim(issue, 3, 'one')
        await ledger.release(issue.id, 'one')
        expect(await ledger.counts(issue.id)).toMatchObject({ pending: 3, leased: 0 })
      })

      it('lets a deferral end when the clock was moved back', async () => {
        const issue = await freeze(people(1))
        const [claimed] = await claim(issue)
        await ledger.commit(issue.id, claimed === undefined ? [] : [resultOf(claimed, 'deferred', { notBefore: T + 60_000 })], [], T)
        const yearBefore = T - 365 * 86_400_000
        await ledger.capDeferrals(issue.id, yearBefore, 86_400_000)
        expect(await claim(issue, 1, 'one', yearBefore)).toHaveLength(1)
      })
    })

    describe('marks and results', () => {
      it('accepts a mark and a result of the owner', async () => {
        const issue = await freeze(people(1))
        const [claimed] = await claim(issue)
        if (claimed === undefined) throw new Error('nothing was claimed')
        expect(await ledger.commit(issue.id, [], [markOf(claimed)], T)).toEqual(new Set())
        expect(await ledger.counts(issue.id)).toMatchObject({ attempting: 1 })
        await ledger.commit(issue.id, [resultOf(claimed, 'accepted', { code: 250, reply: '250 2.0.0 queued as 7' })], [], T + 9)
        expect(await ledger.deliveries(issue.id, 0, 1)).toMatchObject([
          { state: 'accepted', attempts: 1, code: 250, reply: '250 2.0.0 queued as 7', at: T + 9 },
        ])
      })

      it('refuses the mark and the result of an owner who lost the lease', async () => {
        const issue = await freeze(people(1))
        const [stale] = await claim(issue, 1, 'asleep')
        await ledger.recover(issue.id, T + 60_001, false)
        const [fresh] = await claim(issue, 1, 'awake', T + 60_001)
        if (stale === undefined || fresh === undefined) throw new Error('nothing was claimed')
        expect(await ledger.commit(issue.id, [], [markOf(stale)], T)).toEqual(new Set([stale.recipientId]))
        expect(await ledger.commit(issue.id, [], [markOf(fresh)], T)).toEqual(new Set())
        await ledger.commit(issue.id, [resultOf(stale, 'rejected')], [], T)
        expect(await ledger.counts(issue.id)).toMatchObject({ attempting: 1, rejected: 0 })
      })

      it('refuses a second mark for the same claim', async () => {
        const issue = await freeze(people(1))
        const [claimed] = await claim(issue)
        if (claimed === undefined) throw new Error('nothing was claimed')
        await ledger.commit(issue.id, [], [markOf(claimed)], T)
        expect(await ledger.commit(issue.id, [], [markOf(claimed)], T)).toEqual(new Set([1]))
      })

      it('settles who was suppressed before the mark, and marks the others', async () => {
        const issue = await freeze(people(4))
        const [first, second, third, fourth] = await claim(issue)
        if (first === undefined || second === undefined || third === undefined || fourth === undefined) throw new Error('nothing was claimed')
        const other = again()
        await other.suppress([{ key: 'reader2@example.com', reason: 'unsubscribed', issue: 'first', source: 'link', at: T }])
        await other.replaceFileSuppressions(batches(['reader3@example.com']))
        expect(await ledger.commit(issue.id, [resultOf(first)], [markOf(second), markOf(third), markOf(fourth)], T + 7)).toEqual(new Set([2, 3]))
        expect(await other.deliveries(issue.id, 0, 10)).toMatchObject([
          { state: 'accepted' },
          { state: 'suppressed', reason: 'suppressed', reply: 'unsubscribed', attempts: 0, at: T + 7 },
          { state: 'suppressed', reason: 'suppressed', reply: 'listed in the suppression file', attempts: 0, at: T + 7 },
          { state: 'attempting' },
        ])
        await other.close()
        await ledger.commit(issue.id, [resultOf(second), resultOf(third, 'rejected'), resultOf(fourth)], [], T)
        expect(equationOf(await ledger.counts(issue.id), issue.prepared)).toMatchObject({ accepted: 2, suppressed: 2, addsUp: true })
        expect(await ledger.complete(issue.id, T)).toBe(true)
      })

      it('keeps the result of who was suppressed after the mark', async () => {
        const issue = await freeze(people(1))
        const [claimed] = await claim(issue)
        if (claimed === undefined) throw new Error('nothing was claimed')
        await ledger.commit(issue.id, [], [markOf(claimed)], T)
        await ledger.suppress([{ key: 'reader1@example.com', reason: 'unsubscribed', issue: 'first', source: 'link', at: T }])
        expect(await ledger.leaveOut(issue.id, 'one', [1], T)).toEqual(new Set())
        await ledger.commit(issue.id, [resultOf(claimed)], [], T)
        expect(await ledger.counts(issue.id)).toMatchObject({ accepted: 1, suppressed: 0 })
      })

      it('does not touch the row of another owner for a mark that comes too late', async () => {
        const issue = await freeze(people(1))
        const [stale] = await claim(issue, 1, 'asleep')
        await ledger.recover(issue.id, T + 60_001, false)
        await claim(issue, 1, 'awake', T + 60_001)
        if (stale === undefined) throw new Error('nothing was claimed')
        await ledger.suppress([{ key: 'reader1@example.com', reason: 'unsubscribed', issue: 'first', source: 'link', at: T }])
        expect(await ledger.commit(issue.id, [], [markOf(stale)], T)).toEqual(new Set([1]))
        expect(await ledger.leaveOut(issue.id, 'asleep', [1], T)).toEqual(new Set())
        expect(await ledger.counts(issue.id)).toMatchObject({ leased: 1 })
        expect(await ledger.leaveOut(issue.id, 'awake', [1], T)).toEqual(new Set([1]))
        expect(await ledger.counts(issue.id)).toMatchObject({ suppressed: 1 })
      })

      it('leaves out those of the claimed who were suppressed, and only whom it is asked for', async () => {
        const issue = await freeze(people(5))
        await claim(issue, 4)
        const keys = [1, 2, 5].map((number) => `reader${number}@example.com`)
        await ledger.suppress(keys.map((key) => ({ key, reason: 'complaint', issue: 'zero', source: 'arf', at: T })))
        expect(await ledger.leaveOut(issue.id, 'one', [2, 3, 5], T)).toEqual(new Set([2]))
        expect((await ledger.deliveries(issue.id, 0, 10)).map(({ state }) => state)).toEqual(['leased', 'suppressed', 'leased', 'leased', 'pending'])
      })

      it('is durable: a second handle sees what was committed', async () => {
        const issue = await freeze(people(2))
        const claimed = await claim(issue)
        await ledger.commit(issue.id, claimed.slice(0, 1).map((one) => resultOf(one)), claimed.slice(1).map(markOf), T)
        const other = again()
        expect(await other.counts(issue.id)).toMatchObject({ accepted: 1, attempting: 1 })
        await other.close()
      })
    })

    describe('recovery', () => {
      it('takes what was leased for unsent and what was attempting for in doubt', async () => {
        const issue = await freeze(people(4))
        const [first, second] = await claim(issue, 3)
        if (first === undefined || second === undefined) throw new Error('nothing was claimed')
        await ledger.commit(issue.id, [resultOf(first)], [markOf(second)], T)
        expect(await ledger.recover(issue.id, T + 1, false)).toEqual({ unsent: 0, inDoubt: 0 })
        expect(await ledger.recover(issue.id, T + 1, true)).toEqual({ unsent: 1, inDoubt: 1 })
        expect(await ledger.counts(issue.id)).toMatchObject({ accepted: 1, in_doubt: 1, pending: 2 })
      })

      it('waits for the lease to end when others may be sending', async () => {
        const issue = await freeze(people(1))
        await claim(issue, 1)
        expect(await ledger.recover(issue.id, T + 59_999, false)).toMatchObject({ unsent: 0 })
        await ledger.renew(issue.id, 'one', T + 120_000)
        expect(await ledger.recover(issue.id, T + 60_001, false)).toMatchObject({ unsent: 0 })
        expect(await ledger.recover(issue.id, T + 120_001, false)).toMatchObject({ unsent: 1 })
      })

      it('sends again what is in doubt only when told to', async () => {
        const issue = await freeze(people(1))
        const [claimed] = await claim(issue)
        await ledger.commit(issue.id, [], claimed === undefined ? [] : [markOf(claimed)], T)
        await ledger.recover(issue.id, T, true)
        expect(await claim(issue)).toEqual([])
        expect(await ledger.resendDoubtful(issue.id)).toBe(1)
        expect(await claim(issue)).toHaveLength(1)
      })
    })

    describe('completion', () => {
      it('comes only when nothing is open and the counts add up', async () => {
        const issue = await freeze(people(4))
        await ledger.suppress([{ key: 'reader4@example.com', reason: 'bounce', issue: 'zero', source: 'dsn', at: T }])
        const [first, second, third] = await claim(issue)
        if (first === undefined || second === undefined || third === undefined) throw new Error('nothing was claimed')
        await ledger.commit(issue.id, [resultOf(first), resultOf(second, 'rejected')], [markOf(third)], T)
        expect(await ledger.complete(issue.id, T)).toBe(false)
        await ledger.commit(issue.id, [resultOf(third, 'in_doubt')], [], T)
        expect(await ledger.complete(issue.id, T)).toBe(false)
        expect(equationOf(await ledger.counts(issue.id), issue.prepared)).toEqual({
          accepted: 1,
          rejected: 1,
          suppressed: 1,
          in_doubt: 1,
          pending: 0,
          prepared: 4,
          addsUp: true,
        })
        await ledger.resendDoubtful(issue.id)
        const [retried] = await claim(issue)
        await ledger.commit(issue.id, retried === undefined ? [] : [resultOf(retried)], [], T)
        expect(await ledger.complete(issue.id, T + 5)).toBe(true)
        expect((await ledger.issue('first'))?.completedAt).toBe(T + 5)
      })

      it('is undone by a retry of what failed', async () => {
        const issue = await freeze(people(2))
        const [first, second] = await claim(issue)
        if (first === undefined || second === undefined) throw new Error('nothing was claimed')
        await ledger.commit(issue.id, [resultOf(first), resultOf(second, 'rejected', { attempts: 7 })], [], T)
        await ledger.suppress([{ key: 'reader2@example.com', reason: 'bounce', issue: 'first', source: 'reply', at: T }])
        await ledger.complete(issue.id, T)
        expect(await ledger.retryFailed(issue.id, 'first')).toBe(1)
        expect((await ledger.issue('first'))?.completedAt).toBeUndefined()
        expect(await claim(issue)).toMatchObject([{ address: 'reader2@example.com', attempts: 0 }])
      })

      it('tells how often each rule decided', async () => {
        const issue = await freeze(people(3))
        const claimed = await claim(issue)
        const results = claimed.map((one, index) => resultOf(one, 'rejected', { reason: index === 0 ? 'policy' : 'no-such-mailbox' }))
        await ledger.commit(issue.id, results, [], T)
        expect(await ledger.reasons(issue.id)).toEqual([
          { state: 'rejected', reason: 'no-such-mailbox', count: 2 },
          { state: 'rejected', reason: 'policy', count: 1 },
        ])
      })

      it('tells why the suppressed are', async () => {
        const issue = await freeze(people(6))
        const because = (reason: Suppression['reason'], ...numbers: number[]): Suppression[] => numbers.map((number) => ({ key: `reader${number}@example.com`, reason, issue: '', source: '', at: T }))
        await ledger.suppress([...because('unsubscribed', 1, 2, 3), ...because('complaint', 4)])
        await ledger.replaceFileSuppressions(batches(['reader5@example.com', 'reader6@example.com']))
        expect(await claim(issue)).toEqual([])
        expect(await ledger.reasons(issue.id)).toEqual([
          { state: 'suppressed', reason: 'unsubscribed', count: 3 },
          { state: 'suppressed', reason: 'suppressed', count: 2 },
          { state: 'suppressed', reason: 'complaint', count: 1 },
        ])
      })
    })

    describe('suppression and bounces', () => {
      it('suppresses new recipients while planning', async () => {
        await ledger.suppress([{ key: 'reader2@example.com', reason: 'complaint', issue: 'zero', source: 'arf', at: T }])
        expect(await plan(people(3))).toMatchObject({ added: 2, suppressed: 1 })
      })

      it('keeps the first reason', async () => {
        const base = { key: 'ana@example.com', issue: '', source: 'link', at: T }
        await ledger.suppress([{ ...base, reason: 'unsubscribed' }, { ...base, reason: 'bounce', at: T + 1 }])
        expect(await ledger.suppression('ana@example.com')).toMatchObject({ reason: 'unsubscribed', at: T })
        expect(await ledger.suppressions()).toHaveLength(1)
      })

      it('keeps the old file suppressions when the new ones cannot be read', async () => {
        await ledger.replaceFileSuppressions(batches(['ana@example.com']))
        const broken = (async function* () {
          yield await Promise.resolve(['ben@example.com'])
          throw new Error('unreadable')
        })()
        await expect(ledger.replaceFileSuppressions(broken)).rejects.toThrow()
        expect(await plan([recipientOf('ana@example.com'), recipientOf('ben@example.com')])).toMatchObject({ added: 1, suppressed: 1 })
      })

      it('counts a bounce once, and soft ones by issue', async () => {
        const bounce = { key: 'ana@example.com', issue: 'a', kind: 'soft', status: '4.2.2', detail: 'full', reportId: 'r1', at: T } as const
        expect(await ledger.recordBounce(bounce, 0)).toEqual({ isNew: true, softIssues: 1 })
        expect(await ledger.recordBounce(bounce, 0)).toEqual({ isNew: false, softIssues: 1 })
        expect(await ledger.recordBounce({ ...bounce, reportId: 'r2' }, 0)).toEqual({ isNew: true, softIssues: 1 })
        expect(await ledger.recordBounce({ ...bounce, issue: 'b', reportId: 'r3' }, 0)).toEqual({ isNew: true, softIssues: 2 })
        expect(await ledger.recordBounce({ ...bounce, issue: 'c', reportId: 'r4' }, T + 1)).toEqual({ isNew: true, softIssues: 0 })
      })
    })

    it('names its installation and counts its runs', async () => {
      const { id, runs } = await ledger.installation()
      expect(id).toMatch(/^[0-9a-f]{32}$/)
      expect(runs).toBe(0)
      expect(await ledger.countRun()).toBe(1)
      expect(await ledger.countRun()).toBe(2)
      expect(await ledger.installation()).toEqual({ id, runs: 2 })
    })

    it('reads one delivery', async () => {
      const issue = await freeze(people(3))
      expect(await ledger.delivery(issue.id, 2)).toMatchObject({ address: 'reader2@example.com' })
      expect(await ledger.delivery(issue.id, 9)).toBeUndefined()
    })
  })
}

async function* batches(...groups: string[][]): AsyncGenerator<string[]> {
  for (const group of groups) yield await Promise.resolve(group)
}
