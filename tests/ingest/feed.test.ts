import { describe, expect, it } from 'vitest'
import type { Feed } from '../../src/ingest/feed/feed.ts'
import { readFeed } from '../../src/ingest/feed/read.ts'

const at = 'https://harbour.example/feeds/all.xml'

function feedOf(text: string, address: string | undefined = at): Feed {
  const feed = readFeed(text, address)
  if (feed === undefined) throw new Error('not a feed')
  return feed
}

const rss = (items: string, attributes = 'version="2.0"'): string => `<?xml version="1.0"?><rss ${attributes}><channel><title>Harbour Notes</title><link>https://harbour.example/</link><language>en-gb</language>${items}</channel></rss>`

describe('dialects', () => {
  it('RSS 2.0 with its usual modules', () => {
    const feed = feedOf(
      rss(
        `<item><title>Cranes &amp;amp; jars</title><link>https://harbour.example/cranes</link><guid isPermaLink="false">tag:1</guid>
        <pubDate>Fri, 20 Nov 2026 09:00:00 +0100</pubDate><dc:creator><![CDATA[Imke Brandal]]></dc:creator><category>News</category><category><![CDATA[Docks & ships]]></category>
        <description>&lt;p&gt;Two cranes.&lt;/p&gt;</description><content:encoded><![CDATA[<p>The last two cranes & more.</p>]]></content:encoded>
        <media:content url="https://img.example/small.jpg" medium="image" width="200"/><media:content url="https://img.example/large.jpg" medium="image" width="1200"><media:description>A crane</media:description></media:content></item>`,
        'version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"',
      ),
    )
    expect(feed).toMatchObject({ dialect: 'rss', title: 'Harbour Notes', lang: 'en-GB', flaws: [] })
    expect(feed.entries).toEqual([
      {
        id: 'tag:1',
        url: 'https://harbour.example/cranes',
        title: 'Cranes & jars',
        date: '2026-11-20T09:00:00+01:00',
        content: '<p>The last two cranes & more.</p>',
        summary: '<p>Two cranes.</p>',
        image: 'https://img.example/large.jpg',
        imageAlt: 'A crane',
        base: 'https://harbour.example/cranes',
        authors: ['Imke Brandal'],
        tags: ['News', 'Docks & ships'],
      },
    ])
  })

  it('namespaces under other prefixes', () => {
    const feed = feedOf(rss('<item><title>x</title><d:date>2026-11-20</d:date><c:encoded>whole</c:encoded></item>', 'version="2.0" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/"'))
    expect(feed.entries[0]).toMatchObject({ date: '2026-11-20', content: 'whole' })
  })

  it('RSS 0.91 without dates or guids', () => {
    const feed = feedOf('<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://x.example/rss-0.91.dtd"><rss version="0.91"><channel><title>Old</title><link>https://old.example/</link><item><title>One</title><link>https://old.example/1</link><description>First.</description></item></channel></rss>')
    expect(feed.entries).toMatchObject([{ id: 'https://old.example/1', url: 'https://old.example/1', title: 'One', summary: 'First.' }])
  })

  it('RDF, with items beside the channel', () => {
    const feed = feedOf(
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>R</title><link>https://r.example/</link></channel><item rdf:about="https://r.example/1"><title>One</title><link>https://r.example/1</link><dc:date>2026-11-20T08:00:00Z</dc:date><dc:subject>Bells</dc:subject></item></rdf:RDF>',
    )
    expect(feed).toMatchObject({ dialect: 'rdf', title: 'R', entries: [{ id: 'https://r.example/1', date: '2026-11-20T08:00:00Z', tags: ['Bells'] }] })
  })

  it('Atom with XHTML, relative links, a base and authors of the feed', () => {
    const feed = feedOf(
      `<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="/notes/" xml:lang="de"><a:title type="html">Notes &amp;lt;&amp;gt;</a:title><a:author><a:name>Mina Tarrow</a:name></a:author>
      <a:entry><a:id>urn:1</a:id><a:title>Glocken</a:title><a:link rel="self" href="x.atom"/><a:link rel="enclosure" type="image/jpeg" href="bell.jpg"/><a:link href="glocken"/><a:updated>2026-11-22T10:00:00Z</a:updated><a:published>2026-11-20T10:00:00Z</a:published>
      <a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Neun <em>Glocken</em>.</p><svg><title>kein Titel</title></svg></div></a:content></a:entry></a:feed>`,
    )
    expect(feed).toMatchObject({ dialect: 'atom', title: 'Notes <>', lang: 'de', flaws: [] })
    expect(feed.entries).toMatchObject([{ id: 'urn:1', title: 'Glocken', url: 'https://harbour.example/notes/glocken', date: '2026-11-20T10:00:00Z', authors: ['Mina Tarrow'], image: 'https://harbour.example/notes/bell.jpg' }])
    expect(feed.entries[0]?.content).toContain('<p>Neun <em>Glocken</em>.</p>')
  })

  it('JSON Feed, with values of the wrong kind passed over', () => {
    const feed = feedOf(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'J', home_page_url: 'https://j.example/', authors: [{ name: 'Dario Wexham' }, 3], items: [{ id: 7, url: '/one', title: 'One', content_text: 'a < b', date_published: '2026-11-20T10:00:00Z', tags: ['x', 4] }, 'no item', { id: 'b', external_url: 'https://e.example/', image: 5 }] }))
    expect(feed).toMatchObject({ dialect: 'json', title: 'J' })
    expect(feed.entries).toMatchObject([
      { id: '7', url: 'https://j.example/one', content: 'a &lt; b', authors: ['Dario Wexham'], tags: ['x'] },
      { id: 'b', url: 'https://e.example/' },
    ])
    expect(feed.entries[1]).not.toHaveProperty('image')
  })

  it('the publisher’s own address before that of a service', () => {
    const feed = feedOf(rss('<item><link>https://feedproxy.example/~r/1</link><feedburner:origLink>https://harbour.example/real</feedburner:origLink></item>', 'xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"'))
    expect(feed.entries[0]?.url).toBe('https://harbour.example/real')
  })

  it.each([
    ['a permanent guid', '<guid>https://harbour.example/g</guid>', 'https://harbour.example/g'],
    ['no guid that is none', '<guid isPermaLink="false">https://harbour.example/g</guid>', undefined],
    ['a relative link', '<link> ../cranes </link>', 'https://harbour.example/cranes'],
    ['no script', '<link>javascript:alert(1)</link>', undefined],
    ['an Atom link in RSS', '<link/><atom:link href="https://harbour.example/a"/>', 'https://harbour.example/a'],
  ])('takes for the address %s', (_what, field, url) => {
    expect(feedOf(rss(`<item><title>x</title>${field}</item>`)).entries[0]?.url).toBe(url)
  })

  it.each([
    ['jane@paper.example (Imke Brandal)', ['Imke Brandal']],
    ['jane@paper.example', []],
    ['Imke Brandal &lt;jane@paper.example&gt;', ['Imke Brandal']],
    ['admin', []],
  ])('reads the author %s', (written, authors) => {
    expect(feedOf(rss(`<item><author>${written}</author></item>`)).entries[0]?.authors).toEqual(authors)
  })

  it.each(['', 'no feed', '<html><body>x</body></html>', '{"a":1}', '{"items":', '<opml><body/></opml>', '[1]'])('takes %j for none', (text) => {
    expect(readFeed(text, at)).toBe(undefined)
  })
})

describe('malformed feeds', () => {
  it('bare ampersands and entities of HTML', () => {
    const feed = feedOf(rss('<item><title>Salt & bread &eacute; &nbsp;cake</title><link>https://harbour.example/?a=1&b=2</link></item>'))
    expect(feed.entries[0]).toMatchObject({ title: 'Salt & bread é cake', url: 'https://harbour.example/?a=1&b=2' })
    expect(feed.flaws).toMatchObject([{ kind: 'reference', what: '&' }])
  })

  it('does not take CDATA for malformed, nor an ampersand in it', () => {
    expect(feedOf(rss('<item><title>a</title><description><![CDATA[x & y &nbsp;]]></description></item>')).flaws).toEqual([])
  })

  it.each([
    ['a title', '<item><title>One<link>https://h.example/1</link></item><item><title>Two</title><link>https://h.example/2</link></item>'],
    ['an item', '<item><title>One</title><link>https://h.example/1</link><item><title>Two</title><link>https://h.example/2</link></item>'],
    ['a link', '<item><title>One</title><link>https://h.example/1<pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate></item><item><title>Two</title><link>https://h.example/2</link></item>'],
    ['a description', '<item><title>One</title><link>https://h.example/1</link><description>x<guid>g</guid></item><item><title>Two</title><link>https://h.example/2</link></item>'],
  ])('%s that is not closed', (_what, items) => {
    const feed = feedOf(`<rss>\n<channel>\n${items}</channel></rss>`)
    expect(feed.entries.map(({ title, url }) => [title, url])).toEqual([
      ['One', 'https://h.example/1'],
      ['Two', 'https://h.example/2'],
    ])
    expect(feed.flaws).toMatchObject([{ kind: 'unclosed', line: 3 }])
  })

  it('unescaped HTML in a description', () => {
    const feed = feedOf(rss('<item><title>x</title><description><p>One <b>two</b></p><p>Three</p></description><guid>g</guid></item>'))
    expect(feed.entries[0]).toMatchObject({ summary: '<p>One <b>two</b></p><p>Three</p>', id: 'g' })
  })

  it('one that ends in the middle', () => {
    const whole = rss('<item><title>One</title><link>https://h.example/1</link></item><item><title>Two</title><link>https://h.example/2</link></item>')
    const feed = feedOf(whole.slice(0, whole.indexOf('Two') + 3))
    expect(feed.entries.map(({ title }) => title)).toEqual(['One', 'Two'])
    expect(feed.flaws).toMatchObject([{ kind: 'cut' }])
  })

  it('dates with mistakes are read, those that are none are told apart', () => {
    const dates = ['Thu, 20 Nov 2026 09:00:00 GMT', '20 Nov 26 9:00 EST', '2026-11-20 09:00', 'Fri, 20 November 2026', '1795165200', 'yesterday', '31 Feb 2026']
    const feed = feedOf(rss(dates.map((date) => `<item><title>x</title><pubDate>${date}</pubDate></item>`).join('')))
    expect(feed.entries.map(({ date, unreadDate }) => date?.slice(0, 10) ?? unreadDate)).toEqual(['2026-11-20', '2026-11-20', '2026-11-20', '2026-11-20', '2026-11-20', 'yesterday', '31 Feb 2026'])
  })

  it('white space and a mark before the declaration', () => {
    expect(readFeed(`\ufeff\n  ${rss('<item><title>x</title></item>')}`, at)?.entries).toHaveLength(1)
  })
})

describe('hostile feeds', () => {
  it('expands no entity', () => {
    const levels = Array.from({ length: 9 }, (_, index) => `<!ENTITY l${String(index + 1)} "${`&l${String(index)};`.repeat(10)}">`).join('')
    const feed = feedOf(`<!DOCTYPE rss [<!ENTITY l0 "lol">${levels}<!ENTITY file SYSTEM "file:///etc/passwd">]>${rss('<item><title>&l9; &file;</title></item>').replace(/^<\?xml.*?\?>/, '')}`)
    expect(feed.entries[0]?.title).toBe('&l9; &file;')
  })

  it('stops at elements nested beyond reason, keeping what came before', () => {
    const feed = feedOf(rss(`<item><title>One</title></item><item><description>${'<a>'.repeat(100_000)}</description></item>`))
    expect(feed.entries[0]?.title).toBe('One')
    expect(feed.flaws.map(({ kind }) => kind)).toContain('deep')
  })

  it('reads 5 MB in one line', () => {
    const feed = feedOf(rss(Array.from({ length: 40_000 }, (_, index) => `<item><title>Story number ${String(index)} of a very long feed</title><link>https://h.example/${String(index)}</link><description>Nothing & little</description></item>`).join('')))
    expect(feed.entries).toHaveLength(40_000)
  })

  it('is not slowed down by sections that are never closed', () => {
    const feed = feedOf(rss(`<item><title>x</title></item>${'<![CDATA['.repeat(200_000)}`))
    expect(feed.entries).toHaveLength(1)
  })

  it('lets no control characters into a title', () => {
    expect(feedOf(rss('<item><title>Ring\u0007 the\u001b[31m bell&#10;twice&#x202e;</title></item>')).entries[0]?.title).not.toMatch(/[\u0000-\u001f\u202e]/)
  })
})
