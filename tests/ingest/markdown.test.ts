import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { toMarkdown } from '../../src/ingest/markdown/blocks.ts'
import { addressIn } from '../../src/ingest/meta/address.ts'
import { parsePage, textOf } from '../../src/ingest/page/dom.ts'
import { markRuns } from '../../src/ingest/page/runs.ts'

function convert(html: string): string {
  const document = parsePage(html)
  return toMarkdown(document.body, markRuns(document), (href) => addressIn(href, 'https://post.example/a/'))
}

const renderer = new MarkdownIt({ html: false })

/** The words that readers of the Markdown see. */
function shown(markdown: string): string {
  return textOf(parsePage(renderer.render(markdown)).body)
}

describe('HTML as Markdown', () => {
  it.each([
    ['<p>One <b>bold </b>word</p>', 'One **bold** word'],
    ['<p><b>a</b><b>b</b> <i>c</i></p>', '**ab** *c*'],
    ['<p><strong><em>both</em></strong></p>', '***both***'],
    ['<p>see <a href="../b?x=(1)">the <i>list</i></a>.</p>', 'see [the *list*](https://post.example/b?x=%281%29).'],
    ['<p><a href="javascript:x()">press</a></p>', 'press'],
    ['<p><a href="/x"><img src="a.jpg"></a>text</p>', 'text'],
    ['<p>a<br>b</p>', 'a  \nb'],
    ['<h1>One</h1><p>x</p><h3>Two</h3>', '## One\n\nx\n\n#### Two'],
    ['<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '- a\n  - b\n- c'],
    ['<ol start="3"><li>a</li><li><p>b</p><p>c</p></li></ol>', '3. a\n4. b\n\n   c'],
    ['<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b'],
    ['<p>use <code>a`b</code></p>', 'use ``a`b``'],
    ['<pre>a\n```\nb</pre>', '````\na\n```\nb\n````'],
    ['<table><tr><th>a|b</th><th>c</th></tr><tr><td>1</td></tr></table>', '| a\\|b | c |\n| --- | --- |\n| 1 |  |'],
    ['<table><tr><td><p>one</p><p>two</p></td></tr></table>', 'one\n\ntwo'],
    ['<p>he said <q>yes</q></p>', 'he said “yes”'],
  ])('%s', (html, markdown) => {
    expect(convert(html)).toBe(markdown)
  })

  it.each([
    '# not a heading',
    '- not a list',
    '1. not a list',
    '> not a quote',
    'a * b * c and *stars*',
    'snake_case and _under_',
    '`ticks`',
    '[not](a link)',
    '[a]: not a definition',
    '<b>not bold</b> &amp; <!-- x -->',
    '***',
    '===',
    'a \\ b \\* c',
    '~~not struck~~',
    '| not | a table |',
    '100% **sure**',
  ])('shows %s as it is', (text) => {
    const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    expect(shown(convert(`<p>${html}</p>`))).toBe(text)
    expect(shown(convert(`<p>a</p><div>${html}</div>`))).toBe(`a ${text}`)
  })

  it('does not mark what Markdown would not read as marked', () => {
    expect(shown(convert('<p>the<b>“quoted”</b>word</p>'))).toBe('the“quoted”word')
  })
})
