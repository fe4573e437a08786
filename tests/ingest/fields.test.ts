import { describe, expect, it } from 'vitest'
import type { Fields } from '../../src/ingest/meta/found.ts'
import { readPageFields } from '../../src/ingest/meta/page-fields.ts'
import { parsePage } from '../../src/ingest/page/dom.ts'

function fieldsOf(head: string, body = '', address?: string): Fields {
  return readPageFields(parsePage(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`), address).fields
}

const jsonLd = (data: unknown): string => `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`

describe('what a page says of itself', () => {
  it('is read from JSON-LD first, and each field says so', () => {
    const { title, author, date, source, image, lang, tags, section } = fieldsOf(
      `<meta property="og:title" content="Jars | The Post">${jsonLd({
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': 'WebPage', name: 'A page' },
          {
            '@type': ['NewsArticle'],
            headline: 'Jars, counted &amp; numbered',
            datePublished: '2026-05-03T09:14:00+02:00',
            author: [{ '@id': '#a' }, { '@type': 'Person', name: 'Tomas Arvelle' }],
            publisher: { name: 'The Post' },
            image: { '@type': 'ImageObject', url: '/jar.jpg' },
            inLanguage: 'en_GB',
            keywords: 'jars, bells, Jars',
            articleSection: 'Culture',
          },
          { '@type': 'Person', '@id': '#a', name: 'Imke Brandal' },
        ],
      })}`,
      '',
      'https://post.example/jars',
    )
    expect(title).toEqual({ value: 'Jars, counted & numbered', from: 'json-ld' })
    expect(author).toEqual({ value: 'Imke Brandal, Tomas Arvelle', from: 'json-ld' })
    expect(date).toEqual({ value: '2026-05-03T09:14:00+02:00', from: 'json-ld' })
    expect(source).toEqual({ value: 'The Post', from: 'json-ld' })
    expect(image).toEqual({ value: 'https://post.example/jar.jpg', from: 'json-ld' })
    expect(lang).toEqual({ value: 'en-GB', from: 'json-ld' })
    expect(tags).toEqual({ value: ['Jars', 'bells'], from: 'json-ld' })
    expect(section).toEqual({ value: 'Culture', from: 'json-ld' })
  })

  it.each([
    ['a comma too many', '{"@type":"Article","headline":"Jars",}'],
    ['a line break in a string', '{"@type":"Article","headline":"Jars","description":"one\ntwo"}'],
    ['CDATA', '//<![CDATA[\n{"@type":"Article","headline":"Jars"}\n//]]>'],
  ])('is read from JSON-LD with %s', (_what, source) => {
    expect(fieldsOf(jsonLd(source)).title?.value).toBe('Jars')
  })

  it('is read from OpenGraph', () => {
    const { title, url, source, image, imageAlt, description, date } = fieldsOf(
      `<meta property="og:title" content="Jars and bells - The Post"><meta property="og:site_name" content="The Post"><meta property="og:url" content="https://post.example/jars?utm_source=x">
       <meta property="og:image" content="https://post.example/jar-1200x630.jpg"><meta property="og:description" content="Twelve jars, one bell.">
       <meta property="article:published_time" content="2026-05-03">`,
      '<img src="/jar-300x200.jpg" alt="A jar on a shelf">',
    )
    expect(title).toEqual({ value: 'Jars and bells', from: 'opengraph' })
    expect(url?.value).toBe('https://post.example/jars?utm_source=x')
    expect(source).toEqual({ value: 'The Post', from: 'opengraph' })
    expect(image?.value).toBe('https://post.example/jar-1200x630.jpg')
    expect(imageAlt).toEqual({ value: 'A jar on a shelf', from: 'page' })
    expect(description?.value).toBe('Twelve jars, one bell.')
    expect(date).toEqual({ value: '2026-05-03', from: 'meta' })
  })

  it('is read from microdata and from what the page shows', () => {
    const { title, author, date } = fieldsOf('<title>Jars - Post</title>', '<h1>Jars</h1><div class="has-sidebar"><p class="byline">By Imke Brandal, Staff | 3 May 2026</p><span itemprop="datePublished" content="2026-05-03">x</span></div>')
    expect(title).toEqual({ value: 'Jars', from: 'page' })
    expect(author).toEqual({ value: 'Imke Brandal, Staff', from: 'page' })
    expect(date).toEqual({ value: '2026-05-03', from: 'microdata' })
  })

  it('takes no author and no date from comments', () => {
    const { author, date } = fieldsOf('<title>Jars</title>', '<h1>Jars</h1><div id="comments"><span class="author">A reader</span><time datetime="2020-01-01"></time></div>')
    expect(author).toBe(undefined)
    expect(date).toBe(undefined)
  })

  it('takes the date from the address when there is no other', () => {
    expect(fieldsOf('<title>Jars</title>', '', 'https://post.example/2026/05/03/jars').date).toEqual({ value: '2026-05-03', from: 'address' })
  })

  it.each([
    ['<title>Jars and the bells of the moor | The Post</title>', 'Jars and the bells of the moor'],
    ['<title>The Post: jars</title>', 'The Post: jars'],
    ['<title>Jars \u0007\u0000 and\n bells</title>', 'Jars and bells'],
    ['<title>Using the &lt;div&gt; element</title>', 'Using the <div> element'],
    ['<title>A title</title><meta property="og:title" content="A &lt;em&gt;fine&lt;/em&gt; title">', 'A fine title'],
    ['<meta property="og:title" content="Jars &amp;amp; bells">', 'Jars & bells'],
  ])('%s', (head, title) => {
    expect(fieldsOf(head).title?.value).toBe(title)
  })

  it('does not take a canonical link to the front page for the address', () => {
    expect(fieldsOf('<link rel="canonical" href="https://post.example/">', '', 'https://post.example/jars').url).toEqual({ value: 'https://post.example/jars', from: 'address' })
  })

  it('offers no vector logo and no counting pixel as the picture', () => {
    expect(fieldsOf('<meta property="og:image" content="https://post.example/logo.svg"><meta name="twitter:image" content="data:image/gif;base64,R0">').image).toBe(undefined)
  })
})
