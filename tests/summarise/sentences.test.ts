import { describe, expect, it } from 'vitest'
import { sentencesOf } from '../../src/summarise/text/sentences.ts'

const split = (text: string, lang = 'en'): string[] => sentencesOf(text, lang).map((sentence) => sentence.text)

/** Each case is the list of its sentences; the text is the list joined by single spaces. */
const cases: [lang: string, sentences: string[]][] = [
  ['en', ['The U.S. Army left on Jan. 5.', 'Nobody knew.']],
  ['en', ['Dr. A. B. Marsh of Quay Inc. paid $3.5 million.', 'He left.']],
  ['en', ['He lives in the U.S.', 'The town is small.']],
  ['en', ['“Who is there?” asked the guard.', 'No one was.']],
  ['en', ['It rose to No. 5 in the list.', 'Then it fell.']],
  ['en', ['They met at 5 p.m. on Monday.', 'It rained.']],
  ['en', ['The ship (it was built in 1961.', 'It sank.']],
  ['de', ['Am 3. Oktober wird z. B. in Kiel gefeiert.', 'Danach ist Ruhe.']],
  ['de', ['Der Bau kostete 2,5 Mio. Euro.', 'Das war 2019.', 'Die Stadt zahlte.']],
  ['fr', ['M. Dupin est arrivé hier.', 'Il repart demain.']],
  ['fr', ['« Nous partons », a-t-il dit.', 'Elle reste.']],
  ['es', ['El Sr. Puerto llegó a las 3 p. m. del lunes.', '¿Quién lo vio?']],
  ['ja', ['港は静かだった。', '船が来た。']],
  ['zh', ['港口很安静。', '“船来了！”他说。']],
  ['ar', ['وصلت السفينة أمس.', 'هل غادرت؟']],
  ['ru', ['Порт открыт с 1961 г. и работает.', 'Он велик.']],
  ['hi', ['बंदरगाह शांत था।', 'जहाज आया।']],
]

describe('sentencesOf', () => {
  it.each(cases)('%s %j', (lang, sentences) => {
    expect(split(sentences.join(lang === 'ja' || lang === 'zh' ? '' : ' '), lang)).toEqual(sentences)
  })

  it('parts sentences that stand together without a space, but no address or version', () => {
    expect(split('The gate closed.The ships waited.')).toEqual(['The gate closed.', 'The ships waited.'])
    expect(split('See port.example.com or Node.js 20.19 for it.')).toHaveLength(1)
  })

  it('cuts off the place and agency and keeps the offset', () => {
    const text = 'QUAYTON (Reuters) - The port has closed. It rains.'
    const [first] = sentencesOf(text, 'en')
    expect(first?.text).toBe('The port has closed.')
    expect(text.slice(first?.offset, (first?.offset ?? 0) + (first?.text.length ?? 0))).toBe(first?.text)
  })
})
