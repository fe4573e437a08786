import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { hexOf, white } from '../../src/checks/css/colour.ts'
import { darken } from '../../src/checks/css/dark.ts'
import { forcedDarkProgram } from '../../src/model/force-dark.ts'
import { openBrowser } from '../support/browser.ts'
import { fontSheet } from '../support/fonts.ts'
import { fullIssue, fullStory, weekly } from '../support/full-issue.ts'
import { story } from '../support/issue.ts'
import { bundled, render } from '../support/pipeline.ts'
import { buildSamples, directions, type Sample, templateNames, type Version } from '../support/samples.ts'
import { faint, largestGap, type Measured, measure, outOfOrder, overlapping } from './measure.ts'

let browser: Browser | undefined
let samples: Sample[] = []
const folder = mkdtempSync(join(tmpdir(), 'gazette-looks-'))
const fonts = fontSheet()
beforeAll(async () => {
  browser = await openBrowser()
  if (browser !== undefined) samples = await buildSamples(folder)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

const built = templateNames.flatMap((template) => directions.map((direction) => ({ template, direction })))
const widths = [320, 600, 1280]
const schemes = ['light', 'dark'] as const

/** Opens a version of a sample without network. Without a browser the test is skipped, and listed as such. */
async function open({ template, direction }: Pick<Sample, 'template' | 'direction'>, version: Version, { skip }: TestContext, look: (page: Page) => Promise<void>): Promise<void> {
  const sample = samples.find((one) => one.template === template && one.direction === direction)
  if (browser === undefined || sample === undefined) return skip('no browser')
  const context = await browser.newContext({ viewport: { width: 600, height: 800 }, offline: true })
  try {
    const page = await context.newPage()
    await page.goto(sample.pages[version])
    await page.addStyleTag({ content: fonts })
    await page.evaluate('document.fonts.ready.then(() => undefined)')
    await look(page)
  } finally {
    await context.close()
  }
}

/** What is wrong with a page whatever its colours and width, in words. */
function faults(measured: Measured, width: number): string[] {
  return [
    ...(measured.width > width ? [`scrolls sideways: ${measured.width}`] : []),
    ...overlapping(measured).map((pair) => `overlap: ${pair}`),
    ...measured.texts.filter(({ cut }) => cut).map(({ text }) => `cut off: ${text}`),
    ...measured.pictures.filter(({ cut }) => cut).map(({ alt }) => `cut off: ${alt}`),
    ...measured.pictures.filter(({ stretched }) => stretched).map(({ alt }) => `stretched: ${alt}`),
    ...measured.texts.filter(({ size }) => size < 14).map(({ text, size }) => `${size} px: ${text}`),
  ]
}

/** Links that a thumb would miss: lower than 44 pixels, apart from those in a sentence. */
function tooLow(links: Measured['links']): string[] {
  return links.filter(({ height, inText }) => !inText && height < 43.5).map(({ name, height }) => `${height} pixels: ${name}`)
}

const faulty = `<!doctype html><html lang="en"><body style="margin:0;width:600px">
  <p style="margin:0;height:30px;font-size:14px;color:#777;background:#999">Too faint on its ground</p>
  <div style="position:relative;height:60px"><p style="position:absolute;top:0;margin:0;font-size:16px">One above the other</p><p style="position:absolute;top:4px;margin:0;font-size:16px">Upon that one</p></div>
  <div style="overflow:hidden;width:80px;white-space:nowrap;font-size:16px">A line that is much too long for it</div>
  <div style="display:flex;flex-direction:column-reverse;font-size:16px"><p>Second in the source</p><p>Third in the source</p></div>
  <p style="font-size:11px">Small print</p><div style="height:300px"></div><p style="margin:0"><a href="https://x.example/" style="font-size:16px">Low link</a></p>
  <img alt="Stretched" width="200" height="20" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/%3E">
  <div style="width:900px;height:10px"></div></body></html>`

it('sees what is wrong with a page', async ({ skip }) => {
  if (browser === undefined) return skip('no browser')
  const page = await browser.newPage({ viewport: { width: 600, height: 800 } })
  await page.setContent(faulty)
  const measured = await measure(page)
  await page.close()
  expect(faults(measured, 600)).toEqual([
    'scrolls sideways: 900',
    'overlap: One above the other / Upon that one',
    'cut off: A line that is much too long for it',
    'stretched: Stretched',
    '11 px: Small print',
  ])
  expect(faint(measured)).toEqual(['#777777 on #999999: Too faint on its ground'])
  expect(outOfOrder(measured, 'ltr')).toEqual(['Third in the source before Second in the source'])
  expect(largestGap(measured)).toBeGreaterThan(290)
  expect(measured.links).toMatchObject([{ name: 'Low link', inText: false }])
  expect(measured.links[0]?.height).toBeLessThan(44)
})

/** What no editor plans for: words without end, no picture, no blurb, a logo, and every option that adds something. */
const long = 'w'.repeat(3000)
const unplanned = fullIssue(4, {
  subject: long,
  intro: { html: `<p>${long}</p>`, text: long },
  sections: [
    { name: `Section ${long}`, intro: long, stories: [fullStory(1, { title: long, source: long, blurb: { html: long, text: long } }), fullStory(2, { title: 'W '.repeat(300) })] },
    { name: 'Bare', stories: [story({ title: long, blurb: { html: '', text: '' } }), story({ title: 'Short' }), fullStory(3, { sponsored: true })] },
  ],
})

it.for(templateNames)('%s bears what nobody planned for', async (template, { skip }) => {
  if (browser === undefined) return skip('no browser')
  const of = { ...weekly, name: 'A name of more than one word', tagline: long, postalAddress: long, brand: { logo: 'https://harbour.example/logo.png', logoDark: 'https://harbour.example/dark.png', logoWidth: 900 } }
  const { value, diagnostics } = await render(await bundled(template), unplanned, of, [], { contents: true, images: true })
  expect(diagnostics).toEqual([])
  const page = await browser.newPage({ viewport: { width: 600, height: 800 } })
  await page.setContent(value?.html ?? '')
  const found: Record<string, string[]> = {}
  for (const width of widths) {
    for (const colorScheme of schemes) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      const measured = await measure(page)
      const hard = width === 320 ? tooLow(measured.links) : []
      found[`${width} ${colorScheme}`] = [...faults(measured, width), ...faint(measured), ...hard].map((fault) => fault.slice(0, 100))
    }
  }
  await page.close()
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((state) => [state, []])))
})

describe.for(built)('$template, $direction', (sample) => {
  it.for(['shipped', 'images-off'] as const)('fits every width, light and dark: %s', async (version, context) => {
    await open(sample, version, context, async (page) => {
      const found: Record<string, string[]> = {}
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 })
        for (const colorScheme of schemes) {
          await page.emulateMedia({ colorScheme })
          const measured = await measure(page)
          // Text without a font has no size, and would pass every rule.
          expect(measured.texts.length).toBeGreaterThan(20)
          found[`${width} ${colorScheme}`] = [...faults(measured, width), ...faint(measured), ...outOfOrder(measured, sample.direction)]
        }
      }
      expect(found).toEqual(Object.fromEntries(Object.keys(found).map((state) => [state, []])))
    })
  })

  it('can be read where a client turns its colours around', async (context) => {
    await open(sample, 'shipped', context, async (page) => {
      const dark = hexOf(darken(white, 'background', 'partial'))
      // Outlook.com leaves marks by which a message can say its own colours; the paper is what it makes of white.
      await page.evaluate('document.documentElement.setAttribute("data-ogsc", "")')
      const marked = faint(await measure(page), (background) => (background === '#ffffff' ? dark : background))
      await page.evaluate('document.documentElement.removeAttribute("data-ogsc")')
      const found: Record<string, string[]> = { marked }
      for (const kind of ['partial', 'full'] as const) {
        await page.evaluate('document.body.replaceWith(document.body.cloneNode(true))')
        const turned = await page.evaluate<string>('document.body.outerHTML')
        await page.evaluate(forcedDarkProgram(kind))
        const measured = await measure(page)
        expect(new Set(measured.texts.map(({ background }) => background))).not.toContain('#ffffff')
        found[kind] = faint(measured, (background) => background)
        await page.evaluate(`document.body.outerHTML = ${JSON.stringify(turned)}`)
      }
      expect(found).toEqual({ marked: [], partial: [], full: [] })
    })
  })

  it('stands in Outlook for Windows as elsewhere', async (context) => {
    await open(sample, 'word', context, async (page) => {
      await page.setViewportSize({ width: 700, height: 800 })
      const measured = await measure(page)
      expect([...faults(measured, 700), ...faint(measured), ...outOfOrder(measured, sample.direction)]).toEqual([])
      expect(largestGap(measured)).toBeLessThan(100)
      if (sample.template === 'brief') return
      const button = measured.links.find(({ name }) => /^(Read more|تابع القراءة):/.test(name))
      expect(button, 'the button is there').toBeDefined()
      if (sample.template !== 'magazine') return
      // The pictures of a pair stand side by side, in the order of the language.
      const [first, second] = measured.pictures.slice(1)
      if (first === undefined || second === undefined) throw new Error('the magazine has pairs of pictures')
      expect(Math.abs(first.top - second.top)).toBeLessThan(1)
      expect(sample.direction === 'ltr' ? first.right < second.left : second.right < first.left).toBe(true)
    })
  })

  it('stands without style sheets, as Gmail shows it with an account of another provider', async (context) => {
    await open(sample, 'gmail-other', context, async (page) => {
      const found: Record<number, string[]> = {}
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 })
        const measured = await measure(page)
        expect(measured.texts.length).toBeGreaterThan(20)
        found[width] = [...faults(measured, width), ...faint(measured), ...outOfOrder(measured, sample.direction)]
      }
      expect(found).toEqual({ 320: [], 600: [], 1280: [] })
    })
  })

  it('can be used by everybody', async (context) => {
    await open(sample, 'shipped', context, async (page) => {
      await page.setViewportSize({ width: 375, height: 800 })
      const { links } = await measure(page)
      expect(tooLow(links)).toEqual([])
      expect(links.map(({ name }) => name).filter((name) => /^(|read more|more|here|تابع القراءة|المزيد)$/i.test(name))).toEqual([])
      const source = await page.evaluate<{ lang: string; dir: string; levels: number[]; tables: number; alts: number; articleLang: string }>(`({
        lang: document.documentElement.lang, dir: document.documentElement.dir,
        articleLang: document.querySelector('[role=article]').lang + ' ' + document.querySelector('[role=article]').dir,
        levels: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName[1])),
        tables: document.querySelectorAll('table:not([role=presentation])').length,
        alts: document.querySelectorAll('img:not([alt])').length,
      })`)
      const lang = sample.direction === 'ltr' ? 'en-IE' : 'ar'
      expect(source).toMatchObject({ lang, dir: sample.direction, articleLang: `${lang} ${sample.direction}`, tables: 0, alts: 0 })
      expect(source.levels.filter((level) => level === 1)).toHaveLength(1)
      expect(source.levels[0]).toBe(1)
      expect(source.levels.filter((level, index) => index > 0 && level > (source.levels[index - 1] ?? 0) + 1)).toEqual([])
      await page.addScriptTag({ content: axe.source })
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme })
        const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
          // A message is an article in the page of a mail program, which has the landmarks.
          `axe.run(document, { resultTypes: ['violations'], rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false } } })`,
        )
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`), colorScheme).toEqual([])
      }
    })
  })
})
