import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, FrameLocator, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { preview, sampleFolder } from '../../support/preview.ts'
import { eventually, queryOf, read } from '../../support/reader.ts'

let browser: Browser | undefined

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser?.close())

/** A story's title in the message; the preheader holds titles too, so that text alone would be found twice. */
function headline(message: FrameLocator, title: string, exact = false): Locator {
  return message.getByRole('link', { name: title, exact })
}

const crane = 'content/articles/2026-11-23-crane-4-in-eleven-pieces.md'

/** Changes a file as an editor program does. */
function change(root: string, file: string, edit: (text: string) => string): void {
  writeFileSync(join(root, file), edit(readFileSync(join(root, file), 'utf8')))
}

describe('the page beside an editor program', () => {
  it('shows a saved change, and stays where it was', async (context) => {
    const { url, root } = await preview(sampleFolder())
    const { page, message, complaints } = await read(context, browser, `${url}?width=375&panel=pipeline&issue=2026-w48`)
    await headline(message, 'Crane 4 comes down in eleven pieces').waitFor()
    const canvas = page.locator('.canvas')
    await canvas.evaluate((element) => {
      element.scrollTop = 700
    })
    await page.getByRole('button', { name: 'Recipients', exact: true }).focus()

    change(root, crane, (text) => text.replace('Crane 4 comes down in eleven pieces', 'Crane 4 comes down in twelve pieces'))
    await headline(message, 'Crane 4 comes down in twelve pieces').waitFor()

    expect(await canvas.evaluate((element) => element.scrollTop)).toBe(700)
    expect(await page.locator('.frame iframe').getAttribute('style')).toContain('width: 375px')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Recipients')
    expect(String(await queryOf(page))).toBe('width=375&panel=pipeline&issue=2026-w48')
    expect(complaints).toEqual([])
  })

  it('shows the message before it has asked what there is to say of it', async (context) => {
    const { url, root } = await preview(sampleFolder())
    const { page, message } = await read(context, browser, url)
    await headline(message, 'Crane 4 comes down').waitFor()
    let letGo: (() => void) | undefined
    const held = new Promise<void>((resolve) => { letGo = resolve })
    await page.route('**/api/**', async (route) => {
      await held
      await route.continue()
    })
    change(root, crane, (text) => text.replace('in eleven pieces', 'in twelve pieces'))
    await headline(message, 'Crane 4 comes down in twelve pieces').waitFor()
    letGo?.()
  })

  it('loses no change made while it builds', async (context) => {
    const { url, root } = await preview(sampleFolder())
    const { message } = await read(context, browser, url)
    await headline(message, 'Crane 4 comes down').waitFor()
    for (let count = 1; count <= 25; count++) {
      change(root, crane, (text) => text.replace(/^title: .*$/m, `title: Crane number ${count}`))
      await new Promise((resolve) => setTimeout(resolve, count % 5 === 0 ? 40 : 3))
    }
    await headline(message, 'Crane number 25', true).waitFor()
  })

  it('follows programs that write beside the file and rename', async (context) => {
    const { url, root } = await preview(sampleFolder())
    const { message } = await read(context, browser, url)
    await headline(message, 'Crane 4 comes down').waitFor()
    const path = join(root, crane)
    writeFileSync(`${path}~`, readFileSync(path, 'utf8').replace('in eleven pieces', 'in one piece'))
    renameSync(`${path}~`, path)
    await headline(message, 'Crane 4 comes down in one piece').waitFor()
  })

  it('notices articles and issues that come and go', async (context) => {
    const { url, root } = await preview(sampleFolder())
    const { page, message } = await read(context, browser, url)
    await headline(message, 'Crane 4 comes down').waitFor()
    writeFileSync(join(root, 'content/articles/2026-11-25-a-new-slip.md'), '---\ntitle: A slip for small boats\nsection: Harbour\n---\n\nThe slip opened on Monday. It is twelve metres wide. Nobody has fallen in so far.\n')
    await headline(message, 'A slip for small boats').waitFor()
    writeFileSync(join(root, 'content/issues/2026-w49.md'), '---\ndate: 2026-12-03\nsubject: Nothing yet\n---\n')
    await page.getByRole('navigation', { name: 'Issues' }).getByText('Nothing yet').waitFor()
  })

  it('says when the preview ends, and goes on when it is started again', async (context) => {
    const root = sampleFolder()
    const first = await preview(root)
    const { page, message } = await read(context, browser, `${first.url}?width=600`)
    await headline(message, 'Crane 4 comes down').waitFor()
    await first.close()
    await page.locator('.state.lost').waitFor()
    expect(await headline(message, 'Crane 4 comes down').count()).toBe(1)
    change(root, crane, (text) => text.replace('in eleven pieces', 'while nobody looked'))
    await preview(root, { port: Number(new URL(first.url).port) })
    await headline(message, 'Crane 4 comes down while nobody looked').waitFor()
    expect(String(await queryOf(page))).toBe('width=600')
  })
})

describe('broken input', () => {
  const breakages: { what: string; file: string; edit: (text: string) => string; says: RegExp; place: RegExp }[] = [
    { what: 'a template', file: 'templates/classic/issue.mjml.hbs', edit: (text) => `${text}{{#if}}`, says: /./, place: /templates\/classic\/issue\.mjml\.hbs:\d+/ },
    { what: 'newsletter.yaml', file: 'content/newsletter.yaml', edit: (text) => text.replace('name: Breakwater', 'nam: Breakwater'), says: /nam is not a known key/, place: /content\/newsletter\.yaml:\d+/ },
    { what: 'an issue', file: 'content/issues/2026-w48.md', edit: (text) => text.replace('number: 62', 'number: sixty'), says: /number must be a number/, place: /content\/issues\/2026-w48\.md:2/ },
    { what: 'an article', file: crane, edit: (text) => text.replace(/^title: .*$/m, 'title: [open'), says: /front matter/, place: /2026-11-23-crane-4-in-eleven-pieces\.md:\d+/ },
  ]

  for (const { what, file, edit, says, place } of breakages) {
    it(`keeps the last good message when ${what} breaks, and mends itself`, async (context) => {
      const { url, root, reports } = await preview(sampleFolder())
      const { page, message, complaints } = await read(context, browser, url)
      await headline(message, 'Crane 4 comes down in eleven pieces').waitFor()
      const good = readFileSync(join(root, file), 'utf8')

      writeFileSync(join(root, file), edit(good))
      const problems = page.getByRole('alert')
      await problems.waitFor()
      expect(await problems.innerText()).toMatch(says)
      expect(await problems.innerText()).toMatch(place)
      expect(await page.locator('.view.stale').count()).toBe(1)
      expect(await headline(message, 'Crane 4 comes down in eleven pieces').count()).toBeGreaterThan(0)
      await eventually(() => {
        expect(reports.at(-1)?.breaking.length).toBeGreaterThan(0)
      })

      writeFileSync(join(root, file), good.replace('in eleven pieces', 'in seven pieces'))
      await problems.waitFor({ state: 'detached' })
      await headline(message, file === crane ? 'in seven pieces' : 'Crane 4 comes down').first().waitFor()
      await eventually(() => {
        expect(reports.at(-1)?.breaking).toEqual([])
      })
      expect(complaints).toEqual([])
    })
  }

  it('starts with broken content, says so, and shows the message once it is mended', async (context) => {
    const root = sampleFolder()
    const path = join(root, 'content/newsletter.yaml')
    const good = readFileSync(path, 'utf8')
    writeFileSync(path, 'name: [')
    const { url } = await preview(root)
    const { page, message } = await read(context, browser, url)
    await page.getByRole('alert').waitFor()
    writeFileSync(path, good)
    await headline(message, 'Crane 4 comes down').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
  })
})
