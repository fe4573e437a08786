import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { preview, sampleFolder } from '../../support/preview.ts'
import { eventually, queryOf, read } from '../../support/reader.ts'

let browser: Browser | undefined

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser?.close())

const views = ['message', 'inbox', 'clients', 'text', 'source', 'headers', 'raw']
const panels = ['checks', 'people', 'pipeline', 'client']

describe('finding the way', () => {
  it('goes to every view by button and by key, puts it in the address, and back again', async (context) => {
    const { url } = await preview(sampleFolder())
    const { page, message, complaints } = await read(context, browser, url)
    await message.locator('body').waitFor()
    await page.getByRole('button', { name: 'Text', exact: true }).click()
    await page.locator('pre.text').getByText('Crane 4 comes down in eleven pieces').waitFor()
    expect(String(await queryOf(page))).toBe('view=text')
    await page.keyboard.press('5')
    await page.locator('.source').getByText('<!doctype html>').waitFor()
    await page.keyboard.press('6')
    await page.getByRole('rowheader', { name: 'List-Unsubscribe', exact: true }).waitFor()
    await page.keyboard.press('7')
    await page.locator('pre.raw').getByText('Content-Transfer-Encoding: quoted-printable').first().waitFor()
    await page.goBack()
    expect(String(await queryOf(page))).toBe('view=headers')
    await page.getByRole('rowheader', { name: 'Subject' }).waitFor()
    await page.keyboard.press('1')
    await message.getByRole('link', { name: 'Crane 4' }).waitFor()
    expect(complaints).toEqual([])
  })

  it('links to a line of the source', async (context) => {
    const { url } = await preview(sampleFolder())
    const { page } = await read(context, browser, `${url}?view=source&line=40`)
    await page.locator('.source li.target').waitFor()
    expect(await page.locator('.source li.target .line-number').innerText()).toBe('40')
    await page.getByRole('button', { name: 'Line 42', exact: true }).click()
    expect(String(await queryOf(page))).toContain('line=42')
  })

  it('finds a story by name in the palette, with keys alone', async (context) => {
    const { url } = await preview(sampleFolder())
    const { page, message } = await read(context, browser, url)
    await message.getByRole('link', { name: 'Crane 4' }).waitFor()
    await page.keyboard.press('p')
    await page.keyboard.type('forty bench')
    await page.keyboard.press('Enter')
    await eventually(async () => {
      expect(String(await queryOf(page))).toContain('story=2026-11-24-forty-benches')
    })
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.locator('.overlay .chosen').waitFor()
  })

  it('takes keys pressed in the message, and leaves keys in fields and with modifiers alone', async (context) => {
    const { url } = await preview(sampleFolder())
    const { page, message } = await read(context, browser, url)
    await message.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('4')
    await page.locator('pre.text').waitFor()
    await page.keyboard.press('1')
    const field = page.getByLabel('Width in pixels')
    await field.focus()
    await page.keyboard.press('5')
    expect(String(await queryOf(page))).not.toContain('source')
    await page.locator('body').press('Control+7')
    await page.locator('body').press('Alt+7')
    expect(String(await queryOf(page))).not.toContain('raw')
  })

  it('chooses the story that is clicked in the message, and follows no link', async (context) => {
    const { url } = await preview(sampleFolder())
    const { page, message } = await read(context, browser, url)
    await message.getByRole('link', { name: 'Forty benches' }).click()
    await eventually(async () => {
      expect(String(await queryOf(page))).toContain('story=2026-11-24-forty-benches')
    })
    expect(page.frames()[1]?.url()).toContain('/frame/2026-w48')
  })

  it('shows a chosen story where it is told, not where a list of titles names it', async (context) => {
    const root = sampleFolder()
    const settings = join(root, 'content/newsletter.yaml')
    writeFileSync(settings, `${readFileSync(settings, 'utf8')}\noptions: {contents: true}\n`)
    const { url } = await preview(root)
    const { page, message } = await read(context, browser, `${url}?story=2026-11-24-forty-benches`)
    await page.locator('.overlay .chosen').waitFor()
    await eventually(async () => {
      const box = await page.locator('.overlay .chosen').boundingBox()
      const title = await message.getByRole('heading', { name: 'Forty benches' }).boundingBox()
      const middle = (title?.y ?? 0) + (title?.height ?? 0) / 2
      expect((box?.y ?? 0) < middle && (box?.y ?? 0) + (box?.height ?? 0) > middle).toBe(true)
    })
  })
})

describe('the width of the message', () => {
  it('is chosen, typed, turned, or dragged and drawn to a usual one', async (context) => {
    const { url } = await preview(sampleFolder())
    const { page, message } = await read(context, browser, url)
    await message.locator('body').waitFor()
    const width = (): Promise<number> => message.locator('html').evaluate((element) => element.clientWidth)
    await page.getByRole('button', { name: '375' }).click()
    expect(await width()).toBe(375)
    await page.keyboard.press('r')
    await eventually(async () => {
      expect(await width()).toBe(812)
    })
    await page.getByLabel('Width in pixels').fill('500')
    await page.keyboard.press('Enter')
    await eventually(async () => {
      expect(await width()).toBe(500)
    })
    const handle = await page.getByRole('slider', { name: 'right edge' }).boundingBox()
    if (handle === null) throw new Error('no handle')
    await page.mouse.move(handle.x + 5, handle.y + 100)
    await page.mouse.down()
    await page.mouse.move(handle.x + 5 + 48, handle.y + 100, { steps: 4 })
    await page.mouse.up()
    expect(await width()).toBe(600)
    expect(String(await queryOf(page))).toContain('width=600')
    await page.getByRole('slider', { name: 'left edge' }).press('ArrowLeft')
    await eventually(async () => {
      expect(await width()).toBe(610)
    })
  })

  it('can be a phone beside a desktop', async (context) => {
    const { url } = await preview(sampleFolder())
    const { page } = await read(context, browser, url)
    await page.locator('.frame iframe').first().waitFor()
    await page.keyboard.press('o')
    await page.getByTitle('The message on a phone').waitFor()
    await page.getByTitle('The message on a desktop').waitFor()
  })
})

describe('for everybody', () => {
  async function faults(page: Page): Promise<unknown[]> {
    await page.evaluate(axe.source)
    // The message is not the page's own work; its rules are those of `gazette check`.
    const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run({ exclude: [['.frame']] }, { iframes: false }))
    expect(found.passes.length).toBeGreaterThan(10)
    return found.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`) }))
  }

  for (const dark of [false, true]) {
    it(`has no fault that axe knows, ${dark ? 'dark' : 'light'}`, async (context) => {
      const root = sampleFolder()
      // Something to find, so that the checks show all they have.
      const article = join(root, 'content/articles/2026-11-23-crane-4-in-eleven-pieces.md')
      writeFileSync(article, readFileSync(article, 'utf8').replace(/^imageAlt:.*$/m, 'imageAlt: crane.png'))
      const { url } = await preview(root)
      const { page } = await read(context, browser, url, { dark })
      for (const view of views) {
        await page.goto(`${url}?view=${view}&panel=${panels[views.indexOf(view) % panels.length] ?? 'checks'}`)
        await page.locator('.heading').waitFor()
        expect(await faults(page), view).toEqual([])
      }
      for (const more of ['client=outlook-windows&panel=client', 'panel=people&with=longest', 'view=inbox&phone=1', 'pair=1&mode=forced']) {
        await page.goto(`${url}?${more}`)
        await page.locator('.heading').waitFor()
        expect(await faults(page), more).toEqual([])
      }
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Keys' }).waitFor()
      expect(await faults(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('p')
      await page.getByRole('dialog', { name: 'Find and do' }).waitFor()
      expect(await faults(page)).toEqual([])
    }, 120_000)
  }

  it('fits a window 900 pixels wide without a bar below', async (context) => {
    const { url } = await preview(sampleFolder())
    const { page } = await read(context, browser, url, { width: 900, height: 800 })
    for (const view of views) {
      await page.goto(`${url}?view=${view}`)
      await page.locator('.heading').waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth), view).toBe(900)
      const [bar, end] = await Promise.all([page.locator('.bar .tabs button').last().boundingBox(), page.locator('.bar-end button:visible').first().boundingBox()])
      expect((bar?.x ?? 0) + (bar?.width ?? 0), view).toBeLessThanOrEqual(end?.x ?? 0)
    }
  })
})
