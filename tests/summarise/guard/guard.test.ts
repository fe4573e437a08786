import { describe, expect, it } from 'vitest'
import { createGuard } from '../../../src/summarise/guard/guard.ts'

const article = {
  title: 'Quayton rebuilds its harbour',
  lang: 'en',
  text: `The Harbour Board of Quayton approved the rebuilding on Tuesday, 3 March 2026, by nine votes to two. The work will cost €1,200,000 and take three years. "We cannot wait for the next storm," said the chair, Ada Marsh. About 12.5 per cent of the money comes from the Ports and Rivers Agency. Between 20 and 30 per cent of the ships are fishing boats. The old pier, built in 1961, carried 4,318 passengers last summer. The first crane arrives in May. A dozen houses have to go. Ticket holders pay $5 to 7 million a year. The budget of 2026-27 is settled.`,
}
const guard = createGuard(article, { words: 45 })
const fails = (blurb: string): string[] => guard(blurb).filter(({ severity }) => severity === 'fail').map(({ kind, span }) => `${kind}: ${span}`)
const warnings = (blurb: string): string[] => guard(blurb).filter(({ severity }) => severity === 'warn').map(({ kind, span }) => `${kind}: ${span}`)

describe('what an article says passes', () => {
  it.each([
    'The Harbour Board approved the rebuilding on 3 March by nine votes to two.',
    'The Harbour Board approved the rebuilding on March 3rd, 2026, by 9 votes to 2.',
    'The rebuilding of the harbour costs €1.2 million and takes 3 years.',
    'The rebuilding of the harbour costs 1.2 million euros.',
    'The agency pays 12.5% of the cost of the rebuilding.',
    'At least 20 per cent of the ships in the harbour are fishing boats.',
    'More than 4,000 passengers used the old pier of Quayton last summer.',
    'Nearly 4,500 passengers used the old pier of Quayton last summer.',
    'About 4300 passengers used the old pier of Quayton last summer.',
    '“We cannot wait for the next storm,” said Ada Marsh of the Harbour Board.',
    "The chair said Quayton ‘cannot wait for the next storm’.",
    'The PRA pays for a part of the harbour of Quayton.',
    'In May the first crane arrives in the harbour of Quayton.',
    'Twelve houses have to go for the rebuilding of the harbour.',
    'Ticket holders of the harbour pay $5 million a year.',
    'The agency gives “12.5% of the money” for the harbour of Quayton.',
    'The budget of the harbour of Quayton for 2027 is settled.',
  ])('%s', (blurb) => {
    expect(fails(blurb)).toEqual([])
  })
})

describe('what it does not say fails', () => {
  it.each([
    ['The rebuilding of the harbour costs €1.3 million.', 'amount: €1.3 million'],
    ['The rebuilding of the harbour costs $1.2 million.', 'amount: $1.2 million'],
    ['The agency pays 15% of the cost of the rebuilding.', 'percentage: 15%'],
    ['The agency pays twelve per cent of the cost of the rebuilding.', 'percentage: twelve per cent'],
    ['The Harbour Board approved it on 4 March by nine votes.', 'date: 4 March'],
    ['The Harbour Board approved it on Wednesday by nine votes.', 'date: Wednesday'],
    ['The Harbour Board approved the rebuilding in April.', 'date: April'],
    ['The Harbour Board approved it on 3 March 2025 by nine votes.', 'date: 3 March 2025'],
    ['The old pier of Quayton, built in 1962, carried passengers.', 'number: 1962'],
    ['The Harbour Board approved the rebuilding by eight votes.', 'number: eight'],
    ['More than 5,000 passengers used the old pier of Quayton.', 'number: 5,000'],
    ['Nearly 4,390 passengers used the old pier of Quayton.', 'number: 4,390'],
    ['“We cannot wait for another storm,” said Ada Marsh of the Harbour Board.', 'quotation: “We cannot wait for another storm,”'],
    ['The rebuilding of the harbour at www.quay.example takes three years.', 'address: www.quay.example'],
    ['Write to the Harbour Board of Quayton at board@quayton.example.', 'address: board@quayton.example'],
    ['The Harbour Board approved crane K17 for the old pier.', 'number: K17'],
    ['Wonderful investment opportunities await everybody who invests immediately.', 'support: Wonderful'],
    ['The rebuilding of the harbour takes three years', 'form: takes three years'],
    ['But the rebuilding of the harbour takes three years.', 'form: But the'],
    ['The **harbour** of Quayton is rebuilt in three years.', 'form: **'],
    ['In this article the harbour of Quayton is rebuilt.', 'phrase: In this article'],
    ["I'm sorry, the harbour of Quayton is rebuilt.", "phrase: I'm sorry"],
  ])('%s', (blurb, expected) => {
    expect(fails(blurb)).toContain(expected)
  })

  it('names the words over the budget', () => {
    expect(createGuard(article, { words: 5 })('The rebuilding of the harbour takes three years.').map(({ kind }) => kind)).toEqual(['length'])
  })
})

describe('unknown names warn', () => {
  it.each([
    ['The chair, Bea Marsh, said the rebuilding takes three years.', ['name: Bea']],
    ["Quayton's harbour board and the Quaytonian ships wait.", []],
    ['NATO pays for the rebuilding of the harbour.', ['name: NATO']],
    ['Money for the rebuilding comes from the agency.', []],
  ])('%s', (blurb, expected) => {
    expect(warnings(blurb)).toEqual(expected)
    expect(fails(blurb)).toEqual([])
  })
})

it('reads other languages', () => {
  const german = createGuard({ title: '', lang: 'de', text: 'Der Umbau kostet 1,2 Mio. Euro und dauert drei Jahre. Am 3. März stimmten einundzwanzig Räte zu, rund 1.200 Bürger sahen zu.' }, { words: 45 })
  expect(german('Der Umbau kostet 1,2 Millionen Euro.')).toEqual([])
  expect(german('Am 3. März stimmten 21 Räte dem Umbau zu, 1200 Bürger sahen zu.')).toEqual([])
  expect(german('Am 4. März stimmten 22 Räte dem Umbau zu.').map(({ kind }) => kind)).toEqual(['date', 'number'])
  const french = createGuard({ title: '', lang: 'fr', text: 'Le chantier coûtera 1 200 000 euros, a annoncé mardi « le port de demain » à trente-deux élus.' }, { words: 45 })
  expect(french('Le chantier coûtera 1,2 million d’euros, a annoncé le port mardi à 32 élus.')).toEqual([])
  expect(french('Le chantier coûtera 1,3 million d’euros, a annoncé le port jeudi.').map(({ kind }) => kind)).toEqual(['amount', 'date'])
  const japanese = createGuard({ title: '', lang: 'ja', text: '港の工事は2026年3月5日に始まり、費用は1億2000万円である。' }, { words: 45 })
  expect(japanese('港の工事は3月5日に始まる。')).toEqual([])
  expect(japanese('港の工事は3月6日に始まる。').map(({ kind }) => kind)).toEqual(['date'])
})

it('checks the language when it is told how', () => {
  const checked = createGuard(article, { words: 45, detect: (text) => (text.includes('beschlossen') ? 'de' : 'en') })
  expect(checked('The rebuilding of the harbour takes three years.')).toEqual([])
  expect(checked('Der Harbour Board hat the rebuilding of the harbour beschlossen.').map(({ kind }) => kind)).toContain('language')
})
