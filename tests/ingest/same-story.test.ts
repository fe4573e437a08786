import { describe, expect, it } from 'vitest'
import { isSameStory, type StoryMark } from '../../src/ingest/same-story.ts'
import { fingerprint } from '../../src/ingest/similar.ts'
import { writeStory } from './pages/story.ts'

const words = (seed: number, lang = 'en'): string => writeStory(seed, { paragraphs: 6, lang }).parts.flatMap((part) => ('text' in part ? [part.text] : [])).join('\n\n')
const mark = (title: string, text: string, day = '2026-11-20'): StoryMark => ({ title, day, print: fingerprint(text) })

describe('one story', () => {
  const text = words(1)
  it.each([
    ['the same text under another title', mark('A', text), mark('Quite another', text), true],
    ['with a few words changed', mark('A', text), mark('B', text.replace(/\bthe\b/, 'this').replace(/,/, ' and')), true],
    ['a paragraph less, under the same title', mark('Jars on the shore', text), mark('Jars on the Shore!', text.split('\n\n').slice(0, 4).join('\n\n')), true],
    ['another text under the same title', mark('Notes of the week', text), mark('Notes of the week', words(2)), false],
    ['another text under another title', mark('A', text), mark('B', words(3)), false],
    ['the same text a month later', mark('A', text), mark('A', text, '2026-12-24'), false],
    ['a headline on another site, the same day', { ...mark('The last two cranes come down', text), host: 'a.example' }, { ...mark('The last two cranes come down', words(2)), host: 'b.example' }, true],
    ['a short headline on another site', { ...mark('Cranes', text), host: 'a.example' }, { ...mark('Cranes', words(2)), host: 'b.example' }, false],
    ['a headline again on the same site', { ...mark('The last two cranes come down', text), host: 'a.example' }, { ...mark('The last two cranes come down', words(2)), host: 'a.example' }, false],
    ['no text at all', mark('A', ''), mark('A', ''), false],
    ['Japanese', mark('鐘', words(4, 'ja')), mark('別の題', words(4, 'ja')), true],
  ])('%s', (_what, a, b, same) => {
    expect(isSameStory(a, b)).toBe(same)
    expect(isSameStory(b, a)).toBe(same)
  })
})
