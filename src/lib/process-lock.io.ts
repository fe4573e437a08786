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
  const note = readNote(path)
  return note === undefined ? 'another process' : inWords(note, now)
}

/**
 * Who seems to hold a lock, by its note alone: to ask the lock itself could keep a process from taking it that comes at
 * the same moment.
 *
 * @returns words as of `lockHolder`; undefined when nobody does, or whoever did is gone
 */
export function likelyHolder(path: string, now: Date): string | undefined {
  const note = readNote(path)
  return note === undefined || !isRunning(note.process) ? undefined : inWords(note, now)
}

interface Note {
  process: number
  task: string
  /** ISO date and time. */
  begun: string
}

/** @returns undefined when it is not written yet, or not to be read */
function readNote(path: string): Note | undefined {
  try {
    const note: unknown = JSON.parse(readFileSync(noteOf(path), 'utf8'))
    if (!isRecord(note)) return undefined
    const { process, task, begun } = note
    return typeof process === 'number' && typeof task === 'string' && typeof begun === 'string' ? { process, task, begun } : undefined
  } catch {
    return undefined
  }
}

function inWords({ process, task, begun }: Note, now: Date): string {
  return `${task} (process ${process}, begun ${readableDuration(now.getTime() - Date.parse(begun))} ago)`
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    // It is there, and somebody else's.
    return hasErrorCode(error, 'EPERM')
  }
}

/** SQLite's lock keeps Windows from reading the locked file itself. */
function noteOf(path: string): string {
  return `${path}.json`
}
