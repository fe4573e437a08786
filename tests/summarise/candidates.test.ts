import { describe, expect, it } from 'vitest'
import { countWords } from '../../src/lib/words.ts'
import { candidatesOf } from '../../src/summarise/candidates.ts'
import { placesOf } from '../../src/summarise/text/places.ts'

const article = {
  title: 'Harbour cranes move again after the storm',
  lang: 'en',
  text: [
    'Welcome back to the notes from the quay, which come out every other week.',
    'The harbour cranes of Quayton moved again on **Tuesday**, nine days after the [storm](https://quay.example/storm) bent two of them.',
    'Crews had worked in three shifts to straighten the rails. The port expects forty ships before the end of the month.',
    'Fishing boats were the first to leave, with a pilot aboard each of them. The ferry company keeps its winter timetable for now.',
  ].join('\n\n'),
}

describe('candidatesOf', () => {
  const found = candidatesOf(article, { words: 30 })

  it('offers different blurbs, the best first, each within the budget', () => {
    expect(found.map(({ kind }) => kind)).toEqual(['best', 'shorter', 'lead', 'different'])
    expect(new Set(found.map(({ text }) => text)).size).toBe(4)
    for (const { text, words } of found) {
      expect(words).toBe(countWords(text))
      expect(words).toBeLessThanOrEqual(30)
    }
    expect(found[1]?.words).toBeLessThanOrEqual(18)
    expect(found[2]?.text).toMatch(/^Welcome back/)
  })

  it('takes the most different one from other sentences', () => {
    const best = found[0]?.sentences.map(({ text }) => text) ?? []
    expect(found[3]?.sentences.filter(({ text }) => best.includes(text))).toEqual([])
  })

  it('tells where each sentence stands in the Markdown', () => {
    const crane = found.flatMap(({ sentences }) => sentences).find(({ text }) => text.startsWith('The harbour cranes'))
    expect(article.text.slice(crane?.start, crane?.end)).toBe(
      'The harbour cranes of Quayton moved again on **Tuesday**, nine days after the [storm](https://quay.example/storm) bent two of them.',
    )
    for (const { sentences } of found) for (const { start, end } of sentences) expect((end ?? 0) - (start ?? 0)).toBeGreaterThan(0)
  })

  it('offers fewer of a short text, and none of nothing', () => {
    expect(candidatesOf({ title: '', text: 'The gate is open to all today.' }, { words: 30 }).map(({ kind }) => kind)).toEqual(['best'])
    expect(candidatesOf({ title: '', text: '# Heading' }, { words: 30 })).toEqual([])
    expect(candidatesOf({ title: '', text: 'The gate of the old harbour, which is open to all, is wide today.' }, { words: 6 }).map(({ text }) => text)).toEqual(['The gate of the old harbour…'])
  })
})

describe('placesOf', () => {
  const place = (source: string, sentence: string): string | undefined => {
    const [found] = placesOf(source, [sentence])
    return found === undefined ? undefined : source.slice(found.start, found.end)
  }

  it('passes over marks, targets and line breaks, and keeps the marks at both ends', () => {
    expect(place('One. *“Two* [words](/a-b),\nthree.” Four.', '“Two words, three.”')).toBe('*“Two* [words](/a-b),\nthree.”')
    expect(place('船が来た。港は静か。', '港は静か。')).toBe('港は静か。')
  })

  it('looks behind the sentence before it first', () => {
    const source = 'The gate. The pier. The gate.'
    expect(placesOf(source, ['The pier.', 'The gate.'])).toEqual([{ start: 10, end: 19 }, { start: 20, end: 29 }])
    expect(placesOf(source, ['The pier.', 'The ship.'])[1]).toBe(undefined)
  })
})
