import { describe, expect, it } from 'vitest'
import { isSameStory, type StoryMark } from '../../src/ingest/same-story.ts'
import { fingerprint } from '../../src/ingest/similar.ts'
import { createStoryIndex } from '../../src/ingest/story-index.ts'
import { writeStory } from './pages/story.ts'

const textOf = (seed: number): string => writeStory(seed, { paragraphs: 5 }).parts.flatMap((part) => ('text' in part ? [part.text] : [])).join('\n\n')

/** Stories of which some have a text, a title or a day in common with others. */
function marks(): StoryMark[] {
  return Array.from({ length: 120 }, (_, number) => {
    const text = textOf(number % 23)
    const cut = number % 7 === 0 ? text.slice(0, Math.floor(text.length * 0.7)) : text
    return { title: `What the keepers of lock ${number % 11} said`, day: `2026-11-${String(1 + ((number * 5) % 27)).padStart(2, '0')}`, print: fingerprint(cut), host: `site-${number % 3}.example` }
  })
}

describe('the index of stories', () => {
  it('finds what a comparison with all would find first', () => {
    const all = marks()
    const index = createStoryIndex<StoryMark>()
    let found = 0
    for (const [at, mark] of all.entries()) {
      const expected = all.slice(0, at).find((story) => isSameStory(story, mark))
      expect(index.find(mark)).toBe(expected)
      if (expected !== undefined) found++
      index.add(mark)
    }
    expect(found).toBeGreaterThan(20)
    expect(found).toBeLessThan(all.length)
  })

  it('compares with none that has neither title nor enough of the text in common', () => {
    const numbers = (from: number): number[] => Array.from({ length: 24 }, (_, at) => from + at)
    const stranger = {
      title: 'Something else',
      // As when a site writes one sentence under every article.
      print: numbers(20),
      get day(): string {
        throw new Error('this one was compared')
      },
    }
    const mark = { title: 'Jars on the shore', day: '2026-11-20', print: numbers(0) }
    const index = createStoryIndex<StoryMark>([stranger, mark])
    expect(index.find({ ...mark, title: 'Jars again' })).toBe(mark)
  })
})
