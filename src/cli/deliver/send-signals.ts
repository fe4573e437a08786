import type { Shell } from '../shell.ts'
import { stopRequested } from '../signals.ts'

/** A send that was asked to stop hangs up after so many milliseconds: service managers do not wait longer. */
const drainDeadline = 60_000

/** The first request to stop lets a send finish what is under way; a second one, or a minute, hangs up. */
export function stopSignals(shell: Shell, print: (line: string) => void): { drain: AbortSignal; abort: AbortSignal; release: () => void } {
  const drain = new AbortController()
  const abort = new AbortController()
  let request = stopRequested()
  let deadline: NodeJS.Timeout | undefined
  const onFirst = (signal: NodeJS.Signals): void => {
    request = stopRequested()
    shell.event({ event: 'stopping', signal })
    print('Stopping: what is under way is being finished. Once more hangs up at once.')
    drain.abort()
    deadline = setTimeout(() => {
      abort.abort()
    }, drainDeadline)
    void request.stop.then(() => {
      shell.event({ event: 'hanging-up' })
      abort.abort()
    })
  }
  void request.stop.then(onFirst)
  return {
    drain: drain.signal,
    abort: abort.signal,
    release: () => {
      clearTimeout(deadline)
      request.release()
    },
  }
}
