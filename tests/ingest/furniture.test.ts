import { describe, expect, it } from 'vitest'
import { feedText } from '../../src/ingest/feed/text.ts'
import { extractPage } from '../../src/ingest/page/extract.ts'

const page = (body: string, lang = 'en'): string => `<!doctype html><html lang="${lang}"><head><title>Ropes and sails</title></head><body><article><h1>Ropes and sails</h1>${body}</article></body></html>`

const texts: Readonly<Record<string, string>> = {
  en: 'The sail maker of the lower quay has taken on an apprentice, the first in nineteen years, and teaches her by lamplight.',
  de: 'Die Segelmacherin am unteren Kai hat zum ersten Mal seit neunzehn Jahren einen Lehrling, und sie lehrt ihn bei Lampenlicht.',
  ja: '下の波止場の帆職人は、十九年ぶりに弟子をとり、毎晩ランプの明かりのもとで縫い方を教えているという。町の人も見に来る。',
}

/** Three paragraphs, then the insert, then three more. */
function around(insert: string, lang = 'en'): string {
  const paragraphs = (from: number): string => Array.from({ length: 3 }, (_, index) => `<p>${texts[lang] ?? ''} (${String(from + index)})</p>`).join('')
  return extractPage(page(`${paragraphs(1)}${insert}${paragraphs(4)}`, lang)).markdown
}

describe('what is left out between paragraphs', () => {
  it.each([
    ['a box that asks for an address, whatever it is called', 'en', '<div class="k-4"><h3>Letters from the quay</h3><p>Every Friday, five stories and one knot.</p><div><input type="email"><button>Go</button></div></div>', 'five stories'],
    ['the tabs of code in several languages', 'en', '<ul role="tablist"><li role="tab">Pascal</li><li role="tab">Fortran</li></ul>', 'Pascal'],
    ['the head of a box', 'en', '<div class="box"><p>Caution</p><p>Never step on the coil of a rope that is running out to sea.</p></div>', 'Caution'],
    ['notes whose numbers are gone', 'en', '<section class="footnotes"><ol><li>On the quay, at any rate. <a href="#r1">↩</a></li></ol></section>', 'at any rate'],
    ['an invitation to a letter, and what it says of itself', 'en', '<div class="css-nl"><p>Sign up to Slack Water</p><p>Our weekly email tells you what the tide brought, and what it took</p><p>Newsletters may contain offers of our partners.</p></div>', /Slack|email|offers/],
    ['an invitation to register, in Japanese', 'ja', '<p>この記事が気に入ったら応援してください</p><p>新規登録してもっと便利に</p><p>この記事にコメントはありません。</p>', /応援|登録|コメント/],
    ['an invitation to a gallery', 'en', '<p>Click here to see the full gallery</p>', 'gallery'],
    ['what an author does elsewhere', 'en', '<p>Nell Harrow writes about coasts. Follow her on Mastodon.</p>', 'Harrow'],
    ['the description of a picture that is no figcaption', 'en', '<div><img src="s.jpg"><div class="img-desc">The stairs have 142 steps.</div></div>', '142'],
    ['a count of thanks, in Japanese', 'ja', '<div>参考になった：8人</div>', '8人'],
    ['an offer to subscribe, in German', 'de', '<p>Sie möchten mehr lesen? Testen Sie Hafenbote+ einen Monat kostenlos.</p>', 'Hafenbote'],
    ['an invitation to a newsletter, in German', 'de', '<p>Melden Sie sich für unseren Newsletter an und erfahren Sie alles zuerst.</p>', 'zuerst'],
    ['an offer to subscribe, in Japanese', 'ja', '<p>有料会員になると全ての記事をお読みいただけます。</p>', '有料会員'],
    ['a head over related articles, in Japanese', 'ja', '<p>【関連記事】</p>', '関連記事'],
    ['a mail magazine, in Japanese', 'ja', '<p>メールマガジン登録はこちら</p>', 'メールマガジン'],
    ['a note on cookies, in Japanese', 'ja', '<p>当サイトではCookieを使用しています。</p>', 'Cookie'],
    ['a share bar, in Japanese', 'ja', '<ul><li>シェアする</li><li>ブックマーク</li></ul>', 'ブックマーク'],
  ])('%s', (_what, lang, insert, trace) => {
    const markdown = around(insert, lang)
    expect(markdown).not.toMatch(trace)
    expect(markdown.match(/\(\d\)|（\d）/g)).toHaveLength(6)
  })

  it.each([
    ['a sentence about subscribers, in Japanese', 'ja', '<p>この新聞の有料会員は、去年の秋に一万人を超えたという。</p>', '一万人'],
    ['an email in the middle of a story', 'en', '<p>Our email to the council was answered by a man who had never owned a boat.</p>', 'never owned'],
    ['signing up in a sentence', 'en', '<p>Sign up for the crew, they told him, and see the world.</p>', 'see the world'],
    ['advice, in German', 'de', '<p>Testen Sie Ihre Leinen im Frühjahr, das ist am Kai kostenlos.</p>', 'Leinen'],
    ['a heading of one word', 'en', '<h2>Warning</h2>', '## Warning'],
    ['numbers that code prints', 'en', '<pre><code>1\n2\n3\n</code></pre>', '```\n1\n2\n3\n```'],
    ['a short article around a form', 'en', '<p>To join, write to the sail maker before the first of the month.</p><input type="email">', 'To join'],
  ])('but not %s', (_what, lang, insert, trace) => {
    expect(around(insert, lang)).toContain(trace)
  })
})

describe('code', () => {
  it.each([
    ['lines that end in br', '<pre><code><span>let a = 1<br></span><span><br></span><span>let b = 2<br></span></code></pre>', '```\nlet a = 1\n\nlet b = 2\n```'],
    ['lines that are boxes', '<pre><code><div>let a = 1</div><div>let b = 2\n</div><div>let c = 3</div></code></pre>', '```\nlet a = 1\nlet b = 2\nlet c = 3\n```'],
    ['the language on the pre, not on the code', '<pre class="prism-code language-ts"><code class="lines">let a = 1</code></pre>', '```ts\n'],
    ['the language on the box around it', '<div class="highlight highlight-source-rust"><pre>let a = 1;</pre></div>', '```rust\n'],
    ['the language as data', '<pre><code data-lang="zig">const a = 1;</code></pre>', '```zig\n'],
  ])('%s', (_what, insert, wanted) => {
    expect(around(insert)).toContain(wanted)
  })

  it.each([
    ['in a column of their own', '<table><tr><td><pre><code>1\n2\n</code></pre></td><td><pre><code>let a = 1\nlet b = 2\n</code></pre></td></tr></table>'],
    ['before each line', '<pre><code><span class="ln">1</span>let a = 1\n<span class="ln">2</span>let b = 2\n</code></pre>'],
  ])('has no line numbers %s', (_what, insert) => {
    const markdown = around(insert)
    expect(markdown).toContain('```\nlet a = 1\nlet b = 2\n```')
    expect(markdown.match(/```/g)).toHaveLength(2)
  })
})

it('keeps every term of a list of terms, even one that a player has on its buttons', () => {
  expect(around('<dl><dt>pause</dt><dd>The time in which nothing is pulled, so that the rope can cool.</dd></dl>')).toContain('**pause**\n\nThe time in which')
})

it('takes the sign that gives a headline its address for no part of the title', () => {
  const body = `<p>${texts.en ?? ''}</p>`.repeat(4)
  const { fields } = extractPage(`<title>Knots that hold – Rope Notes</title><article><h1>Knots that hold<a href="#knots" aria-hidden="true">#</a></h1>${body}</article>`)
  expect([fields.title?.value, fields.source?.value]).toEqual(['Knots that hold', 'Rope Notes'])
})

describe('a picture that a script would load', () => {
  it.each([
    ['data-src', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/i/lamp.jpg">'],
    ['data-src without a src', '<img data-src="/i/lamp.jpg">'],
    ['data-srcset', '<img src="data:image/svg+xml,%3Csvg/%3E" data-srcset="/i/lamp-small.jpg 400w, /i/lamp.jpg 1200w">'],
    ['a drawn placeholder', '<img src="/i/wait.svg" srcset="/i/lamp-small.jpg 1x, /i/lamp.jpg 2x">'],
    ['the sources around it', '<picture><source data-srcset="/i/lamp.avif 1200w"><source data-srcset="/i/lamp.jpg 1200w, /i/lamp-small.jpg 400w"><img alt=""></picture>'],
  ])('by %s', (_what, picture) => {
    const body = `${picture}<p>${texts.en ?? ''}</p>`.concat(`<p>${texts.en ?? ''}</p>`.repeat(3))
    expect(extractPage(page(body), 'https://coast.example/lamp').fields.image?.value).toBe('https://coast.example/i/lamp.jpg')
    expect(feedText(body, 'https://coast.example/lamp', '').image).toBe('https://coast.example/i/lamp.jpg')
  })
})

it('takes the days of the week, however short, for a part of the date above an article', () => {
  const dates = ['Thu 19 Nov 2026 06.00 GMT', 'Last modified on Tue 24 Nov 2026 11.42 GMT', 'Thurs, 19 November 2026', 'Saturday 21 November 2026', 'Stand: 19. November 2026, 06:15 Uhr', '公開日：2026年11月15日 5時00分']
  const { markdown } = extractPage(page(`${dates.map((date) => `<div>${date}</div>`).join('')}${`<p>${texts.en ?? ''}</p>`.repeat(4)}`))
  expect(markdown).toMatch(/^The sail maker/)
})

describe('a date that only stands under the headline, in no telling element', () => {
  const dateOf = (lines: string): string | undefined => extractPage(page(`${lines}<p>${texts.en ?? ''} ${texts.en ?? ''}</p>`.concat(`<p>${texts.en ?? ''}</p>`.repeat(3)))).fields.date?.value
  it.each([
    ['Thu 19 Nov 2026 06.00 GMT', /^2026-11-19/],
    ['19. November 2026, 06:15 Uhr', /^2026-11-19/],
    ['2026年11月15日 5時00分', /^2026-11-15/],
  ])('%s is found', (text, date) => {
    expect(dateOf(`<div><span>Orla Finch</span></div><div class="x1">${text}</div>`)).toMatch(date)
  })

  it('is no date in a sentence, nor below the first paragraph', () => {
    expect(dateOf('<p>It opens on 19 November 2026 at the quay.</p>')).toBeUndefined()
    expect(dateOf(`<p>${texts.en ?? ''} ${texts.en ?? ''}</p><p>19 November 2026</p>`)).toBeUndefined()
  })
})
