import { describe, expect, it } from 'vitest'
import { countWords } from '../../src/lib/words.ts'

describe('countWords', () => {
  it.each([
    ['The crane weighs 40 t, they said.', 'en', 7],
    ["L'été n'est pas fini.", 'fr', 4],
    ['', 'en', 0],
    ['港の鶴が戻ってきた。', 'ja', 6],
  ])('%j in %s has about %d', (text, lang, words) => {
    expect(Math.abs(countWords(text, lang) - words)).toBeLessThanOrEqual(1)
  })

  it('counts a long text as the sum of its parts', () => {
    expect(countWords('eleven pieces, four nights. '.repeat(5000))).toBe(20_000)
  })
})
