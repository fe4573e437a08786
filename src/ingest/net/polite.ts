/** How much is done at a time, and how gently. */
export interface Manners {
  /** Jobs that run at once in all. */
  atOnce: number
  /** Jobs that run at once at one host. */
  perHost: number
  /** Milliseconds between the starts of two jobs at one host. */
  gap: (host: string) => number
  /** Milliseconds, rising. */
  now: () => number
  sleep: (milliseconds: number) => Promise<void>
}

/** Runs a job at a host as soon as manners allow it. */
export type PoliteQueue = <T>(host: string, job: () => Promise<T>) => Promise<T>

interface Waiting {
  host: string
  start: () => void
}

/** Makes a queue that spares hosts: few jobs at once, a pause between two. Jobs start in the order in which they came. */
export function createPoliteQueue({ atOnce, perHost, gap, now, sleep }: Manners): PoliteQueue {
  const waiting: Waiting[] = []
  const running = new Map<string, number>()
  const next = new Map<string, number>()
  let total = 0
  let asleep = false

  const pump = (): void => {
    let soonest = Infinity
    for (let index = 0; index < waiting.length && total < atOnce; ) {
      const job = waiting[index]
      if (job === undefined) break
      const ready = (next.get(job.host) ?? 0) - now()
      const free = (running.get(job.host) ?? 0) < perHost
      if (!free || ready > 0) {
        if (free) soonest = Math.min(soonest, ready)
        index++
        continue
      }
      waiting.splice(index, 1)
      total++
      running.set(job.host, (running.get(job.host) ?? 0) + 1)
      next.set(job.host, now() + gap(job.host))
      job.start()
    }
    if (soonest < Infinity && !asleep && total < atOnce) {
      asleep = true
      void sleep(soonest).then(() => {
        asleep = false
        pump()
      })
    }
  }

  return (host, job) =>
    new Promise((resolve, reject) => {
      const start = (): void => {
        void job()
          .then(resolve, reject)
          .finally(() => {
            total--
            running.set(host, (running.get(host) ?? 1) - 1)
            pump()
          })
      }
      waiting.push({ host, start })
      pump()
    })
}
