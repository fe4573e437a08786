import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkIssue } from '../../../src/app/check.ts'
import { randomBytes } from 'node:crypto'
import { openBrowser } from '../../support/browser.ts'
import { preview, sampleFolder } from '../../support/preview.ts'
import { eventually, queryOf, read } from '../../support/reader.ts'

let browser: Browser | undefined

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser?.close())

const crane = 'content/articles/2026-11-23-crane-4-in-eleven-pieces.md'

/** Faults of several kinds: a story's picture without words, a link that leads nowhere, text that is hard to read. */
function spoil(root: string): void {
  const template = join(root, 'templates/classic/issue.mjml.hbs')
  const faulty = '<mj-section><mj-column><mj-text color="#cccccc"><a href="#">here</a></mj-text></mj-column></mj-section></mj-body>'
  writeFileSync(template, readFileSync(template, 'utf8').replace('</mj-body>', faulty))
  const article = join(root, crane)
  writeFileSync(article, readFileSync(article, 'utf8').replace(/^imageAlt:.*$/m, 'imageAlt: ""'))
}

describe('the checks beside the message', () => {
  it('are those of gazette check, by topic, and can be narrowed down', async (context) => {
    const root = sampleFolder()
    spoil(root)
    const { url } = await preview(root)
    const { page } = await read(context, browser, url)
    const { findings } = await checkIssue({ root, now: new Date(), random: randomBytes })
    await eventually(async () => {
      expect(await page.locator('.finding').count()).toBe(findings.length)
    })
    expect(findings.length).toBeGreaterThan(2)
    const codes = await page.locator('.finding-code').allInnerTexts()
    expect(codes.toSorted()).toEqual(findings.map(({ code }) => code).toSorted())
    await page.getByRole('button', { name: /^Accessibility \d/ }).click()
    await page.getByRole('region', { name: 'Accessibility' }).waitFor()
    expect(await page.locator('.finding').count()).toBe(findings.filter(({ code }) => code.startsWith('GZ-K4')).length)
    expect(String(await queryOf(page))).toBe('only=Accessibility')
  })

  it('lead from a finding to its place in the message, and back', async (context) => {
    const root = sampleFolder()
    spoil(root)
    const { url } = await preview(root)
    const { page, message } = await read(context, browser, url)
    const faint = page.locator('.findings > li').filter({ hasText: 'GZ-K409' }).first()
    await faint.getByRole('button', { name: 'show in the message' }).click()
    await page.locator('.overlay .tick.pointed').waitFor()
    await eventually(async () => {
      const canvas = await page.locator('.canvas').boundingBox()
      const tick = await page.locator('.overlay .tick.pointed').boundingBox()
      expect((tick?.y ?? 0) >= (canvas?.y ?? 0) && (tick?.y ?? 0) < (canvas?.y ?? 0) + (canvas?.height ?? 0)).toBe(true)
    })
    const chosen = (await queryOf(page)).get('finding') ?? ''
    expect(chosen).toContain('GZ-K409')
    await page.keyboard.press('k')
    await page.keyboard.press('k')
    await message.getByText('here', { exact: true }).click()
    await eventually(async () => {
      expect((await queryOf(page)).get('finding')).toMatch(/^GZ-/)
    })
    await page.locator('.findings > li.chosen .finding-excerpt').waitFor()
    expect(await page.locator('.findings > li.chosen').innerText()).toContain('templates/classic/')
  })

  it('open the file at its line in the editor of the person', async (context) => {
    const root = sampleFolder()
    spoil(root)
    const log = join(root, 'opened.txt')
    const editor = join(root, 'editor.sh')
    writeFileSync(editor, `#!/bin/sh\necho "$@" >> ${log}\n`, { mode: 0o755 })
    const before = process.env['GAZETTE_EDITOR']
    process.env['GAZETTE_EDITOR'] = editor
    try {
      const { url } = await preview(root)
      const { page } = await read(context, browser, url)
      const place = page.locator('.finding-place .link').filter({ hasText: 'templates/classic/' }).first()
      const where = await place.innerText()
      await place.click()
      await eventually(() => {
        expect(readFileSync(log, 'utf8').trim()).toBe(join(root, where))
      })
    } finally {
      if (before === undefined) delete process.env['GAZETTE_EDITOR']
      else process.env['GAZETTE_EDITOR'] = before
    }
  })

  it('say how much each story takes, and where Gmail cuts', async (context) => {
    const root = sampleFolder()
    const { url } = await preview(root)
    const { page } = await read(context, browser, url)
    const sizes = page.getByRole('region', { name: 'Size' })
    await sizes.getByText(/^\d+\.\d KB of 102\.4 KB · room for \d+ more stories$/).waitFor()
    expect(await sizes.getByRole('button').count()).toBeGreaterThan(4)
    expect(await page.locator('.overlay .clip').count()).toBe(0)
    await sizes.getByRole('button', { name: 'Crane 4' }).click()
    await page.locator('.overlay .chosen').waitFor()

    const issue = join(root, 'content/issues/2026-w48.md')
    const paragraph = `A **long** intro with [a link](https://breakwater.example/long). ${'It goes on and on about the harbour. '.repeat(30)}\n\n`
    writeFileSync(issue, `${readFileSync(issue, 'utf8')}\n${paragraph.repeat(90)}`)
    await sizes.getByText(/Gmail cuts \d+\.\d KB off/).waitFor()
    await page.locator('.overlay .clip').waitFor()
    await page.locator('.meter.over').waitFor()
  })
})

describe('recipients', () => {
  const list = (root: string): { path: string; file: string } => {
    const path = join(root, 'readers.csv')
    writeFileSync(path, 'email,name,firstName\nana@example.com,Ana Ruiz,Ana\nbo@example.com,Bo Li,Bo\nwil@example.com,Wilhelmina van den Heuvel-Oosterhuis,Wilhelmina\n')
    const template = join(root, 'templates/classic/issue.mjml.hbs')
    writeFileSync(template, readFileSync(template, 'utf8').replace('</mj-body>', '<mj-section><mj-column><mj-text>Dear {{recipient "firstName" default="reader"}},</mj-text></mj-column></mj-section></mj-body>'))
    return { path, file: 'readers.csv' }
  }

  it('are the rows of a list, somebody without a name, the longest name, and other scripts', async (context) => {
    const root = sampleFolder()
    const { url } = await preview(root, { list: list(root) })
    const { page, message } = await read(context, browser, `${url}?panel=people`)
    await page.getByRole('button', { name: /^Ana Ruiz/ }).click()
    await message.getByText('Dear Ana,').waitFor()
    await page.keyboard.press('.')
    await message.getByText('Dear Bo,').waitFor()
    await page.keyboard.press(',')
    await message.getByText('Dear Ana,').waitFor()
    await page.getByRole('button', { name: /^No name/ }).click()
    await message.getByText('Dear reader,').waitFor()
    await page.getByRole('button', { name: /^Longest name on the list/ }).click()
    await message.getByText('Dear Wilhelmina,').waitFor()
    await page.getByRole('button', { name: /^Japanese name/ }).click()
    await message.getByText('Dear 明日香,').waitFor()
  })

  it('step through everybody with one key and come around', async (context) => {
    const root = sampleFolder()
    const { url } = await preview(root, { list: list(root) })
    const { page } = await read(context, browser, `${url}?panel=people`)
    await page.getByRole('button', { name: /^Ana Ruiz/ }).waitFor()
    const seen = new Set<string>()
    for (let step = 0; step < 9; step++) {
      await page.keyboard.press('.')
      seen.add((await queryOf(page)).get('to') ?? 'sample')
    }
    expect([...seen].filter((key) => key.startsWith('row-'))).toHaveLength(3)
  })

  it('can be compared: side by side, marked where they differ, and line by line', async (context) => {
    const root = sampleFolder()
    const { url } = await preview(root, { list: list(root) })
    const { page, message, complaints } = await read(context, browser, `${url}?panel=people&to=row-2`)
    await message.getByText('Dear Ana,').waitFor()
    await page.getByRole('button', { name: 'Compare with Bo Li' }).click()
    const other = page.getByTitle('The message to compare with').contentFrame()
    await other.getByText('Dear Bo,').waitFor()
    const differences = page.getByRole('region', { name: 'Differences' })
    await differences.getByText('bo@example.com').waitFor()
    expect(await differences.locator('.less').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('Ana Ruiz')]))
    await eventually(async () => {
      expect(await page.locator('.overlay .difference-box').count()).toBe(2)
    })
    expect((await queryOf(page)).get('with')).toBe('row-3')
    await differences.getByRole('button', { name: 'Stop comparing' }).click()
    await other.locator('body').waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
  })

  it('follow the list when it changes, and survive one that cannot be read', async (context) => {
    const root = sampleFolder()
    const file = list(root)
    const { url, reports } = await preview(root, { list: file })
    const { page, message } = await read(context, browser, `${url}?panel=people`)
    await page.getByRole('button', { name: /^Ana Ruiz/ }).waitFor()
    writeFileSync(file.path, 'email,name\nzoe@example.com,Zoe Adler\n')
    await page.getByRole('button', { name: /^Zoe Adler/ }).waitFor()
    writeFileSync(file.path, 'name\nNobody\n')
    await eventually(() => {
      expect(reports.at(-1)?.slug).toBe('readers.csv')
    })
    await message.getByRole('link', { name: 'Crane 4' }).waitFor()
  })
})

describe('the inbox', () => {
  it('shows sender, subject and what follows in the lists of three clients, light and dark, wide and on a phone', async (context) => {
    const root = sampleFolder()
    const { url } = await preview(root)
    const { page, complaints } = await read(context, browser, `${url}?view=inbox`)
    const rows = page.getByRole('img', { name: /^Breakwater: High water on a calm day\. / })
    await rows.first().waitFor()
    expect(await rows.count()).toBe(6)
    expect(await page.locator('.mail-list.dark').count()).toBe(3)
    await page.getByText(/^Subject 24 of about 70 characters$/).waitFor()
    await page.keyboard.press('h')
    await page.getByRole('heading', { name: 'Gmail on a phone' }).waitFor()
    expect(String(await queryOf(page))).toBe('view=inbox&phone=1')

    const issue = join(root, 'content/issues/2026-w48.md')
    writeFileSync(issue, readFileSync(issue, 'utf8').replace(/^(subject:.*|number:.*)$/m, 'subject: A subject of so many words that no list of any mail program on earth can show them all\nnumber: 62'))
    await page.locator('.too-long', { hasText: 'Subject' }).first().waitFor()
    const subject = page.locator('.ours .mail-subject').first()
    await eventually(async () => {
      expect(await subject.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true)
    })
    expect(complaints).toEqual([])
  })
})

describe('the pipeline', () => {
  it('is a strip that leads to every stage with its time', async (context) => {
    const { url } = await preview(sampleFolder())
    const { page } = await read(context, browser, url)
    await page.getByRole('button', { name: /^Pipeline: built in / }).click()
    const panel = page.getByRole('region', { name: 'Pipeline' })
    await panel.getByText('expand', { exact: true }).waitFor()
    expect(await panel.locator('.stages > li').count()).toBe(12)
    expect(await panel.locator('.stage-time').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringMatching(/^\d+\.\d ms$/)]))
  })
})
