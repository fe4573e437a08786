import { join } from 'node:path'
import { diagnostic } from '../../diagnostics/diagnostic.ts'
import { EnvironmentError } from '../../diagnostics/errors.ts'
import { likelyHolder, lockHolder, type ProcessLock, takeLock } from '../../lib/process-lock.io.ts'
import { unusable } from './database.io.ts'

/**
 * Makes this process the only one that sends an issue.
 *
 * @param folder the `.gazette` folder
 * @throws {EnvironmentError} when another process holds the lock, or the folder cannot be written to
 */
export function lockIssue(folder: string, slug: string, now: Date): ProcessLock {
  const path = lockPath(folder, slug)
  let lock: ProcessLock | undefined
  try {
    lock = takeLock(path, 'gazette send', now)
  } catch (error) {
    throw unusable(path, error)
  }
  if (lock !== undefined) return lock
  const hint = 'let it finish, or stop it with Ctrl-C; nothing was started'
  throw new EnvironmentError([diagnostic('GZ-D004', `${lockHolder(path, now)} is sending ${slug}`, { hint })])
}

/** Which process seems to be sending an issue, in words; undefined when none is. @param folder the `.gazette` folder */
export function senderOf(folder: string, slug: string, now: Date): string | undefined {
  return likelyHolder(lockPath(folder, slug), now)
}

function lockPath(folder: string, slug: string): string {
  return join(folder, 'locks', `${slug}.lock`)
}
