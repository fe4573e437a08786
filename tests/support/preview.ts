import { cpSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { type RunningPreview, startPreview } from '../../src/preview/run.ts'

const repository = join(import.meta.dirname, '../..')

/** A copy of the sample newsletter and its templates, for tests that change it. */
export function sampleFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'gazette-preview-'))
  for (const folder of ['content', 'templates']) cpSync(join(repository, folder), join(root, folder), { recursive: true })
  onTestFinished(() => rm(root, { recursive: true, force: true, maxRetries: 8, retryDelay: 100 }))
  return root
}

export interface TestedPreview extends RunningPreview {
  root: string
  /** What the terminal was told, in order. */
  reports: { slug: string; breaking: readonly Diagnostic[] }[]
}

/** Starts the preview of a folder on a free port; it ends with the test. */
export async function preview(root: string, more: { list?: { path: string; file: string }; issue?: string; port?: number } = {}): Promise<TestedPreview> {
  const reports: TestedPreview['reports'] = []
  const running = await startPreview({
    root,
    port: 0,
    strictPort: false,
    host: false,
    version: '0.0.0-test',
    report: (slug, breaking) => {
      reports.push({ slug, breaking })
    },
    ...more,
  })
  onTestFinished(running.close)
  return { ...running, root, reports }
}
