import { describe, expect, it } from 'vitest'
import { fingerprint } from '../../../src/ingest/similar.ts'
import { readMemory } from '../../../src/app/ingest/pull/memory.ts'
import { chooseEntries } from '../../../src/app/ingest/pull/choose.ts'
import type { FeedEntry } from '../../../src/ingest/feed/feed.ts'

const today = '2026-11-26'
const text = 'The harbour office counted its jars again on Monday, as it does every spring, and found twelve more than the year before. Nobody could say where the others had gone, and nobody asked.'

describe('the memory of earlier pulls', () => {
  it('comes back as it was written', () => {
    const { memory } = readMemory(undefined, today)
    memory.keep('a', { etag: '"1"', title: 'A' })
    memory.see(['x', 'y'], today)
    memory.enter({ title: 'Jars', day: today, print: fingerprint(text), file: 'content/articles/jars.md' })
    const again = readMemory(memory.text(), today)
    expect(again.damaged).toBe(false)
    expect(again.memory.source('a')).toEqual({ etag: '"1"', title: 'A' })
    expect([again.memory.isSeen(['z', 'y']), again.memory.isSeen(['z'])]).toEqual([true, false])
    expect(again.memory.alike({ title: 'Jars, again', day: today, print: fingerprint(text) })?.file).toBe('content/articles/jars.md')
    expect(again.memory.text()).toBe(memory.text())
  })

  it('forgets what is long past', () => {
    const { memory } = readMemory(undefined, today)
    memory.see(['old'], '2025-01-01')
    memory.see(['new'], '2026-01-01')
    const again = readMemory(memory.text(), today).memory
    expect([again.isSeen(['old']), again.isSeen(['new'])]).toEqual([false, true])
  })

  it.each(['', '{', 'null', '[]', '{"format":99}', '{"format":1,"seen":7,"sources":[],"stories":[1,{}]}'])('survives %j', (damaged) => {
    const { memory } = readMemory(damaged, today)
    expect(memory.isSeen(['x'])).toBe(false)
    expect(memory.source('x')).toEqual({})
  })
})

describe('the choice among entries', () => {
  const entry = (id: string, date?: string): FeedEntry => ({ id, authors: [], tags: [], ...(date === undefined ? {} : { date }) })
  const now = new Date('2026-11-26T02:00:00Z')
  const choose = (entries: FeedEntry[], since: string, limit = 20, seen: string[] = []): { ids: string[]; passed: object } => {
    const { wanted, passed } = chooseEntries(entries, { settings: { since, limit, include: undefined, exclude: undefined }, now, timezone: 'America/New_York', isSeen: ({ id }) => seen.includes(id) })
    return { ids: wanted.map(({ id }) => id), passed }
  }

  it('counts days by the calendar of the newsletter, hours by the clock', () => {
    // In New York it is still the 25th.
    const entries = [entry('a', '2026-11-24T05:00:00Z'), entry('b', '2026-11-24T04:00:00Z'), entry('c', '2026-11-24'), entry('d', '2026-11-23')]
    expect(choose(entries, '1d').ids).toEqual(['a', 'c'])
    expect(choose(entries, '45h').ids).toEqual(['a', 'c'])
    expect(choose(entries, '2026-11-23').ids).toHaveLength(4)
    expect(choose(entries, '1w').ids).toHaveLength(4)
  })

  it('takes the newest first, those without a date last, and does not go on where it stopped', () => {
    const entries = [entry('x'), entry('old', '2026-11-20'), entry('new', '2026-11-25'), entry('y')]
    expect(choose(entries, '30d', 3)).toMatchObject({ ids: ['new', 'old', 'x'], passed: { beyond: 1 } })
    expect(choose(entries, '30d', 3, ['new', 'old', 'x'])).toMatchObject({ ids: [], passed: { seen: 3, beyond: 1 } })
  })
})
