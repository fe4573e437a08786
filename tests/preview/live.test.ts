import { describe, expect, it } from 'vitest'
import { Latest } from '../../src/preview/live.ts'

/** A job whose runs end when told to. */
function controlled(): { runs: { resolve: (value: string) => void; reject: (error: Error) => void }[]; job: () => Promise<string> } {
  const runs: { resolve: (value: string) => void; reject: (error: Error) => void }[] = []
  return { runs, job: () => new Promise((resolve, reject) => runs.push({ resolve, reject })) }
}

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))

describe('the latest result of a job', () => {
  it('is made once for all who ask', async () => {
    const { runs, job } = controlled()
    const latest = new Latest(() => 0, job)
    const both = Promise.all([latest.get(), latest.get()])
    runs[0]?.resolve('first')
    expect(await both).toEqual(['first', 'first'])
    expect(await latest.get()).toBe('first')
    expect(runs).toHaveLength(1)
  })

  it('is made anew for what changed during a run, once for any number of changes', async () => {
    let generation = 0
    const { runs, job } = controlled()
    const latest = new Latest(() => generation, job)
    const before = latest.get()
    generation = 1
    const during = [latest.get(), latest.get()]
    generation = 3
    during.push(latest.get())
    runs[0]?.resolve('old')
    expect(await before).toBe('old')
    await soon()
    expect(runs).toHaveLength(2)
    runs[1]?.resolve('new')
    expect(await Promise.all(during)).toEqual(['new', 'new', 'new'])
    expect(latest.last).toBe('new')
  })

  it('survives a run that fails', async () => {
    let generation = 0
    const { runs, job } = controlled()
    const latest = new Latest(() => generation, job)
    const failing = latest.get()
    generation = 1
    const after = latest.get()
    runs[0]?.reject(new Error('disk'))
    await expect(failing).rejects.toThrow('disk')
    await soon()
    runs[1]?.resolve('fine')
    expect(await after).toBe('fine')
  })
})
