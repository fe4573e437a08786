/** Runs a job when there is room for it. */
export type Gate = <T>(key: string, job: () => Promise<T>) => Promise<T>

interface Waiting {
  key: string
  start: () => void
}

/**
 * Lets so many jobs run at a time, and so many of them with the same key; the others wait in the order they came.
 *
 * @param most jobs at a time
 * @param mostPerKey jobs of one key at a time, such as requests to one host
 */
export function createGate(most: number, mostPerKey: number): Gate {
  const waiting: Waiting[] = []
  const running = new Map<string, number>()
  let total = 0
  const count = (key: string): number => running.get(key) ?? 0
  const admit = (): void => {
    while (total < most) {
      const next = waiting.findIndex(({ key }) => count(key) < mostPerKey)
      const [entry] = next === -1 ? [] : waiting.splice(next, 1)
      if (entry === undefined) return
      total++
      running.set(entry.key, count(entry.key) + 1)
      entry.start()
    }
  }
  const leave = (key: string): void => {
    total--
    running.set(key, count(key) - 1)
    admit()
  }
  return async (key, job) => {
    await new Promise<void>((start) => {
      waiting.push({ key, start })
      admit()
    })
    try {
      return await job()
    } finally {
      leave(key)
    }
  }
}
