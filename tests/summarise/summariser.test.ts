import { describe, expect, it } from 'vitest'
import { countWords } from '../../src/lib/words.ts'
import { readingMinutes } from '../../src/summarise/reading-time.ts'
import { bestOf, scoredSets } from '../../src/summarise/extract/choose.ts'
import { documentOf } from '../../src/summarise/extract/document.ts'
import { createSummariser } from '../../src/summarise/summariser.ts'

const article = {
  title: 'Harbour cranes move again after the storm',
  text: [
    'The harbour cranes of Quayton moved again on Tuesday, nine days after the storm bent two of them.',
    'He said it was luck. Crews had worked in three shifts to straighten the rails.',
    'The port expects forty ships before the end of the month, and the first two came in on Tuesday evening.',
  ].join('\n\n'),
  lang: 'en',
}

describe.each(['extractive', 'lead'] as const)('%s', (method) => {
  const summarise = createSummariser({ method })

  it('takes whole sentences in the order of the article, within the budget', () => {
    for (const words of [20, 30, 45, 60]) {
      const blurb = summarise(article, { words })
      expect(countWords(blurb.text)).toBeLessThanOrEqual(words)
      const offsets = blurb.sentences.map(({ text }) => article.text.indexOf(text))
      expect(offsets.every((offset) => offset >= 0)).toBe(true)
      expect(offsets).toEqual(offsets.toSorted((a, b) => a - b))
      expect(blurb.text).toBe(blurb.sentences.map(({ text }) => text).join(' '))
      expect(blurb.method).toBe(method)
    }
  })

  it('cuts a sentence only when none fits', () => {
    const blurb = summarise({ title: '', text: 'The harbour cranes of Quayton, which the storm had bent, moved again on Tuesday with great noise.' }, { words: 10 })
    expect(blurb.text).toBe('The harbour cranes of Quayton, which the storm had bent…')
  })

  it('has nothing to say about nothing', () => {
    for (const text of ['', '   ', '```\ncode\n```', '# Heading']) {
      expect(summarise({ title: 'T', text }, { words: 45 })).toEqual({ text: '', sentences: [], method: 'none' })
    }
  })

  it('falls back to fragments, and works without spaces', () => {
    expect(summarise({ title: '', text: '- milk\n- bread' }, { words: 45 }).text).toContain('milk')
    expect(summarise({ title: '', text: '港は静かだった。船が来た。', lang: 'ja' }, { words: 45 }).text).toBe('港は静かだった。船が来た。')
  })
})

describe('what reads on its own', () => {
  const summarise = createSummariser({ method: 'extractive' })
  const taken = (text: string, words = 30, title = ''): string => summarise({ title, text, lang: 'en' }, { words }).text

  it("takes nobody's words without the sentence that tells whose they are", () => {
    const text = 'The harbour of Quayton was flooded on Tuesday morning at nine. "The sea was compared with the wall of the town." The mayor called the wall "the best of its kind" before it broke. "It will stand for a century and longer."'
    for (const words of [12, 20, 30, 40]) {
      const blurb = taken(text, words, 'The sea, the wall, a century')
      expect(blurb).not.toContain('compared')
      if (blurb.includes('century')) expect(blurb).toContain('The mayor called')
    }
  })

  it('puts back a mark that the article lost, also behind the sentence before it', () => {
    const text = 'The training centre for fast trains opens in the port this year. The building begins in autumn after the stone is laid," said the director of the railway.'
    expect(taken(text, 40)).toBe('The training centre for fast trains opens in the port this year. "The building begins in autumn after the stone is laid," said the director of the railway.')
  })

  it('keeps short sentences beside the one they belong to', () => {
    const text = 'The harbour office counts the seals on the bank every morning at low water. Nobody at the office remembers who began with the list of them. The fear was reasonable. Fishermen blamed the seals for the empty nets of nine winters in a row.'
    for (const words of [20, 30, 40]) if (taken(text, words).includes('The fear')) expect(taken(text, words)).toContain('Nobody at the office')
  })

  it('does not end with a question, or with a clause that a list put in the place of a sentence', () => {
    const text = 'The port of Quayton has published the tide tables of the next year on its pages. Who wants to read nine hundred numbers in a row? The tables tell when the gate opens.\n\n- When reading the tables.\n- How to print the tables of the port.'
    for (const words of [20, 28, 34, 60]) expect(taken(text, words, 'tide tables numbers print')).not.toMatch(/\?$|When reading|How to print/)
  })

  it('doubles no mark of a quotation that runs over several paragraphs', () => {
    const text = "'The gate was shut for nine days of the year.\n\n'The port of Quayton lost forty ships to the town of Mole,' said the harbour master on Tuesday."
    expect(taken(text, 30)).not.toContain("''")
  })

  it("takes somebody's words before the end of the quotation, where it is told whose they are", () => {
    const text = 'The port of Quayton was flooded on Tuesday morning at nine, an hour after the gate of the old harbour had been shut. "The sea came over the wall of the town. We ran to the cranes," the harbour master said.'
    expect(taken(text, 20, 'The sea, the wall, the cranes')).toBe('"The sea came over the wall of the town. We ran to the cranes," the harbour master said.')
  })

  it('opens with nobody who is only known from before', () => {
    const text = 'Ada Marsh of Quayton sells old cranes to the museums of nine countries. The woman has sold the last crane of the port of Quayton to Mole. "The crane of the port of Quayton was too old," she said.'
    for (const words of [14, 20, 30, 45]) expect(taken(text, words, 'last crane of the port of Quayton sold to Mole')).toMatch(/^Ada Marsh/)
  })

  it('asks no question without what comes after it', () => {
    const text = 'Who pays for the new cranes of the port of Quayton? The town has no money left since the storm of May. The new cranes of the port of Quayton cost nine million, and the port has two.'
    for (const words of [30, 34, 60]) if (taken(text, words, 'Who pays for new cranes').includes('?')) expect(taken(text, words, 'Who pays for new cranes')).toContain('The town has no money')
  })

  it('would rather not speak of the text it stands in, nor name anybody by the last name alone', () => {
    const nothing = { words: [], pairs: [], sentence: [], set: [] }
    const bestOfAll = (text: string, words: number): string[] => bestOf(scoredSets(documentOf(text, 'en'), '', 'en', words, nothing))?.sentences.map((sentence) => sentence.text) ?? []
    expect(bestOfAll('In this post, we tell of the nine new cranes. The port of Quayton built nine cranes.', 10)).toEqual(['The port of Quayton built nine cranes.'])
    expect(bestOfAll('Ada Marsh of the town of Quayton runs all of the pilots. Marsh said that nine cranes fell. The port has no cranes left.', 7)).toEqual(['The port has no cranes left.'])
  })

  it('cuts a byline and a dateline off', () => {
    expect(taken('By Ada Marsh Quayton, Jul 5 (PTI) The port has lost nine cranes in the storm.')).toBe('The port has lost nine cranes in the storm.')
  })
})

describe('readingMinutes', () => {
  it('counts the words that are read, at the pace of the language', () => {
    expect(readingMinutes('')).toBe(1)
    expect(readingMinutes('word '.repeat(476), 'en')).toBe(2)
    expect(readingMinutes(`${'word '.repeat(200)}\n\n\`\`\`\n${'code '.repeat(2000)}\n\`\`\``, 'en')).toBe(1)
  })
})
