import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { it } from 'vitest'
import { startPreview } from '../../src/preview/run.ts'
import { openBrowser } from '../support/browser.ts'
import { drawSheet, sourceOf } from './shot.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))

/** docs/images/preview.jpg: the sample issue in the preview. */
it('draws the preview', async ({ onTestFinished }) => {
  const browser = await openBrowser()
  if (browser === undefined) throw new Error('a picture needs a browser')
  const root = mkdtempSync(join(tmpdir(), 'gazette-picture-'))
  for (const name of ['content', 'templates']) cpSync(join(repository, name), join(root, name), { recursive: true })
  const running = await startPreview({ root, port: 0, strictPort: false, host: false, version: '', report: () => undefined })
  onTestFinished(async () => {
    await running.close()
    await browser.close()
    rmSync(root, { recursive: true })
  })
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5 })
  await page.goto(running.url)
  await page.locator('iframe').first().contentFrame().locator('h1').first().waitFor()
  // A saved file, so that the time shown is that of an editor at work and not that of the first build.
  for (let saved = 0; saved < 3; saved++) {
    appendFileSync(join(root, 'content/issues/2026-w48.md'), '\n')
    await page.waitForTimeout(4000)
  }
  const shot = await page.screenshot({ type: 'png' })
  const sheet = `<style>
      body { margin: 0; background: #e9e6df; padding: 36px; width: 1096px }
      img { width: 1096px; border-radius: 10px; box-shadow: 0 6px 28px #0002; display: block }
    </style><img src="${sourceOf(shot)}">`
  writeFileSync(join(repository, 'docs/images/preview.jpg'), await drawSheet(browser, sheet, { width: 1168, height: 757 }, 84))
})
