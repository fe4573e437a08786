import { describe, expect, it } from 'vitest'
import { porterStem } from '../bench/blurbs/porter.ts'
import { rouge, rougeTokens } from '../bench/blurbs/rouge.ts'

/** The bench is only worth what its measure is worth. */
describe('porterStem', () => {
  it.each(
    // Examples of Porter's paper, and where the stemmer of rouge_score departs from it.
    'caresses:caress ponies:poni ties:tie cats:cat feed:feed agreed:agre plastered:plaster motoring:motor sing:sing conflated:conflat troubled:troubl sized:size hopping:hop falling:fall hissing:hiss failing:fail filing:file happy:happi enjoy:enjoy spied:spi died:die skies:sky dying:die relational:relat conditional:condit rational:ration digitizer:digit conformably:conform radically:radic hopefully:hope vietnamization:vietnam operator:oper feudalism:feudal decisiveness:decis formality:formal sensibility:sensibl triplicate:triplic formative:form formalize:formal electrical:electr goodness:good revival:reviv allowance:allow airliner:airlin gyroscopic:gyroscop adjustable:adjust replacement:replac adoption:adopt homologous:homolog bowdlerize:bowdler probate:probat rate:rate cease:ceas controlling:control rolling:roll geology:geolog news:news'
      .split(' ')
      .map((pair) => pair.split(':')),
  )('%s → %s', (word, stem) => {
    expect(porterStem(word)).toBe(stem)
  })
})

describe('rouge', () => {
  const score = (candidate: string, reference: string, lang = 'en'): ReturnType<typeof rouge> => rouge(rougeTokens(candidate, lang), rougeTokens(reference, lang))

  it('gives F-measures of clipped n-grams and of the longest common subsequence', () => {
    expect(score('testing one', 'testing one two')).toEqual({ rouge1: 0.8, rouge2: 2 / 3, rougeL: 0.8 })
    expect(score('testing two', 'testing one two')).toEqual({ rouge1: 0.8, rouge2: 0, rougeL: 0.8 })
    expect(score('the the the', 'the gate').rouge1).toBeCloseTo(0.4)
    expect(score('', 'the gate')).toEqual({ rouge1: 0, rouge2: 0, rougeL: 0 })
  })

  it('stems English words of more than three letters, and nothing else', () => {
    expect(rougeTokens("The ships' U.S. harbours—1,200 of them", 'en')).toEqual(['the', 'ship', 'u', 's', 'harbour', '1', '200', 'of', 'them'])
    expect(rougeTokens('Les écoles fermées', 'fr')).toEqual(['les', 'écoles', 'fermées'])
  })
})
