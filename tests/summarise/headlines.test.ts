import { describe, expect, it } from 'vitest'
import { suggestedPreheader, suggestedSubject } from '../../src/summarise/headlines.ts'

describe('suggestedSubject', () => {
  it.each([
    [['Cranes move again', 'Seals'], 'Cranes move again'],
    [[], 'The Harbour Review'],
    [['The harbour cranes of Quayton move again, nine days after the storm that bent two of them'], 'The harbour cranes of Quayton move again'],
    [['Why the harbour master of Quayton counts the seals on the sandbank opposite every morning'], 'Why the harbour master of Quayton counts the seals on the sandbank…'],
  ])('%j', (titles, subject) => {
    expect(suggestedSubject(titles, 'The Harbour Review')).toBe(subject)
  })
})

describe('suggestedPreheader', () => {
  it('names the next stories, as many as are shown', () => {
    const long = 'Night buses cost less than the taxis they replaced'
    expect(suggestedPreheader(['A', 'B', 'C', 'D'], 'Blurb.')).toBe('B · C · D')
    expect(suggestedPreheader(['A', long, long, 'Counting seals'], 'Blurb.')).toBe(`${long} · ${long}`)
  })

  it('is the blurb of an issue with one story, and nothing of one with none', () => {
    expect(suggestedPreheader(['A'], 'The blurb of it.')).toBe('The blurb of it.')
    expect(suggestedPreheader([])).toBe('')
  })
})
