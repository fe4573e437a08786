import { describe, expect, it } from 'vitest'
import { editDistance, suggest, suggestion } from '../../src/lib/suggest.ts'

describe('suggest', () => {
  it.each([
    ['auhtor', 'author'],
    ['titel', 'title'],
    ['Sprots', 'Sports'],
    ['ulr', 'url'],
  ])('%s was meant to be %s', (word, meant) => {
    expect(suggest(word, ['author', 'title', 'Sports', 'url'])).toBe(meant)
  })

  it('does not guess wildly', () => {
    expect(suggest('layout', ['author', 'title'])).toBeUndefined()
    expect(suggest('ab', ['xy'])).toBeUndefined()
  })
})

describe('suggestion', () => {
  it('lists a short choice when nothing is near', () => {
    expect(suggestion('zzz', ['News', 'Culture'])).toBe('one of: News, Culture')
  })
})

describe('editDistance', () => {
  it('counts a swap of neighbours as one', () => {
    expect(editDistance('ab', 'ba')).toBe(1)
    expect(editDistance('kitten', 'sitting')).toBe(3)
  })
})
