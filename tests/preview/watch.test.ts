import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { watchContent } from '../../src/preview/watch.ts'
import { eventually } from '../support/reader.ts'

/** What a watcher told of, with what the article held at that moment. */
interface Told {
  files: string[]
  article: string | undefined
}

async function watched(): Promise<{ path: string; told: Told[] }> {
  const root = mkdtempSync(join(tmpdir(), 'gazette-watch-'))
  onTestFinished(() => rm(root, { recursive: true, force: true, maxRetries: 8, retryDelay: 100 }))
  for (const folder of ['content/articles', 'templates']) mkdirSync(join(root, folder), { recursive: true })
  const path = join(root, 'content/articles/crane.md')
  writeFileSync(path, 'before')
  const told: Told[] = []
  const stop = await watchContent(root, [], (files) => {
    told.push({ files, article: contentOf(path) })
  })
  onTestFinished(stop)
  return { path, told }
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('what is told of a file', () => {
  it('is its last change, however soon that follows the one before', async () => {
    const { path, told } = await watched()
    for (const gap of [0, 2, 10, 20, 30, 40, 45]) {
      writeFileSync(path, `first of ${gap}`)
      const count = told.length
      await eventually(() => {
        expect(told.length).toBeGreaterThan(count)
      })
      await pause(gap)
      writeFileSync(path, `last after ${gap}`)
      await eventually(() => {
        expect(told.at(-1)?.article).toBe(`last after ${gap}`)
      })
    }
    expect(new Set(told.flatMap(({ files }) => files))).toEqual(new Set(['content/articles/crane.md']))
  })

  it('is never that it is empty in the middle of being written', async () => {
    const { path, told } = await watched()
    for (let round = 0; round < 5; round++) {
      writeFileSync(path, '')
      await pause(25)
      appendFileSync(path, `round ${round}`)
      await eventually(() => {
        expect(told.at(-1)?.article).toBe(`round ${round}`)
      })
    }
    expect(told.map(({ article }) => article)).not.toContain('')
  })

  it('is never that it is gone while it changes places with another', async () => {
    const { path, told } = await watched()
    renameSync(path, `${path}~`)
    await pause(25)
    writeFileSync(path, 'after')
    await eventually(() => {
      expect(told.at(-1)?.article).toBe('after')
    })
    writeFileSync(`${path}.part`, 'beside')
    renameSync(`${path}.part`, path)
    await eventually(() => {
      expect(told.at(-1)?.article).toBe('beside')
    })
    expect(told.map(({ article }) => article)).not.toContain(undefined)
  })

  it('is that it is empty, or gone, when it stays so', async () => {
    const { path, told } = await watched()
    writeFileSync(path, '')
    await eventually(() => {
      expect(told.at(-1)?.article).toBe('')
    })
    unlinkSync(path)
    await eventually(() => {
      expect(told.at(-1)).toEqual({ files: ['content/articles/crane.md'], article: undefined })
    })
  })

  it('is heard of where folders are polled, as those of a virtual machine', async () => {
    vi.stubEnv('CHOKIDAR_USEPOLLING', '1')
    onTestFinished(() => {
      vi.unstubAllEnvs()
    })
    const { path, told } = await watched()
    for (const text of ['one', 'and another']) {
      writeFileSync(path, text)
      await eventually(() => {
        expect(told.at(-1)).toEqual({ files: ['content/articles/crane.md'], article: text })
      })
    }
  })

  it('comes from new folders too, and from files that others write beside it never', async () => {
    const { path, told } = await watched()
    writeFileSync(`${path}.swp`, 'x')
    writeFileSync(join(path, '../.#crane.md'), 'x')
    rmSync(`${path}.swp`)
    const more = join(path, '../2026')
    mkdirSync(more)
    await eventually(() => {
      writeFileSync(join(more, 'slip.md'), 'a slip')
      expect(told.flatMap(({ files }) => files)).toContain('content/articles/2026/slip.md')
    })
    expect(told.flatMap(({ files }) => files).filter((file) => /swp|#/.test(file))).toEqual([])
  })
})
