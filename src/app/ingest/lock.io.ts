import { join } from 'node:path'
import { diagnostic } from '../../diagnostics/diagnostic.ts'
import { EnvironmentError } from '../../diagnostics/errors.ts'
import { lockHolder, type ProcessLock, takeLock } from '../../lib/process-lock.io.ts'

/** How long another process is waited for. */
export interface Turn {
  /** Milliseconds. */
  longest: number
  sleep: (milliseconds: number) => Promise<void>
  /** Told once, before the first wait, who is waited for. */
  onWait: (holder: string) => void
  /** Ends the wait. */
  signal?: AbortSignal
}

/** Milliseconds between two looks. */
const step = 50

/**
 * Makes this process the only one that brings articles in, for as long as it decides what is new and writes it. Two at
 * once would take one story twice, and the later one would forget what the other saw.
 *
 * @param task what this process does, such as `gazette pull`
 * @returns undefined when the signal ended the wait
 * @throws EnvironmentError when another process goes on for longer than is waited, or the disk refuses
 */
export async function lockArticles(root: string, task: string, now: Date, { longest, sleep, onWait, signal }: Turn): Promise<ProcessLock | undefined> {
  const path = join(root, '.gazette/articles.lock')
  for (let waited = 0; ; waited += step) {
    const moment = new Date(now.getTime() + waited)
    const lock = take(path, task, moment)
    if (lock !== undefined) return lock
    if (signal?.aborted === true) return undefined
    if (waited >= longest) {
      const hint = 'let it finish and try again, or stop it with Ctrl-C where it runs; nothing was written'
      throw new EnvironmentError([diagnostic('GZ-I030', `${lockHolder(path, moment)} is bringing articles in`, { hint })])
    }
    if (waited === 0) onWait(lockHolder(path, moment))
    await sleep(step)
  }
}

function take(path: string, task: string, now: Date): ProcessLock | undefined {
  try {
    return takeLock(path, task, now)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new EnvironmentError([diagnostic('GZ-E002', `.gazette/articles.lock cannot be written: ${reason}`)], { cause: error })
  }
}
