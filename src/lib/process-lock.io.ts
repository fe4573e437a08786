import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { readableDuration } from './duration.ts'
import { hasErrorCode } from './files.io.ts'
import { isRecord } from './records.ts'
import { SqlFile } from './sql-file.io.ts'

/** Held by one process at a time. */
export interface ProcessLock {
  release: () => void
}

/**
 * Takes a lock, if no other process has it. It is one of the operating system, taken through SQLite: it ends with the
 * process however the process ends, so that after a crash nobody has to wait or to delete a file.
 *
 * @param path of the lock's file; it stays there, and says nothing
 * @param task what this process does, such as `gazette pull`, for others to read
 * @returns undefined when another process holds it
 * @throws when the file cannot be made
 */
export function takeLock(path: string, task: string, now: Date): ProcessLock | undefined {
  mkdirSync(dirname(path), { recursive: true })
  const file = new SqlFile(path)
  try {
    file.execute('PRAGMA busy_timeout = 0')
    file.execute('BEGIN EXCLUSIVE')
  } catch (error) {
    file.close()
    if (hasErrorCode(error, 'SQLITE_BUSY')) return undefined
    throw error
  }
  const note = noteOf(path)
  try {
    writeFileSync(note, JSON.stringify({ process: process.pid, task, begun: now.toISOString() }))
  } catch {
    // Others then learn that somebody has the lock, and not who.
  }
  return {
    release: () => {
      rmSync(note, { force: true })
      file.close()
    },
  }
}

/** Who holds a lock, for a message: `gazette pull (process 4711, begun 14 s ago)`, or as much of it as is known. */
export function lockHolder(path: string, now: Date): string {
  try {
    const note: unknown = JSON.parse(readFileSync(noteOf(path), 'utf8'))
    if (isRecord(note) && typeof note.process === 'number' && typeof note.task === 'string' && typeof note.begun === 'string') {
      return `${note.task} (process ${note.process}, begun ${readableDuration(now.getTime() - Date.parse(note.begun))} ago)`
    }
  } catch {
    // Not written yet, or not to be read.
  }
  return 'another process'
}

/** SQLite's lock keeps Windows from reading the locked file itself. */
function noteOf(path: string): string {
  return `${path}.json`
}
