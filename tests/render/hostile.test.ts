import { describe, expect, it } from 'vitest'
import { issue, publication, story } from '../support/issue.ts'
import { bundled, render } from '../support/pipeline.ts'
import { escapeHtml } from '../../src/lib/escape-html.ts'

const texts = {
  'a template tag': '{{name}} {{{name}}} {{#each x}} {{/each}} {{> p}}',
  'the end of a component': '</mj-text></mj-column> and more',
  'a script': '<script>alert(1)</script>',
  'an include': '<mj-include path="/etc/passwd"/>',
  'entities': '&lt;b&gt; &amp; &nbsp;',
  'emoji': '😀👩‍👧‍👦🏴‍☠️ and 漢字',
  'right to left': 'שלום עולם ‮and back‬',
  'a comment': '<!-- no --> <!--[if mso]> x <![endif]-->',
  'quotes': `" onmouseover="alert(1)" ' x='`,
  'a token': 'x0123456789abx0',
}

describe('hostile content', () => {
  it.each(Object.entries(texts))('%s comes out as it is written', async (_, text) => {
    const html = escapeHtml(text)
    const hostile = story({
      title: text,
      author: text,
      source: text,
      blurb: { html, text },
      image: { src: `https://harbour.example/a.png?${encodeURIComponent(text)}`, alt: text },
      tags: [text],
      url: 'https://harbour.example/a',
    })
    const edition = issue({
      subject: text,
      preheader: text,
      lead: hostile,
      sections: [{ name: text, intro: text, stories: [hostile, { ...hostile, sponsored: true }] }],
      intro: { html: `<p>${html}</p>`, text },
    })
    const { value, diagnostics } = await render(await bundled('classic'), edition, publication({ name: text, tagline: text, postalAddress: text }))
    expect(diagnostics).toEqual([])
    expect(value?.html.split(html).length).toBeGreaterThan(6)
    expect(value?.html).not.toMatch(/<script|<mj-|onmouseover="|root:/)
    expect(value?.text).toContain(text)
    expect(value?.boundHtml.slots.map((slot) => slot.field).every((field) => field === 'unsubscribeUrl')).toBe(true)
  })

  it('a word of 5,000 characters stays whole', async () => {
    const word = 'w'.repeat(5000)
    const { value, diagnostics } = await render(await bundled('classic'), issue({ lead: story({ title: word, blurb: { html: word, text: word } }) }), publication())
    expect(diagnostics).toEqual([])
    expect(value?.html).toContain(word)
    expect(value?.text).toContain(word)
  })
})
