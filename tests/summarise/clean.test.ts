import { describe, expect, it } from 'vitest'
import { cleanText } from '../../src/summarise/text/clean.ts'

const texts = (source: string): string[] => cleanText(source).map(({ text }) => text)

describe('cleanText', () => {
  it('keeps the words of inline marks and drops headings, code, tables and pictures', () => {
    const source = [
      '---', 'title: Cranes', '---', '', '# Cranes', '', 'The *port* has **nine** [cranes](https://port.example/cranes "All of them") and a `gate` they call *old*.',
      '', '```js', 'const crane = "not text"', '```', '', '| a | b |', '|---|---|', '| 1 | 2 |', '', '![A crane](crane.png)', '', '*A crane at dusk.*', '',
      'Setext heading', '==============', '', 'Two of them &amp; no more are from 1961.[^1]', '', '[^1]: A note that is not text.', '    More of the note.', '', '[ref]: https://port.example',
    ].join('\n')
    expect(texts(source)).toEqual([
      'The port has nine cranes and a gate they call old.',
      'Two of them & no more are from 1961.',
    ])
  })

  it('takes out HTML, comments, template tags and shortcodes', () => {
    const source = [
      '{% image "a.png" "A person at a desk" %}', '', '<p>First <b>bold</b> line.</p><script>alert(1)</script>', '',
      '<figure><img src="x.png"><figcaption>Not this.</figcaption></figure>', '', 'See [the guide]({{ "/guides/" | url }}) for more of it.{: .note}', '',
      '{% highlight ruby %}', 'puts 1', '{% endhighlight %}', '', '{{< youtube abc >}}', '<!-- hidden -->', '[caption id="1"]A caption[/caption]', '', 'Use `{{name}}` to greet, and 3 < 4 stays.',
    ].join('\n')
    expect(texts(source)).toEqual(['First bold line.', 'See the guide for more of it.', 'Use {{name}} to greet, and 3 < 4 stays.'])
  })

  it('drops link lists and what a site puts around an article', () => {
    const source = ['By Ada Example', '', 'The lock opens at dawn.', '', '- [One](https://a.example)', '- [Two](https://b.example)', '', 'Read more: the other lock', '', 'Subscribe to our newsletter!', '', 'Home | News | Sport | Weather'].join('\n')
    expect(texts(source)).toEqual(['The lock opens at dawn.'])
  })

  it('joins lines that were wrapped and keeps those that are paragraphs', () => {
    const wrapped = 'The harbour was dredged in the spring of that year and\nthe ships came back in the summer, first the small ones\nand then the large.'
    expect(texts(wrapped)).toHaveLength(1)
    expect(texts('The harbour was dredged.\nThe ships came back in the summer, first the small ones and then, when the tide allowed, the very large ones too.')).toHaveLength(2)
  })

  it('stays linear on texts made to be slow', () => {
    for (const hostile of ['<script>'.repeat(20_000), '{{'.repeat(50_000), '['.repeat(50_000), '*a '.repeat(40_000), '`'.repeat(50_001), '![a]('.repeat(20_000), '_a'.repeat(50_000), '<a '.repeat(40_000)]) {
      expect(Array.isArray(cleanText(hostile))).toBe(true)
    }
  })
})
