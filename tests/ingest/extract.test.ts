import { describe, expect, it } from 'vitest'
import { extractPage } from '../../src/ingest/page/extract.ts'
import { layouts } from './pages/layouts/index.ts'
import { f1, markdownWords, score } from './pages/score.ts'
import { truthOf, writeStory } from './pages/story.ts'

const page = (body: string, head = '<title>Tide tables</title>'): string => `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`

/** Enough prose to be an article. */
const prose = Array.from({ length: 6 }, (_, index) => `<p>Paragraph ${String(index)} of the article tells, at some length and with a comma or two, what happened on the quay.</p>`).join('')

describe('the text of a page', () => {
  it.each(layouts.map((layout, index) => [layout.name, layout, index] as const))('%s: whole, and nothing else', (_name, layout, index) => {
    for (const seed of [index * 50, index * 50 + 1]) {
      const story = writeStory(seed, layout.wanted)
      const { markdown } = extractPage(layout.page(story, seed))
      const { precision, recall } = score(truthOf(story), markdownWords(markdown))
      expect(recall).toBeGreaterThan(0.96)
      // A layout of tables has no names that would tell one column from the other.
      expect(precision).toBeGreaterThan(layout.name === 'table layout' ? 0.8 : 0.93)
    }
  })

  it('is better over all kinds of pages than any one of them must be', () => {
    const scores = layouts.map((layout, index) => {
      const story = writeStory(index, layout.wanted)
      return score(truthOf(story), markdownWords(extractPage(layout.page(story, index)).markdown))
    })
    expect(f1(scores).f1).toBeGreaterThan(0.985)
  })

  it('does not begin with the headline', () => {
    const { markdown } = extractPage(page(`<article><h1>Tide tables</h1>${prose}</article>`))
    expect(markdown).toMatch(/^Paragraph 0/)
  })

  it('comes from JSON-LD where a script would draw it', () => {
    const body = 'The harbour office counted its jars again, as it does every spring.\n'.repeat(10)
    const data = JSON.stringify({ '@type': 'NewsArticle', headline: 'Jars', articleBody: body })
    const { markdown, from } = extractPage(page('<div id="root"></div>', `<script type="application/ld+json">${data}</script>`))
    expect(from).toBe('json-ld text')
    expect(markdown.split('\n\n')).toHaveLength(10)
  })

  it.each([
    ['a share bar', '<div class="post-share-buttons"><a href="/f">Facebook</a></div>', 'Facebook'],
    ['a sign-up form', '<div class="x1"><h4>Get our letter</h4><p>Subscribe to our newsletter to get it every week.</p></div>', 'newsletter'],
    ['a caption', '<figure><img src="a.jpg"><figcaption>The quay at noon. Photo: A. Name</figcaption></figure>', 'A. Name'],
    ['a pointer to another article', '<p><strong>Read more: <a href="/x">The last bells of the moor</a></strong></p>', 'last bells'],
    ['an advert label', '<div>Advertisement</div>', 'Advertisement'],
    ['a pull quote', '<blockquote class="q"><p>Paragraph 2 of the article tells, at some length and with a comma or two</p></blockquote>', '> Paragraph'],
    ['a list of other articles', '<ul><li><a href="/1">One other story of the week</a></li><li><a href="/2">Two other stories of the week</a></li></ul>', 'other stor'],
    ['hidden text', '<p style="display: none">Hidden words that nobody is meant to read on this page.</p>', 'Hidden'],
    ['a number of a note', '<p>The tide came in, as the tables say it would, at noon.<sup><a href="#n1">[1]</a></sup></p>', '[1]'],
  ])('leaves out %s between paragraphs', (_what, insert, trace) => {
    const half = prose.indexOf('<p>Paragraph 3')
    const { markdown } = extractPage(page(`<article><h1>Tide tables</h1>${prose.slice(0, half)}${insert}${prose.slice(half)}</article>`))
    expect(markdown).not.toContain(trace)
    expect(markdown).toContain('Paragraph 2')
    expect(markdown).toContain('Paragraph 5')
  })

  it.each([
    ['a short paragraph', '<p>It held.</p>', 'It held.'],
    ['a list', '<p>They took:</p><ul><li>a ladder</li><li>two lamps</li></ul>', '- a ladder\n- two lamps'],
    ['a list of links that is announced', '<p>Three places to see:</p><ul><li><a href="https://a.example/">The quay</a></li><li><a href="https://b.example/">The lock</a></li></ul>', '[The quay](https://a.example/)'],
    ['a heading with a link to itself', '<h2 id="share-prices"><a href="#share-prices">Share prices</a></h2><p>They rose again in the course of the week, if only a little.</p>', '## Share prices'],
    ['code', '<pre><code class="language-js">const a = 1\n</code></pre>', '```js\nconst a = 1\n```'],
    ['a quotation', '<blockquote><p>We did it because somebody had to, and nobody else would.</p></blockquote>', '> We did it'],
    ['a table', '<table><tr><th>Year</th><th>Jars</th></tr><tr><td>1950</td><td>12</td></tr></table>', '| 1950 | 12 |'],
  ])('keeps %s', (_what, insert, trace) => {
    const half = prose.indexOf('<p>Paragraph 3')
    const { markdown } = extractPage(page(`<article><h1>Tide tables</h1>${prose.slice(0, half)}${insert}${prose.slice(half)}</article>`))
    expect(markdown).toContain(trace)
  })

  it('keeps an article whose wrapper has the name of a side bar', () => {
    const { markdown } = extractPage(page(`<div class="layout-sidebar-right newsletter"><h1>Tide tables</h1>${prose}</div>`))
    expect(markdown).toContain('Paragraph 5')
  })
})

describe('hostile and odd pages', () => {
  it('reads a page that is 100 and one that is 100,000 levels deep', () => {
    for (const depth of [100, 100_000]) {
      const { markdown } = extractPage(`${'<div>'.repeat(depth)}${prose}${'</div>'.repeat(depth)}`)
      expect(markdown).toContain('Paragraph 5')
    }
  })

  it('reads 5 MB in one line', () => {
    const { markdown } = extractPage(page(`<article>${Array.from({ length: 72_000 }, (_, index) => `<p>A long line of words, number ${String(index)}, of the tide and of the jars.</p>`).join('')}</article>`))
    expect(markdown.length).toBeGreaterThan(4_000_000)
  })

  it.each([
    ['nothing', ''],
    ['no tags', 'only words'],
    ['an open tag', '<p'],
    ['open quotes', '<a href="x>'.repeat(5000)],
    ['zero bytes', 'a\u0000b<p>\u0000'],
    ['a comment without end', '<!-- <p>x</p>'],
    ['JSON-LD that is none', '<script type="application/ld+json">{"@type": </script>'],
    ['JSON-LD in circles', `<script type="application/ld+json">${'['.repeat(500)}${']'.repeat(500)}</script>`],
    ['frames', '<frameset><frame src="x"></frameset>'],
  ])('survives %s', (_what, html) => {
    expect(() => extractPage(html)).not.toThrow()
  })

  it('lets no HTML through', () => {
    const { markdown } = extractPage(page(`<article>${prose}<p>Write &lt;script&gt;alert(1)&lt;/script&gt; to try it, said the keeper of the jars.</p><p><a href="javascript:alert(1)">Press here</a> to see the whole of it, they said, and pressed.</p></article>`))
    expect(markdown).toContain('\\<script>')
    expect(markdown).not.toContain('javascript:')
    expect(markdown).toContain('Press here')
  })
})

describe('walls', () => {
  it.each([
    ['login', '<form><h1>Log in</h1><input name="u"><input type="password"></form>', '<title>Log in</title>'],
    ['consent', '<div><h1>Before you continue</h1><p>We and our partners use cookies.</p><button>Accept all</button></div>', '<title>Before you continue</title>'],
    ['check', '<h1>Checking your browser</h1><p>Please enable JavaScript and cookies to continue</p>', '<title>Just a moment...</title>'],
  ])('%s', (wall, body, head) => {
    expect(extractPage(page(body, head)).wall).toBe(wall)
  })

  it('is not seen in an article about cookies, nor in one with a login box', () => {
    const about = extractPage(page(`<form><input type="password"></form><article><h1>We value your privacy</h1>${prose}</article>`))
    expect(about.wall).toBe(undefined)
  })
})
