import { describe, expect, it } from 'vitest'
import { parseNewsletter } from '../../src/config/load.io.ts'

const minimal = 'name: Harbour\nfrom: {address: news@harbour.example}\n'

describe('parseNewsletter', () => {
  it('needs a name and a sender, and fills in the rest', () => {
    const { newsletter, diagnostics } = parseNewsletter(minimal)
    expect(diagnostics).toEqual([])
    expect(newsletter).toMatchObject({ lang: 'en', timezone: 'UTC', template: 'classic', blurbs: { words: 45, leadWords: 60 } })
  })

  it('reports every problem at its own line and column', () => {
    const text = 'nme: Harbour\nfrom:\n  name: x\n  adress: y\nblurbs:\n  words: many\nsections:\n  - News\n  - {name: Culture, limt: 3}\ntimezone: Mars/Base\n'
    expect(parseNewsletter(text).diagnostics.map(({ code, line, column, hint }) => [code, line, column, hint])).toEqual(
      expect.arrayContaining([
        ['GZ-N003', 1, 1, 'did you mean name?'],
        ['GZ-N003', 4, 3, 'did you mean address?'],
        ['GZ-N004', 6, 10, undefined],
        ['GZ-N003', 9, 21, 'did you mean limit?'],
        ['GZ-N004', 10, 11, undefined],
      ]),
    )
  })

  it('says what a value must be and what it is', () => {
    const [problem] = parseNewsletter(`${minimal}blurbs: {words: many}\n`).diagnostics
    expect(problem?.message).toBe('blurbs.words must be a number, got "many"')
  })

  it('refuses hosted pictures without a site to put them on', () => {
    expect(parseNewsletter(`${minimal}images: hosted\n`).diagnostics).toMatchObject([{ code: 'GZ-N004', line: 3, column: 9 }])
    expect(parseNewsletter(`${minimal}images: hosted\nurl: https://harbour.example\n`).diagnostics).toEqual([])
  })

  it('places a syntax error', () => {
    expect(parseNewsletter('name: Harbour: the review\n').diagnostics).toMatchObject([{ code: 'GZ-N002', line: 1 }])
  })

  it('takes an empty file for one that lacks everything', () => {
    expect(parseNewsletter('').diagnostics.map(({ message }) => message)).toEqual(['name is missing', 'from is missing'])
  })
})
