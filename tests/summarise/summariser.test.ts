import { describe, expect, it } from 'vitest'
import { countWords } from '../../src/lib/words.ts'
import { readingMinutes } from '../../src/summarise/reading-time.ts'
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

describe('readingMinutes', () => {
  it('counts the words that are read, at the pace of the language', () => {
    expect(readingMinutes('')).toBe(1)
    expect(readingMinutes('word '.repeat(476), 'en')).toBe(2)
    expect(readingMinutes(`${'word '.repeat(200)}\n\n\`\`\`\n${'code '.repeat(2000)}\n\`\`\``, 'en')).toBe(1)
  })
})
