import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { fill } from '../../src/model/fill.ts'
import { personalise, unusableFields } from '../../src/model/personalise.ts'
import { issue, publication } from '../support/issue.ts'
import { bundled, render, templateOf } from '../support/pipeline.ts'

const configured = publication({
  replyTo: 'editor@harbour.example',
  links: { unsubscribe: 'https://harbour.example/u/7', listId: 'weekly.harbour.example', view: 'https://harbour.example/issues/{issue}/' },
})
const ada = { email: 'ada@example.com', name: 'Ada Lind', firstName: 'Ada <3 & “co”' }
const wrap = (content: string): string =>
  `<mjml><mj-head><mj-title>{{issue.subject}}</mj-title></mj-head><mj-body><mj-section><mj-column><mj-text>{{#each stories}}{{title}} {{/each}}${content}</mj-text></mj-column></mj-section></mj-body></mjml>`
const greeting = templateOf(
  wrap('Dear {{recipient "firstName" default="reader"}}, <a href="{{recipient "unsubscribeUrl"}}" title="{{recipient "firstName" default="reader"}}">bye</a>'),
  {},
  'Dear {{recipient "firstName" default="reader"}},\n\n{{issue.introText}}\n\nBye: {{recipient "unsubscribeUrl"}}',
)

async function message(template = greeting, edition = issue(), of = configured) {
  const { value, diagnostics } = await render(template, edition, of)
  if (value === undefined) throw new Error(JSON.stringify(diagnostics))
  return value
}

/** Line ends as the text had them before it was mailed. */
const lf = (text: string | undefined): string | undefined => text?.replaceAll('\r\n', '\n')

describe('message', () => {
  it('is what the parts say, byte for byte, for every recipient', async () => {
    const edition = issue({ subject: 'Größe – 今週 😀', intro: { html: '<p>= é</p>', text: `= é\n.dot\nFrom here ${'long '.repeat(60)}` } })
    const { stencil, boundHtml, boundText } = await message(greeting, edition)
    for (const fields of [ada, { email: 'b@example.com' }, { ...ada, firstName: 'x'.repeat(5000), unsubscribeUrl: `https://harbour.example/${'u'.repeat(200)}` }]) {
      const parsed = await PostalMime.parse(personalise(stencil, fields))
      // The parser adds a line end of its own.
      expect(lf(parsed.html)).toBe(`${fill(boundHtml, fields)}\n`)
      expect(lf(parsed.text)).toBe(`${fill(boundText, fields)}\n`)
      expect(parsed.subject).toBe('Größe – 今週 😀')
    }
  })

  it('has every header once, in ASCII', async () => {
    const { stencil } = await message()
    const raw = personalise(stencil, ada).toString('latin1')
    const header = raw.slice(0, raw.indexOf('\r\n\r\n'))
    expect(header).toMatch(/^[\r\n -~]*$/)
    expect(header.replace(/[0-9a-f]{16,}/g, 'HASH').split('\r\n')).toEqual([
      'From: Harbour Review <news@harbour.example>',
      'To: Ada Lind <ada@example.com>',
      'Reply-To: editor@harbour.example',
      'Subject: Cranes, tides and a quiet library',
      'Date: Fri, 27 Nov 2026 09:00:00 +0000',
      'Message-ID: <2026-w48.HASH@harbour.example>',
      'List-Id: The Harbour Review <weekly.harbour.example>',
      'List-Unsubscribe: <https://harbour.example/u/7>,',
      ' <mailto:editor@harbour.example?subject=unsubscribe>',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      'Precedence: bulk',
      'Auto-Submitted: auto-generated',
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative;',
      ' boundary="=_gazette_HASH_a"',
    ])
  })

  it('ends its lines with CRLF after at most 76 columns', async () => {
    const { stencil } = await message(await bundled('classic'))
    const raw = personalise(stencil, { ...ada, firstName: 'é'.repeat(500) }).toString('latin1')
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(raw.split('\r\n').filter((line) => line.length > 76)).toEqual([])
    expect(raw.endsWith('--\r\n')).toBe(true)
  })

  it('says nothing of lists that the newsletter does not, and unsubscribes by mail when that is the way', async () => {
    const bare = personalise((await message(greeting, issue(), publication())).stencil, ada).toString()
    expect(bare).not.toMatch(/^List-/m)
    expect(bare).toContain('mailto:news@harbour.example?subject=3Dunsubscribe')
    const byMail = publication({ links: { unsubscribe: 'mailto:leave@harbour.example' } })
    const mailed = personalise((await message(greeting, issue(), byMail)).stencil, ada).toString()
    expect(mailed).toMatch(/^List-Unsubscribe: <mailto:leave@harbour.example>\r$/m)
    expect(mailed).not.toContain('List-Unsubscribe-Post')
  })

  it('gives each recipient what is their own', async () => {
    const { stencil } = await message()
    const raw = personalise(stencil, {
      ...ada,
      messageId: 'abc.2026-w48@harbour.example',
      date: 'Mon, 30 Nov 2026 08:00:00 +0000',
      unsubscribeUrl: 'https://harbour.example/u/ada',
    }).toString()
    expect(raw).toContain('\r\nMessage-ID: <abc.2026-w48@harbour.example>\r\n')
    expect(raw).toContain('\r\nDate: Mon, 30 Nov 2026 08:00:00 +0000\r\n')
    expect(raw).toContain('\r\nList-Unsubscribe: <https://harbour.example/u/ada>,\r\n')
    expect(raw).not.toContain('/u/7')
  })

  it('is the same bytes each time', async () => {
    expect(personalise((await message()).stencil, ada).equals(personalise((await message()).stencil, ada))).toBe(true)
  })

  it('carries inline pictures beside the HTML', async () => {
    const bytes = Buffer.from(Array.from({ length: 500 }, (_, index) => (index * 37) % 256))
    const { value } = await render(greeting, issue(), configured, [{ cid: 'crane-1a2b.png@harbour.example', contentType: 'image/png', bytes }])
    const raw = personalise(value?.stencil ?? { segments: [], slots: [] }, ada)
    const parsed = await PostalMime.parse(raw)
    expect(parsed.attachments).toMatchObject([
      { mimeType: 'image/png', contentId: '<crane-1a2b.png@harbour.example>', disposition: 'inline', filename: 'crane-1a2b.png', related: true },
    ])
    expect(Buffer.from(parsed.attachments[0]?.content as ArrayBuffer).equals(bytes)).toBe(true)
    expect(raw.toString().split('\r\n').filter((line) => line.length > 76)).toEqual([])
    expect(parsed.text).toContain('Good morning.')
  })

  it.each([
    ['a subject', issue({ subject: 'a\r\nBcc: all@example.com' }), configured],
    ['a sender', issue(), publication({ from: { name: 'x\r\nBcc: y', address: 'a@b.example' } })],
    ['a list id', issue(), publication({ links: { listId: 'a\r\nb' } })],
    ['an address to unsubscribe', issue(), publication({ links: { unsubscribe: 'https://x.example/\r\nX: y' } })],
  ])('refuses a line break in %s', async (_, edition, of) => {
    const { diagnostics } = await render(greeting, edition, of)
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'GZ-R008' }))
  })

  it('names fields that keep a message from being made', async () => {
    const { stencil } = await message(templateOf(wrap('{{recipient "plan"}}')))
    expect(unusableFields(stencil, ada)).toEqual([{ field: 'plan', reason: 'missing' }])
    expect(unusableFields(stencil, { ...ada, plan: 'gold', messageId: 'a\r\nb' })).toEqual([{ field: 'messageId', reason: 'breaks a header' }])
    expect(unusableFields(stencil, { ...ada, plan: 'a\r\nb' })).toEqual([])
    expect(unusableFields(stencil, { email: 'a@b.example\r\nBcc: c@d.example', plan: 'x' })).toEqual([{ field: 'email', reason: 'breaks a header' }])
    expect(() => personalise(stencil, { ...ada, plan: 'x', name: 'a\r\nBcc: x' })).toThrow()
  })
})
