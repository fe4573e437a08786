import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { gazette } from '../../support/cli.ts'
import { sampleFolder } from '../../support/preview.ts'
import { eventually, read } from '../../support/reader.ts'

let browser: Browser | undefined

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser?.close())

/** An export of the sample, made by the command. */
async function exported(spoil: (root: string) => void = () => undefined): Promise<string> {
  const root = sampleFolder()
  spoil(root)
  const folder = mkdtempSync(join(tmpdir(), 'gazette-export-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const run = await gazette(['preview', '--static', folder], { cwd: root })
  expect(run.stderr).toBe('')
  expect(run.stdout).toContain(`Wrote  ${folder}/index.html  (2026-w48; `)
  expect(run.code).toBe(0)
  // The folder must stand alone.
  rmSync(root, { recursive: true, force: true })
  return folder
}

/** A web server that knows nothing but files. */
async function serve(folder: string): Promise<string> {
  const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.png': 'image/png' }
  const server = createServer((request, response) => {
    const path = join(folder, decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname).replace(/\/$/, '/index.html'))
    try {
      response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream')
      response.end(readFileSync(path))
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

describe('an exported preview', () => {
  for (const way of ['a folder', 'a web server'] as const) {
    it(`is the same page, opened from ${way}`, async (context) => {
      const folder = await exported()
      const url = way === 'a folder' ? pathToFileURL(join(folder, 'index.html')).href : await serve(folder)
      const { page, message, complaints } = await read(context, browser, url)
      await message.getByRole('link', { name: 'Crane 4' }).waitFor()
      const picture = message.locator('img').first()
      await eventually(async () => {
        expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(100)
      })
      await page.keyboard.press('d')
      await eventually(async () => {
        expect(await message.locator('.paper').first().evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(23, 24, 26)')
      })
      await page.keyboard.press('d')
      await page.keyboard.press('d')
      await page.getByLabel('Client', { exact: true }).first().selectOption('Outlook for Windows')
      await page.getByText(/^It takes away \d+ things$/).waitFor()
      await page.keyboard.press('4')
      await page.locator('pre.text').getByText('Crane 4 comes down in eleven pieces').waitFor()
      await page.keyboard.press('2')
      await page.getByRole('img', { name: /^Breakwater: / }).first().waitFor()
      await page.keyboard.press('3')
      await page.locator('.thumbnail iframe').first().contentFrame().getByRole('link', { name: 'Crane 4', includeHidden: true }).waitFor({ state: 'attached' })
      await page.goto(`${url}?panel=people&to=longest`)
      await page.getByRole('button', { name: /^Longest name/ }).waitFor()
      await message.getByRole('link', { name: 'Crane 4' }).waitFor()
      expect(complaints).toEqual([])
    })
  }

  it('runs nothing of what the message holds', async (context) => {
    const folder = await exported((root) => {
      const template = join(root, 'templates/classic/issue.mjml.hbs')
      const attack = '<mj-raw><script>top.pwned = 1</script><img src="x" onerror="top.pwned = 1"><svg onload="top.pwned = 1"></svg></mj-raw></mj-body>'
      writeFileSync(template, readFileSync(template, 'utf8').replace('</mj-body>', attack))
    })
    const { page, message } = await read(context, browser, pathToFileURL(join(folder, 'index.html')).href)
    await message.getByRole('link', { name: 'Crane 4' }).waitFor()
    await page.waitForTimeout(300)
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
  })

  it('replaces an earlier export, and touches no other folder', async () => {
    const root = sampleFolder()
    const folder = join(root, 'review')
    expect((await gazette(['preview', '--static', folder], { cwd: root })).code).toBe(0)
    const before = statSync(join(folder, 'index.html')).mtimeMs
    expect((await gazette(['preview', '--static', folder], { cwd: root })).code).toBe(0)
    expect(statSync(join(folder, 'index.html')).mtimeMs).toBeGreaterThan(before)

    const content = join(root, 'content')
    const copy = join(root, 'copy')
    cpSync(content, copy, { recursive: true })
    const refused = await gazette(['preview', '--static', content], { cwd: root })
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain('GZ-P004')
    expect(readdirSync(content).toSorted()).toEqual(readdirSync(copy).toSorted())
  }, 120_000)
})
