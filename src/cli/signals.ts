/**
 * Resolves when the process is asked to end: by Ctrl-C, a terminal that goes away, or another process. Until then such
 * a request does nothing else.
 *
 * @returns the promise, and what gives the signals back to the system
 */
export function stopRequested(): { stop: Promise<NodeJS.Signals>; release: () => void } {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  let release = (): void => undefined
  const stop = new Promise<NodeJS.Signals>((resolve) => {
    for (const signal of signals) process.once(signal, resolve)
    release = () => {
      for (const signal of signals) process.off(signal, resolve)
    }
  })
  return { stop, release }
}
