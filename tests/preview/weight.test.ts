import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { pageHtml } from '../../src/preview/page.ts'
import { uiFolder } from '../../src/preview/run.ts'

it('the page loads at most 60 KB, compressed, before it can be used', () => {
  const files = ['app.js', 'app.css'].map((name) => readFileSync(join(uiFolder, name)))
  const page = [Buffer.from(pageHtml({ title: 'x', token: 'x' })), ...files]
  const weight = page.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0)
  expect(weight).toBeGreaterThan(5000)
  expect(weight).toBeLessThanOrEqual(60 * 1024)
})
