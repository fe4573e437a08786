import { describe, expect, it } from 'vitest'
import { createPoliteQueue } from '../../src/ingest/net/polite.ts'

/** A clock that only moves when somebody sleeps. */
function clockwork(): { now: () => number; sleep: (milliseconds: number) => Promise<void> } {
  let time = 0
  return {
    now: () => time,
    sleep: async (milliseconds) => {
      await new Promise((resolve) => setImmediate(resolve))
      time += milliseconds
    },
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('a polite queue', () => {
  it('does few things at once, in all and at one host', async () => {
    const queue = createPoliteQueue({ atOnce: 3, perHost: 2, gap: () => 0, ...clockwork() })
    let running = 0
    let most = 0
    const atHost = new Map<string, number>()
    let mostAtHost = 0
    const job = (host: string) => async (): Promise<string> => {
      most = Math.max(most, ++running)
      atHost.set(host, (atHost.get(host) ?? 0) + 1)
      mostAtHost = Math.max(mostAtHost, atHost.get(host) ?? 0)
      await turn()
      running--
      atHost.set(host, (atHost.get(host) ?? 1) - 1)
      return host
    }
    const hosts = ['a', 'a', 'a', 'a', 'b', 'b', 'c', 'a']
    expect(await Promise.all(hosts.map((host) => queue(host, job(host))))).toEqual(hosts)
    expect([most, mostAtHost]).toEqual([3, 2])
  })

  it('leaves a pause between two starts at one host, and lets others pass meanwhile', async () => {
    const clock = clockwork()
    const queue = createPoliteQueue({ atOnce: 8, perHost: 2, gap: (host) => (host === 'own' ? 0 : 250), ...clock })
    const starts: [string, number][] = []
    await Promise.all(['a', 'a', 'b', 'a', 'own', 'own'].map((host) => queue(host, async () => {
      starts.push([host, clock.now()])
      await turn()
    })))
    expect(starts).toEqual([['a', 0], ['b', 0], ['own', 0], ['own', 0], ['a', 250], ['a', 500]])
  })

  it('goes on after a job that fails', async () => {
    const queue = createPoliteQueue({ atOnce: 1, perHost: 1, gap: () => 0, ...clockwork() })
    const outcomes = await Promise.allSettled([queue('a', () => Promise.reject(new Error('x'))), queue('a', () => Promise.resolve(1))])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  })
})
