import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { it, onTestFinished } from 'vitest'
import { startPreview } from '../../src/preview/run.ts'
import { openBrowser } from '../support/browser.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))

interface Picture {
  /** Name in docs/images. */
  name: string
  query: string
  dark: boolean
}

const pictures: readonly Picture[] = [
  { name: 'preview', query: '?story=2026-11-23-crane-4-in-eleven-pieces', dark: false },
  { name: 'preview-clients', query: '?view=clients&panel=none&issues=folded', dark: true },
  { name: 'preview-inbox', query: '?view=inbox&panel=people', dark: false },
]

/** docs/images/preview*.jpg: the preview of the sample newsletter. */
it('draws the preview', async () => {
  const browser = await openBrowser()
  if (browser === undefined) throw new Error('a picture needs a browser')
  const root = mkdtempSync(join(tmpdir(), 'gazette-picture-'))
  for (const folder of ['content', 'templates']) cpSync(join(repository, folder), join(root, folder), { recursive: true })
  const list = join(root, 'readers.csv')
  writeFileSync(list, 'email,name\nana@example.com,Ana Ruiz\nbo@example.com,Bo Li\n')
  const preview = await startPreview({ root, port: 0, strictPort: false, host: false, version: '0.1.0', report: () => undefined, list: { path: list, file: 'readers.csv' } })
  onTestFinished(async () => {
    await browser.close()
    await preview.close()
    rmSync(root, { recursive: true })
  })
  for (const { name, query, dark } of pictures) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5, colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' })
    await page.goto(`${preview.url}${query}`)
    await page.locator('.heading').waitFor()
    // Pictures inside the message, and the thumbnails, come after the page.
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(2500)
    await page.screenshot({ path: join(repository, `docs/images/${name}.jpg`), type: 'jpeg', quality: 80 })
    await page.close()
  }
})
