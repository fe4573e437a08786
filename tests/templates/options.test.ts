import { describe, expect, it } from 'vitest'
import type { Issue } from '../../src/model/issue.ts'
import type { Publication } from '../../src/model/publication.ts'
import type { OptionValue } from '../../src/render/options.ts'
import { fullIssue, fullStory, weekly } from '../support/full-issue.ts'
import { bundled, render } from '../support/pipeline.ts'
import { templateNames } from '../support/samples.ts'

async function made(
  template: string,
  options: Readonly<Record<string, OptionValue>> = {},
  edition: Issue = fullIssue(5),
  of: Publication = weekly,
): Promise<{ html: string; text: string }> {
  const { value, diagnostics } = await render(await bundled(template), edition, of, [], options)
  if (value === undefined || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics))
  return value
}

const count = (text: string, what: RegExp): number => [...text.matchAll(what)].length

describe.for(templateNames)('%s', (template) => {
  it('shows pictures unless it is told not to', async () => {
    expect(count((await made(template, { images: false })).html, /<img/g)).toBe(0)
    const shown = count((await made(template, { images: true })).html, /<img/g)
    expect(shown).toBe(template === 'brief' ? 1 : 5)
  })

  it('names authors and minutes unless it is told not to, in both parts', async () => {
    const usual = await made(template)
    const bare = await made(template, { bylines: false, readingTime: false })
    for (const part of ['html', 'text'] as const) {
      expect(usual[part]).toMatch(/The Slipway · Bram Quillfeather · 4 min/)
      expect(bare[part]).toContain('The Slipway')
      expect(bare[part]).not.toMatch(/Bram|\d min\b/)
    }
  })

  it('lists the titles when asked to', async () => {
    const title = /Story 4 about the cranes that came down in eleven pieces/g
    const [without, listed] = [await made(template), await made(template, { contents: true })]
    expect(count(listed.html, title)).toBe(count(without.html, title) + 1)
    expect(listed.html).toContain('In this issue')
  })

  it('takes a width and fonts, and loads a web font only when one is named', async () => {
    const { html } = await made(template, { width: 640, textFont: 'mono', titleFont: 'slab' })
    expect(html).toContain('max-width:640px')
    expect(html).toMatch(/Menlo,Consolas/)
    expect(html).toMatch(/Rockwell,Rockwell Nova/)
    expect(html).not.toMatch(/<link|@import/)
    expect((await made(template, { webFont: 'https://fonts.example/a.css' })).html).toContain('<link rel="stylesheet" href="https://fonts.example/a.css">')
  })

  it('links in the text below each story, or by number with a list at the end', async () => {
    const [inline, numbered] = [await made(template), await made(template, { textLinks: 'numbered' })]
    const address = /https:\/\/harbour\.example\/2026\/11\/story-number-3-about-the-cranes\/\?utm_source=weekly&utm_medium=email/
    expect(inline.text.search(address)).toBeLessThan(inline.text.indexOf('Story 4'))
    expect(inline.text).not.toContain('[3]')
    expect(numbered.text).toMatch(new RegExp(`^\\[3\\] ${address.source}$`, 'm'))
    expect(numbered.text.search(address)).toBeGreaterThan(numbered.text.indexOf('Story 5'))
    expect(numbered.text).toMatch(template === 'brief' ? /^3\. Story 3/m : /^Story 3 .* \[3\]$/m)
  })

  it('says everything in plain text that people can read', async () => {
    const edition = fullIssue(5, { preheader: 'Only for inboxes', sections: [{ name: 'Paid', stories: [fullStory(2, { sponsored: true })] }] })
    const { text } = await made(template, {}, edition)
    for (const line of text.split('\n')) expect(/https?:/.test(line) || line.length <= 72, line).toBe(true)
    expect(text).not.toMatch(/Only for inboxes|\.png|<\w|&(amp|quot|lt);|\n{3}|[ \t]$/m)
    for (const part of ['The Harbour Review', 'Good morning.', 'Paid\n----'.replaceAll('-', template === 'magazine' ? '~' : '-'), '[Sponsored]', 'Unsubscribe: ', '1 Quay Street, Port Ada']) {
      expect(text).toContain(part)
    }
    // The mark stands before what was paid for can be taken for something else.
    expect(text.slice(text.indexOf('[Sponsored]'))).toContain('harbour crane')
  })

  it('hides the preheader from readers and tells it to inboxes', async () => {
    const { html } = await made(template, {}, fullIssue(2, { preheader: 'Tides & "ropes" <b>' }))
    const told = 'Tides &amp; &quot;ropes&quot; &lt;b&gt;'
    expect(html).toContain(`<meta name="description" content="${told}">`)
    expect(html).toMatch(new RegExp(`<body[^>]*>(?:\\s|<[^>]*>)*?<div style="display:none;[^"]*mso-hide:all[^"]*">${told}</div>`))
    expect((await made(template, {}, fullIssue(2, { preheader: '' }))).html).not.toMatch(/mso-hide|name="description"/)
  })

  it("describes pictures for Gmail's Promotions tab when asked to, and nothing in them can end the script", async () => {
    const hostile = '</script><script>alert(1)</script> & \u2028'
    const edition = fullIssue(3, { subject: hostile, lead: fullStory(1, { title: hostile }) })
    expect((await made(template, {}, edition)).html).not.toContain('ld+json')
    const { html } = await made(template, { promotion: true, images: true }, edition)
    const scripts = [...html.matchAll(/<script[^>]*>([^]*?)<\/script>/g)]
    expect(scripts).toHaveLength(1)
    const json = scripts[0]?.[1] ?? ''
    expect(json).not.toMatch(/[<>&\u2028]/)
    expect(JSON.parse(json)).toMatchObject([
      { '@type': 'EmailMessage', subjectLine: hostile },
      { '@type': 'PromotionCard', headline: hostile, position: 1, image: 'https://harbour.example/issues/2026-w48/images/picture-1-0a1b2c3d.png' },
      { position: 2 },
      { position: 3 },
    ])
  })

  it('does without whatever an issue may lack', async () => {
    const bare = fullStory(1, { title: 'Bare', blurb: { html: '', text: '' } })
    for (const key of ['url', 'image', 'author', 'source'] as const) Reflect.deleteProperty(bare, key)
    const edition = fullIssue(2, { preheader: '', intro: { html: '', text: '' }, sections: [{ name: 'More', stories: [bare] }] })
    for (const key of ['lead', 'number'] as const) Reflect.deleteProperty(edition, key)
    const { html, text } = await made(template, { contents: true }, edition, { ...weekly, url: undefined, tagline: undefined, postalAddress: undefined, links: {} })
    expect(html).not.toMatch(/href=""|src=""|undefined|null|\[object| · <| · ·/)
    expect(text).toMatch(/Bare/)
    expect(text).not.toMatch(/undefined|null|\[object/)
  })
})
