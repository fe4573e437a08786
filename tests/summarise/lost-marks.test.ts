import { describe, expect, it } from 'vitest'
import { cleanText } from '../../src/summarise/text/clean.ts'
import { withMarksInPlace } from '../../src/summarise/text/lost-marks.ts'

const texts = (...paragraphs: string[]): string[] => withMarksInPlace(paragraphs.map((text) => ({ text, kind: 'prose' as const }))).map(({ text }) => text)

describe('withMarksInPlace', () => {
  it('moves a mark to the line whose quotation it opens', () => {
    expect(texts('The gate is shut."', 'We ran," said the guard.')).toEqual(['The gate is shut.', '"We ran," said the guard.'])
    expect(texts('The gate is shut."', 'We ran," said the guard of the gate."', 'Nobody saw it," the pilot said.')).toEqual(['The gate is shut.', '"We ran," said the guard of the gate.', '"Nobody saw it," the pilot said.'])
    expect(texts('La porte est close."', 'Nous partons", dit la garde.')).toEqual(['La porte est close.', '"Nous partons", dit la garde.'])
    expect(texts('They called it "old"."', 'We ran," said the guard.')).toEqual(['They called it "old".', '"We ran," said the guard.'])
  })

  it('gives a mark that opens a quotation its space', () => {
    expect(texts('The gate is shut."We ran," said the guard.')).toEqual(['The gate is shut. "We ran," said the guard.'])
  })

  it('leaves marks that close something', () => {
    for (const paragraphs of [['"The gate is shut."', 'The guard ran.'], ['He said: "The gate is shut."', '"We ran," said the guard.'], ['"It is shut."The guard ran.'], ['The gate is shut."', 'The guard ran.'], ['The gate is shut."', 'He said: "We ran."']]) {
      expect(texts(...paragraphs)).toEqual(paragraphs)
    }
  })
})

describe('cleanText', () => {
  const cleaned = (text: string): string | undefined => cleanText(text)[0]?.text

  it('takes out stops that joined lines left in a sentence', () => {
    expect(cleaned('The port and . Ada Marsh have . nine cranes in the harbour . They are old.')).toBe('The port and Ada Marsh have nine cranes in the harbour . They are old.')
  })

  it('takes out a heading that lost the line below it', () => {
    expect(cleaned('The port has nine cranes. The gate, explained ---------- The gate is a wall of steel.')).toBe('The port has nine cranes. The gate is a wall of steel.')
  })

  it('takes out where in a picture somebody is, and empty marks', () => {
    expect(cleaned("Ada Marsh's (right) crane fell on Ben Sample (far left), who (pictured with a hat) ran away «».")).toBe("Ada Marsh's crane fell on Ben Sample, who ran away.")
    expect(cleaned('The pilots (right or wrong) took the (left) lane at once.')).toContain('right or wrong')
  })
})
