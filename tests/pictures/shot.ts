import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { fontSheet } from '../support/fonts.ts'

/** A browser and an empty folder, until the test ends. */
export async function studio(): Promise<{ browser: Browser; folder: string }> {
  const browser = await openBrowser()
  if (browser === undefined) throw new Error('a picture needs a browser')
  const folder = mkdtempSync(join(tmpdir(), 'gazette-picture-'))
  onTestFinished(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })
  return { browser, folder }
}

export interface Shot {
  width: number
  /** Left out, the whole page. */
  height?: number
  scheme?: 'light' | 'dark'
  /** Pixels of the picture for one of the page. */
  scale?: number
}

/** A picture of a page in the fonts of the templates, as PNG. */
export async function shoot(browser: Browser, address: string, { width, height, scheme = 'light', scale = 1 }: Shot): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width, height: height ?? 800 }, colorScheme: scheme, deviceScaleFactor: scale })
  await page.goto(address)
  await page.addStyleTag({ content: fontSheet() })
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  const picture = await page.screenshot({ fullPage: height === undefined })
  await page.close()
  return picture
}

/** A picture as the source of an image in a page. */
export function sourceOf(picture: Buffer): string {
  return `data:image/png;base64,${picture.toString('base64')}`
}

/** Draws a page of HTML as JPEG. */
export async function drawSheet(browser: Browser, html: string, size: { width: number; height: number }, quality: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: size })
  await page.setContent(html)
  await page.evaluate('Promise.all([...document.images].map((image) => image.decode()))')
  const picture = await page.screenshot({ type: 'jpeg', quality, clip: { x: 0, y: 0, ...size } })
  await page.close()
  return picture
}
