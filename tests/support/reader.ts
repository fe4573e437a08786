import type { Browser, FrameLocator, Page } from 'playwright-core'
import { expect, onTestFinished, type TestContext } from 'vitest'

export interface Reader {
  page: Page
  /** The message in its frame. */
  message: FrameLocator
  /** What the browser complained of: errors of scripts, and breaches of the policy. */
  complaints: string[]
}

/**
 * Opens an address as a person does. The test is passed over, and says so, where no browser is to be had; the page is
 * closed with the test.
 */
export async function read(
  context: TestContext,
  browser: Browser | undefined,
  url: string,
  more: { width?: number; height?: number; dark?: boolean } = {},
): Promise<Reader> {
  if (browser === undefined) return context.skip('no browser')
  const { width = 1440, height = 900, dark = false } = more
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' })
  onTestFinished(() => page.close())
  page.setDefaultTimeout(60_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(url)
  return { page, message: page.locator('.frame iframe').first().contentFrame(), complaints }
}

/**
 * What the page's own address asks for. Asked of the page itself: the driver hears of a change only some time after it,
 * later than the key press or click that made it returns.
 */
export async function queryOf(page: Page): Promise<URLSearchParams> {
  return new URLSearchParams(await page.evaluate<string>('location.search'))
}

/** Waits until something holds. Nothing is measured: a slow machine only takes longer. */
export async function eventually(check: () => Promise<void> | void): Promise<void> {
  await expect.poll(async () => {
    try {
      await check()
      return ''
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }, { timeout: 60_000, interval: 50 }).toBe('')
}
