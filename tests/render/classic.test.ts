import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { contrast } from '../../src/lib/colour.ts'
import { fill } from '../../src/model/fill.ts'
import type { Issue } from '../../src/model/issue.ts'
import { pieces, type TagPiece } from '../../src/render/markup.ts'
import { openBrowser } from '../support/browser.ts'
import { fullIssue, fullStory, weekly } from '../support/full-issue.ts'
import { issue, publication, story } from '../support/issue.ts'
import { bundled, render } from '../support/pipeline.ts'

async function htmlOf(edition: Issue, of = weekly): Promise<string> {
  const { value, diagnostics } = await render(await bundled('classic'), edition, of)
  if (value === undefined || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics))
  return fill(value.boundHtml, {})
}

describe('classic', () => {
  it('costs at most 3.9 KB a story, so that 25 stories stay below the size at which Gmail clips', async () => {
    const [ten, twentyFive] = [await htmlOf(fullIssue(10)), await htmlOf(fullIssue(25))]
    expect((Buffer.byteLength(twentyFive) - Buffer.byteLength(ten)) / 15).toBeLessThan(3900)
    expect(Buffer.byteLength(twentyFive)).toBeLessThan(102_400)
    expect(Buffer.byteLength(ten) / 10).toBeLessThan(3900)
  })

  it('keeps its style sheets below the limit of every Gmail', async () => {
    const sheets = [...(await htmlOf(fullIssue(5))).matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map((match) => match[1] ?? '')
    expect(sheets.join('').length).toBeLessThan(8192)
    expect(sheets.join('')).not.toMatch(/@import|@font-face|fonts\.googleapis/)
  })

  it('reads well to those who hear it', async () => {
    const html = await htmlOf(fullIssue(5))
    const tags = pieces(html).filter((piece): piece is TagPiece => piece.kind === 'open')
    const source = tags.map((tag) => html.slice(tag.start, tag.end))
    const levels = tags.filter((tag) => /^h\d$/.test(tag.name)).map((tag) => Number(tag.name[1]))
    expect(levels).toEqual([1, 2, 2, 3, 3, 2, 3, 3])
    expect(source.filter((tag) => tag.startsWith('<table') && !tag.includes('role="presentation"'))).toEqual([])
    expect(source.filter((tag) => tag.startsWith('<img') && !/ alt="[^"]+"/.test(tag))).toEqual([])
    expect(html).toMatch(/^<!doctype html><html lang="en" dir="ltr"/)
    expect(html).toContain('role="article" lang="en" dir="ltr"')
    expect(html).toContain('aria-label="Read more: Story 1 about the cranes')
    expect(html.indexOf(issue().preheader, html.indexOf('<body'))).toBeLessThan(html.indexOf('<h1'))
  })

  it('labels what was paid for, in both parts', async () => {
    const { value } = await render(await bundled('classic'), issue({ lead: story({ title: 'Paid', sponsored: true }) }), weekly)
    expect(value?.html).toMatch(/Sponsored<\/p><h2/)
    expect(value?.text).toContain('Paid\n[Sponsored]\n')
  })

  it('ends with what the law and the reader want', async () => {
    const html = await htmlOf(issue())
    for (const part of ['1 Quay Street, Port Ada', 'You get this message because you subscribed to The Harbour Review.', 'href="https://harbour.example/u"', 'href="https://harbour.example/issues/2026-w48/"']) {
      expect(html.slice(html.indexOf('class="pad foot"'))).toContain(part)
    }
  })

  it('does without whatever an issue may lack', async () => {
    const bare = story({ title: 'Bare', blurb: { html: '', text: '' } })
    delete bare.url
    const { lead: _, ...edition } = issue({ preheader: '', intro: { html: '', text: '' }, sections: [{ name: 'More', stories: [bare] }] })
    delete (edition as Partial<Issue>).number
    const { value, diagnostics } = await render(await bundled('classic'), edition, { ...publication(), url: undefined, postalAddress: undefined })
    expect(diagnostics).toEqual([])
    expect(value?.html).not.toMatch(/href=""|src=""|undefined|null|\[object/)
    expect(value?.text).toBe(
      'The Harbour Review\n==================\nNovember 27, 2026\n\nMore\n----\n\nBare\n4 min\n\n' +
        `${'-'.repeat(72)}\nYou get this message because you subscribed to The Harbour Review.\nUnsubscribe: ${value?.boundText.slots[0] ? 'x0123456789abx0x' : ''}\n`,
    )
  })

  it('turns around for languages written from right to left', async () => {
    const html = await htmlOf(fullIssue(3, { lang: 'he', dir: 'rtl' }))
    expect(html).toContain('<html lang="he" dir="rtl"')
    expect(html).toContain('text-align:right')
    expect(html).toContain('dir="ltr"><tr><td class="thumb" dir="rtl"')
  })
})

describe('classic in a browser', () => {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => browser?.close())

  type Scheme = 'light' | 'dark'

  /** Shows a message. Without a browser the test is skipped, and listed as such. */
  async function show(html: string, width: number, colorScheme: Scheme, { skip }: TestContext, test: (page: Page) => Promise<void>): Promise<void> {
    if (browser === undefined) return skip('no browser')
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, offline: true })
    try {
      const page = await context.newPage()
      await page.setContent(html)
      await test(page)
    } finally {
      await context.close()
    }
  }

  const long = 'w'.repeat(5000)
  const wide = fullIssue(4, {
    subject: long,
    sections: [{ name: `Section ${long}`, stories: [fullStory(1, { title: long, source: long, blurb: { html: long, text: long } }), story({ title: long })] }],
  })

  const views = [320, 375, 600, 1280].flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ width, scheme })))

  it.for(views)('never scrolls sideways: $width pixels, $scheme', async ({ width, scheme }, context) => {
    for (const edition of [fullIssue(6), wide]) {
      await show(await htmlOf(edition), width, scheme, context, async (page) => {
        const [scrolled, heading] = await page.evaluate<[number, number]>(
          '[document.documentElement.scrollWidth, document.querySelector("h2 a").getBoundingClientRect().width]',
        )
        // Text without a font has no width, and would never overflow.
        expect(heading).toBeGreaterThan(50)
        expect(scrolled).toBeLessThanOrEqual(width)
      })
    }
  })

  it.for(['light', 'dark'] as const)('has text that can be read, %s', async (scheme, context) => {
    await show(await htmlOf(fullIssue(4)), 600, scheme, context, async (page) => {
      const colours = await page.evaluate<{ text: string; colour: string; background: string }[]>(`(() => {
        const hex = (value) => { const [r, g, b, a = 1] = value.match(/[\\d.]+/g).map(Number); return a === 0 ? null : '#' + [r, g, b].map((one) => one.toString(16).padStart(2, '0')).join('') }
        const background = (element) => element === null ? '#ffffff' : hex(getComputedStyle(element).backgroundColor) ?? background(element.parentElement)
        const seen = []
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        while (walker.nextNode()) {
          const { parentElement: element, data } = walker.currentNode
          if (data.trim() === '' || element.getBoundingClientRect().height < 2) continue
          seen.push({ text: data.trim(), colour: hex(getComputedStyle(element).color), background: background(element) })
        }
        return seen
      })()`)
      expect(colours.length).toBeGreaterThan(15)
      expect(colours.filter(({ colour, background }) => contrast(colour, background) < 4.5)).toEqual([])
      expect(new Set(colours.map(({ background }) => background))).toEqual(new Set([scheme === 'dark' ? '#17181a' : '#ffffff', colours.find(({ text }) => text === 'Read more')?.background]))
    })
  })
})
