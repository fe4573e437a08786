import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { likelyHolder, lockHolder, takeLock } from '../../src/lib/process-lock.io.ts'

const folder = mkdtempSync(join(tmpdir(), 'gazette-lock-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const begun = new Date('2026-11-20T09:00:00Z')
const later = new Date('2026-11-20T09:00:14Z')

describe('takeLock', () => {
  it('has one holder, who can be named, and is free again after it', () => {
    const path = join(folder, 'a/b.lock')
    const lock = takeLock(path, 'gazette pull', begun)
    expect(takeLock(path, 'gazette add', begun)).toBeUndefined()
    expect(lockHolder(path, later)).toBe(`gazette pull (process ${process.pid}, begun 14 s ago)`)
    expect(likelyHolder(path, later)).toBe(lockHolder(path, later))
    lock?.release()
    expect(likelyHolder(path, later)).toBeUndefined()
    const next = takeLock(path, 'gazette add', later)
    expect(lockHolder(path, later)).toBe(`gazette add (process ${process.pid}, begun 0 s ago)`)
    next?.release()
  })

  it('throws where it cannot be made, and does not call that held', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => takeLock(join(folder, 'file/b.lock'), 'gazette pull', begun)).toThrow(/ENOTDIR|EEXIST/)
  })

  it('does not take a process for the holder that was killed', async () => {
    const path = join(folder, 'd.lock')
    const child = spawn(process.execPath, ['-e', ''])
    await once(child, 'exit')
    writeFileSync(`${path}.json`, JSON.stringify({ process: child.pid, task: 'gazette send', begun: begun.toISOString() }))
    expect(likelyHolder(path, later)).toBeUndefined()
  })

  it.each(['', '{"process":', '[]', '{"process":"1","task":"x","begun":""}'])('knows no name from a note that reads %j', (note) => {
    const path = join(folder, 'c.lock')
    writeFileSync(`${path}.json`, note)
    expect(lockHolder(path, later)).toBe('another process')
  })
})
