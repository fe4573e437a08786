import { describe, expect, it } from 'vitest'
import { feedText } from '../../src/ingest/feed/text.ts'
import { mentions } from '../../src/ingest/feed/words.ts'

const paragraph = 'The harbour office counted its jars again on Monday, as it does every spring, and found twelve more than the year before.'

describe('the text of an entry', () => {
  it('becomes Markdown with absolute links, without the title', () => {
    const { markdown, image, imageAlt, cut } = feedText(`<h2>Jars</h2><p><img src="/jar.jpg" alt="A jar"><a href="/jars">Jars</a>: ${paragraph}</p><ul><li>one</li><li>two</li></ul><p>${paragraph.replace('jars', 'bells')}</p>`, 'https://h.example/feed', 'Jars')
    expect(markdown).toBe(`[Jars](https://h.example/jars): ${paragraph}\n\n- one\n- two\n\n${paragraph.replace('jars', 'bells')}`)
    expect([image, imageAlt, cut]).toEqual(['https://h.example/jar.jpg', 'A jar', false])
  })

  it.each([
    'The post <a href="/x">Jars</a> appeared first on <a href="/">Harbour</a>.',
    'The post Jars appeared first on Harbour.',
    '<a href="/x">Continue reading</a>',
    'Read more at Harbour',
    'Originally published at harbour.example.',
    'Filed under: Jars, Bells',
    'Der Beitrag Jars erschien zuerst auf Harbour.',
  ])('ends before %j', (line) => {
    expect(feedText(`<p>${paragraph}</p><p>${line}</p>`, undefined, '').markdown).toBe(paragraph)
  })

  it('takes empty lines for paragraphs where there is no HTML, and lets no HTML through', () => {
    expect(feedText(`${paragraph}\n\nAnd so on, &lt;script&gt; and all, until the evening came.`, undefined, '').markdown).toBe(`${paragraph}\n\nAnd so on, \\<script> and all, until the evening came.`)
  })

  it.each([
    [`${paragraph} […]`, true],
    [`${paragraph}...`, true],
    [`<p>${paragraph}</p><p><a href="/x">Read more</a></p>`, true],
    [paragraph, false],
  ])('knows whether it was cut off', (html, cut) => {
    expect(feedText(html, undefined, '').cut).toBe(cut)
  })

  it('passes over counting pixels and ornaments', () => {
    expect(feedText(`<p><img src="https://stats.example/b.gif" width="1" height="1"><img src="https://h.example/avatar.png">${paragraph}</p>`, undefined, '')).not.toHaveProperty('image')
  })
})

describe('words that an entry mentions', () => {
  const entry = { title: 'Salt bread', text: 'The Harbour-master’s cranes,\nand a C++ program; 港の鐘.', tags: ['Local news'] }
  it.each([
    ['harbour', true],
    ['crane', false],
    ['crane*', true],
    ['local  NEWS', true],
    ['cranes, and', true],
    ['bread The', false],
    ['C++', true],
    ['.*', false],
    ['港', true],
  ])('%j: %s', (phrase, found) => {
    expect(mentions(entry, [phrase])).toBe(found)
  })
})
