import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { it, onTestFinished } from 'vitest'
import { startPreview } from '../../src/preview/run.ts'
import { studio } from './shot.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))

/** docs/images/preview-clients.jpg: the sample issue in every client at once, on a dark screen. */
it('draws every client', async () => {
  const { browser, folder } = await studio()
  for (const name of ['content', 'templates']) cpSync(join(repository, name), join(folder, name), { recursive: true })
  const running = await startPreview({ root: folder, port: 0, strictPort: false, host: false, version: '', report: () => undefined })
  onTestFinished(running.close)
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5, colorScheme: 'dark', reducedMotion: 'reduce' })
  await page.goto(`${running.url}?view=clients&panel=none&issues=folded`)
  await page.locator('.thumbnail iframe').nth(11).contentFrame().locator('h1').waitFor({ state: 'attached' })
  // Pictures inside the thumbnails come after their pages.
  await page.waitForTimeout(2000)
  await page.screenshot({ path: join(repository, 'docs/images/preview-clients.jpg'), type: 'jpeg', quality: 80 })
})
