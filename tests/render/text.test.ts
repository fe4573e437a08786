import { describe, expect, it } from 'vitest'
import { columns, wrap } from '../../src/lib/wrap.ts'
import { layOutText } from '../../src/render/text.ts'

describe('wrap', () => {
  it.each([
    ['short lines stay  as is', 'short lines stay  as is'],
    ['one two three four five six seven eight', 'one two three four five six\nseven eight'],
    ['- one two three four five six seven eight', '- one two three four five\n  six seven eight'],
    ['12. one two three four five six seven', '12. one two three four five\n    six seven'],
    ['[3] https://harbour.example/a/very/long/address', '[3] https://harbour.example/a/very/long/address'],
    ['  one two three four five six seven', '  one two three four five\n  six seven'],
    ['see https://harbour.example/a/very/long/address now', 'see\nhttps://harbour.example/a/very/long/address\nnow'],
    ['\u4eca\u9031'.repeat(16) + '\u3002\u7d42', `${'\u4eca\u9031'.repeat(7)}\n${'\u4eca\u9031'.repeat(7)}\n${'\u4eca\u9031'.repeat(2)}\u3002\u7d42`],
    ['w'.repeat(5000), 'w'.repeat(5000)],
  ])('%j', (text, expected) => {
    expect(wrap(text, 28)).toBe(expected)
  })

  it('counts columns, not characters', () => {
    expect([columns('abc'), columns('漢字'), columns('e\u0301'), columns('😀'), columns('שלום')]).toEqual([3, 4, 1, 2, 4])
  })

  it('loses no word, whatever the text', () => {
    const text = 'Zwölf Boxkämpfer jagen 漢字かな交じり文 😀 - a https://x.example/?q=1 שלום '.repeat(20)
    expect(wrap(text, 30).replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''))
  })
})

describe('layOutText', () => {
  it('tidies what a template leaves behind', () => {
    expect(layOutText('\n\nA  \n\n\n\n b\t\n')).toBe('A\n\n b\n')
    expect(layOutText('x '.repeat(80)).split('\n').every((line) => line.length <= 72)).toBe(true)
  })
})
