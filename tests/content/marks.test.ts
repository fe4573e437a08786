import { describe, expect, it } from 'vitest'
import { withMarks } from '../../src/content/marks.ts'

const sentence = (text: string): { text: string; paragraph: number; offset: number } => ({ text, paragraph: 0, offset: 0 })

describe('withMarks', () => {
  it('gives a sentence the marks it has in the article', () => {
    const body = 'Intro.\n\nThe *new* crane has `40 t` and a [page](https://port.example/?a=1&b=2) of its own. More.'
    expect(withMarks(body, [sentence('The new crane has 40 t and a page of its own.')])).toBe(
      'The <em>new</em> crane has <code>40 t</code> and a <a href="https://port.example/?a=1&amp;b=2">page</a> of its own.',
    )
  })

  it('closes and reopens a mark that a sentence cuts', () => {
    expect(withMarks('**One. Two.**', [sentence('Two.')])).toBe('<strong>Two.</strong>')
  })

  it('drops a link that leads nowhere from a mail', () => {
    expect(withMarks('See [this](/path) and [that](javascript:alert(1)).', [sentence('See this and [that](javascript:alert(1)).')])).toBe(
      'See this and [that](javascript:alert(1)).',
    )
  })

  it('escapes what is not found as it stands', () => {
    expect(withMarks('Body.', [sentence('a <b> & "c"')])).toBe('a &lt;b&gt; &amp; &quot;c&quot;')
  })

  it('puts between two sentences what the language puts there', () => {
    expect(withMarks('**港**は静か。船が来た。', [sentence('港は静か。'), sentence('船が来た。')], '')).toBe('<strong>港</strong>は静か。船が来た。')
    expect(withMarks('One. Two. Three.', [sentence('One.'), sentence('Three.')])).toBe('One. Three.')
  })

  it('joins the lines of a paragraph', () => {
    expect(withMarks('One\ntwo *three\nfour*.', [sentence('One two three four.')])).toBe('One two <em>three four</em>.')
  })

  it('leaves raw HTML as the text it is', () => {
    const text = '<script>x</script> stays.'
    expect(withMarks(text, [sentence(text)])).toBe('&lt;script&gt;x&lt;/script&gt; stays.')
  })

  it('sees through the template tags of other systems', () => {
    const body = 'We *now* [help]({{ "/help/" | url }}) you.'
    expect(withMarks(body, [sentence('We now help you.')])).toBe('We <em>now</em> help you.')
  })
})
