import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type Commit, GroupCommit } from '../../src/deliver/group-commit.ts'
import type { Mark, Result } from '../../src/deliver/ledger/store.ts'

const mark = (recipientId: number): Mark => ({ recipientId, fence: 1, attempts: 1 })
const result = (recipientId: number): Result => ({ ...mark(recipientId), state: 'accepted', code: 250, reply: '', reason: '', notBefore: 0 })

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Notes every commit as `results|marks`; each takes a turn of the event loop. */
function recording(refused: number[] = []): { commit: Commit; log: string[] } {
  const log: string[] = []
  return {
    log,
    commit: async (results, marks) => {
      log.push(`${results.map(({ recipientId }) => recipientId).join()}|${marks.map(({ recipientId }) => recipientId).join()}`)
      await turn()
      return new Set(refused)
    },
  }
}

describe('GroupCommit', () => {
  it('puts what is asked for at the same time into one commit', async () => {
    const { commit, log } = recording()
    const group = new GroupCommit(commit)
    expect(await Promise.all([1, 2, 3].map((id) => group.mark(mark(id))))).toEqual([true, true, true])
    expect(log).toEqual(['|1,2,3'])
  })

  it('puts what is asked for meanwhile into the next one', async () => {
    const { commit, log } = recording()
    let finish = (): void => undefined
    const slow = new Promise<void>((resolve) => (finish = resolve))
    const group = new GroupCommit((results, marks) => slow.then(() => commit(results, marks)))
    const first = group.mark(mark(1))
    await turn()
    const others = [group.mark(mark(2)), group.mark(mark(3))]
    finish()
    await Promise.all([first, ...others])
    expect(log).toEqual(['|1', '|2,3'])
  })

  it('never marks before the results that were handed in earlier', async () => {
    const { commit, log } = recording()
    const group = new GroupCommit(commit)
    group.settle(result(1))
    await group.mark(mark(2))
    expect(log).toEqual(['1|2'])
  })

  it('writes a result that stays alone after a moment', async () => {
    const { commit, log } = recording()
    const group = new GroupCommit(commit)
    group.settle(result(1))
    await expect.poll(() => log).toEqual(['1|'])
  })

  /** A clock by which every commit takes 8 milliseconds, whatever the machine does. */
  const slowDisk = (): (() => number) => {
    let now = 0
    return () => (now += 8)
  }

  /** Timers that end when told to. */
  const heldTimers = (): void => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => {
      vi.useRealTimers()
    })
  }

  it('on a slow disk waits for others', async () => {
    heldTimers()
    const { commit, log } = recording()
    const group = new GroupCommit(commit, { connections: 3, now: slowDisk() })
    await group.mark(mark(1))
    const both = [group.mark(mark(2))]
    await turn()
    both.push(group.mark(mark(3)))
    await turn()
    expect(log).toEqual(['|1'])
    vi.advanceTimersByTime(4)
    await Promise.all(both)
    expect(log).toEqual(['|1', '|2,3'])
  })

  it('does not wait when nobody else can come', async () => {
    heldTimers()
    const { commit, log } = recording()
    const group = new GroupCommit(commit, { connections: 2, now: slowDisk() })
    await group.mark(mark(1))
    const both = [group.mark(mark(2)), group.mark(mark(3))]
    await turn()
    await turn()
    expect(log).toEqual(['|1', '|2,3'])
    await Promise.all(both)
  })

  it('says which marks the ledger refused', async () => {
    const group = new GroupCommit(recording([2]).commit)
    expect(await Promise.all([group.mark(mark(1)), group.mark(mark(2))])).toEqual([true, false])
  })

  it('flushes what is there', async () => {
    const { commit, log } = recording()
    const group = new GroupCommit(commit)
    group.settle(result(1))
    group.settle(result(2))
    await group.flush()
    expect(log).toEqual(['1,2|'])
    await group.flush()
    expect(log).toHaveLength(1)
  })

  it('after a failure marks nothing, keeps the results, and writes them when it can', async () => {
    let isFull = true
    const written: number[] = []
    const group = new GroupCommit((results) => {
      if (isFull) return Promise.reject(new Error('disk full'))
      written.push(...results.map(({ recipientId }) => recipientId))
      return Promise.resolve(new Set())
    })
    group.settle(result(1))
    await expect(group.mark(mark(2))).rejects.toThrow('disk full')
    await expect(group.mark(mark(3))).rejects.toThrow('disk full')
    group.settle(result(4))
    await expect(group.flush()).rejects.toThrow('disk full')
    isFull = false
    await group.flush()
    expect(written).toEqual([1, 4])
    expect(group.failure).toBeUndefined()
  })
})
