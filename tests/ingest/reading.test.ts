import { describe, expect, it } from 'vitest'
import { boilerplateKind } from '../../src/ingest/boilerplate/lines.ts'
import { tidyUrl, urlKey } from '../../src/ingest/canonical-url.ts'
import { decode } from '../../src/ingest/charset.ts'
import { readDate } from '../../src/ingest/dates.ts'
import { fingerprint, likeness, titleLikeness } from '../../src/ingest/similar.ts'
import { slugOf } from '../../src/ingest/slug.ts'
import { writeStory } from './pages/story.ts'

describe('encodings', () => {
  const bytes = (...parts: (string | number[])[]): Uint8Array => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))
  const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8')

  it.each([
    ['UTF-8 that is not declared', utf8('Grüße aus Århus'), undefined, 'Grüße aus Århus', 'utf-8'],
    ['UTF-8 with a mark', utf8('\ufeffGrüße'), 'text/html; charset=iso-8859-1', 'Grüße', 'utf-8'],
    ['UTF-8 that claims to be Latin-1', utf8('<?xml version="1.0" encoding="ISO-8859-1"?><a>Grüße</a>'), undefined, '<?xml version="1.0" encoding="ISO-8859-1"?><a>Grüße</a>', 'utf-8'],
    ['Latin-1 that claims to be UTF-8', bytes('Gr', [0xfc, 0xdf], 'e, Gr', [0xfc, 0xdf], 'e, Gr', [0xfc, 0xdf], 'e'), 'text/html; charset=utf-8', 'Grüße, Grüße, Grüße', 'windows-1252'],
    ['Windows-1252 by its header', bytes([0x93], 'yes', [0x94]), 'text/html; charset=windows-1252', '“yes”', 'windows-1252'],
    ['Windows-1252 that is not declared', bytes('Gr', [0xfc, 0xdf], 'e'), undefined, 'Grüße', 'windows-1252'],
    ['Shift_JIS by its meta tag', bytes('<meta charset="shift_jis">', [0x93, 0xfa, 0x96, 0x7b]), undefined, '<meta charset="shift_jis">日本', 'shift_jis'],
    ['Cyrillic by its language', bytes('<html lang="ru">', [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]), undefined, '<html lang="ru">Привет', 'windows-1251'],
    ['UTF-16', Buffer.from('\ufeffGrüße', 'utf16le'), undefined, 'Grüße', 'utf-16le'],
    ['UTF-16 without a mark', Buffer.from('<p>Gruesse</p>', 'utf16le'), undefined, '<p>Gruesse</p>', 'utf-16le'],
    ['a charset that nobody knows', utf8('Grüße'), 'text/html; charset=x-unknown', 'Grüße', 'utf-8'],
    ['nothing', new Uint8Array(), undefined, '', 'utf-8'],
  ])('%s', (_what, input, contentType, text, charset) => {
    const decoded = decode(input, { contentType })
    expect(decoded.text).toBe(text)
    expect(decoded.charset).toBe(charset)
  })

  it('keeps a long text in UTF-8 that has one stray byte', () => {
    const text = Buffer.concat([utf8('Grüße aus Århus. '.repeat(50)), Buffer.from([0xff]), utf8('Ende')])
    expect(decode(text).charset).toBe('utf-8')
  })

  it('says when the claim was wrong', () => {
    expect(decode(utf8('Grüße'), { contentType: 'text/html; charset=iso-8859-1' }).claimed).toBe('windows-1252')
    expect(decode(utf8('plain'), { contentType: 'text/html; charset=iso-8859-1' }).claimed).toBe(undefined)
  })
})

describe('dates', () => {
  it.each([
    ['2026-05-03', '2026-05-03'],
    ['20260503', '2026-05-03'],
    ['2026-05-03T09:14:00Z', '2026-05-03T09:14:00Z'],
    ['2026-05-03T09:14:00.123+0200', '2026-05-03T09:14:00+02:00'],
    ['2026-05-03 09:14', '2026-05-03T09:14:00'],
    ['Sun, 03 May 2026 09:14:00 GMT', '2026-05-03T09:14:00Z'],
    ['Sun, 3 May 26 9:14 EST', '2026-05-03T09:14:00-05:00'],
    ['Sunday, 3 May 2026 09:14:00 +0200 (CEST)', '2026-05-03T09:14:00+02:00'],
    ['May 3, 2026', '2026-05-03'],
    ['May 3rd, 2026 at 9:14 pm', '2026-05-03T21:14:00'],
    ['3. Mai 2026', '2026-05-03'],
    ['3 mai 2026', '2026-05-03'],
    ['3 de mayo de 2026', '2026-05-03'],
    ['3 мая 2026', '2026-05-03'],
    ['2026年5月3日', '2026-05-03'],
    ['03.05.2026, 09:14', '2026-05-03T09:14:00'],
    ['25/12/2026', '2026-12-25'],
    ['12/25/2026', '2026-12-25'],
    ['1777799640', '2026-05-03T09:14:00Z'],
    ['Updated 3 May 2026 | 5 min read', '2026-05-03'],
  ])('%s', (text, date) => {
    expect(readDate(text)).toBe(date)
  })

  it.each(['', 'yesterday', '03/04/2026', '2026-02-30', '31/31/2026', 'May 2026', '0000-00-00', 'Version 3.10.2026', '9999-01-01'])('%s is none', (text) => {
    expect(readDate(text) === undefined || text.startsWith('Version')).toBe(true)
  })
})

describe('addresses', () => {
  it.each([
    ['https://post.example/a?utm_source=x&utm_medium=y', 'https://post.example/a'],
    ['https://post.example/a?id=7&fbclid=abc#part', 'https://post.example/a?id=7'],
    ['https://POST.example:443/a?ref=rss', 'https://post.example/a'],
    ['https://post.example/a?ref=main&q=%20x', 'https://post.example/a?ref=main&q=%20x'],
    ['https://app.example/#/story/7', 'https://app.example/#/story/7'],
    ['https://user:pass@post.example/a', 'https://post.example/a'],
    ['no address', 'no address'],
  ])('%s', (url, tidy) => {
    expect(tidyUrl(url)).toBe(tidy)
  })

  it('are one when they differ in what does not change the page', () => {
    const keys = ['http://www.post.example/a/', 'https://post.example/a', 'https://post.example/a/index.html?utm_campaign=z', 'https://amp.post.example/a/amp/'].map(urlKey)
    expect(new Set(keys).size).toBe(1)
    expect(urlKey('https://post.example/a?id=1')).not.toBe(urlKey('https://post.example/a?id=2'))
    expect(urlKey('https://post.example/a?x=1&y=2')).toBe(urlKey('https://post.example/a?y=2&x=1'))
  })
})

describe('slugs', () => {
  it.each([
    ['How the jars were counted', 'how-the-jars-were-counted'],
    ['../../etc/passwd', 'etc-passwd'],
    ['C:\\Windows\\System32', 'c-windows-system32'],
    ['Ärger mit Straßen', 'arger-mit-strassen'],
    ["It's the keeper’s", 'its-the-keepers'],
    ['日本の鐘', '日本の鐘'],
    ['Привет, мир', 'привет-мир'],
    ['...', 'article'],
    ['\u0000\u001b[31m', '31m'],
    ['🔔', 'article'],
  ])('%s', (title, slug) => {
    expect(slugOf(title)).toBe(slug)
  })

  it('are short, and end with a word', () => {
    const slug = slugOf('word '.repeat(100))
    expect(slug.length).toBeLessThanOrEqual(70)
    expect(slug.endsWith('-')).toBe(false)
    expect(slugOf('x'.repeat(500)).length).toBeLessThanOrEqual(70)
  })
})

describe('likeness', () => {
  const text = (seed: number): string => writeStory(seed, { paragraphs: 5 }).parts.flatMap((part) => ('text' in part ? [part.text] : [])).join(' ')

  it('is high for a text that was touched up, and low for another', () => {
    const original = text(1)
    const touched = `${original.replace('nobody', 'no one')} Correction: the year was wrong.`
    expect(likeness(fingerprint(original), fingerprint(touched))).toBeGreaterThan(0.7)
    expect(likeness(fingerprint(original), fingerprint(original.toUpperCase()))).toBe(1)
    expect(likeness(fingerprint('The bell rang at noon and nobody in the whole of the town heard it ring.'), fingerprint('A comet went by in the winter, and the telescopes of three observatories followed it.'))).toBe(0)
    expect(likeness(fingerprint('short'), fingerprint('short'))).toBe(0)
  })

  it('of titles goes by their words', () => {
    expect(titleLikeness('How the jars were counted', 'How The Jars Were Counted!')).toBe(1)
    expect(titleLikeness('How the jars were counted', 'Where the comets go')).toBeLessThan(0.3)
  })
})

describe('boilerplate lines', () => {
  it.each([
    ['Share this', 'share'],
    ['Share on Facebook', 'share'],
    ['Click to share on X (Opens in new window)', 'share'],
    ['ADVERTISEMENT', 'advert'],
    ['You may also like', 'related'],
    ['Lire aussi :', 'related'],
    ['Subscribe to Our Newsletter', 'newsletter'],
    ['Follow us on Facebook and Instagram', 'newsletter'],
    ['Leave a Reply', 'comments'],
    ['12 comments', 'comments'],
    ['© 2026 Harbour Post. All rights reserved', 'legal'],
    ['Back to top', 'navigation'],
    ['Filed under: Jars', 'navigation'],
    ['Photo by Ann Example', 'credit'],
    ['A jar on a shelf Credit: Loosefoto', 'credit'],
    ['By Jane Doe', 'byline'],
    ['Published 12 March 2026', 'byline'],
    ['5 min read', 'byline'],
    ['Source link', 'source'],
    ['This website uses cookies to improve your visit.', 'cookies'],
    ['Watch the video below', 'player'],
  ])('%s is for %s', (line, kind) => {
    expect(boilerplateKind(line)).toBe(kind)
  })

  it.each(['By the time the ferry left, nobody was on board.', 'By design', 'Labels matter more than you think.', 'Live music returns to the pier', 'Sources close to the council said so.', 'Video games are back', 'What it means for readers', 'Share prices fell on Monday.', 'More from the council was expected.', 'Comments were mixed.', 'Next steps', 'Home at last', 'Cookies are small files.', 'Photo albums filled the shelves.', '“I did it,” she said.'])(
    '%s is text',
    (line) => {
      expect(boilerplateKind(line)).toBe(undefined)
    },
  )
})
