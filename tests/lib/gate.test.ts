import { expect, test } from 'vitest'
import { createGate } from '../../src/lib/gate.ts'

test('lets so many jobs run at a time, so many of a key, and all in the end', async () => {
  const gate = createGate(3, 2)
  const running: string[] = []
  const seen: { all: number; a: number }[] = []
  const done: string[] = []
  const job = (name: string) => async (): Promise<string> => {
    running.push(name)
    seen.push({ all: running.length, a: running.filter((one) => one.startsWith('a')).length })
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
    running.splice(running.indexOf(name), 1)
    done.push(name)
    return name
  }
  const names = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1']
  const results = await Promise.all(names.map((name) => gate(name.charAt(0), job(name))))
  expect(results).toEqual(names)
  expect(done.toSorted()).toEqual(names)
  expect(Math.max(...seen.map(({ all }) => all))).toBe(3)
  expect(Math.max(...seen.map(({ a }) => a))).toBe(2)
})

test('a job that fails makes room for the next', async () => {
  const gate = createGate(1, 1)
  await expect(gate('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await gate('a', () => Promise.resolve('yes'))).toBe('yes')
})
