import { describe, expect, it } from 'vitest'
import { countInWords, stringsFor } from '../../src/render/labels.ts'
import { en } from '../../src/render/strings/en.ts'
import { stringsByLanguage } from '../../src/render/strings/all.ts'
import { templateData } from '../../src/render/template-data.ts'
import { issue, publication } from '../support/issue.ts'

const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'ja', 'ar']

describe.for(languages)('%s', (lang) => {
  it('has every word, and none of them is English by mistake', () => {
    const { strings, missing } = stringsFor(lang)
    expect(missing).toEqual([])
    if (lang !== 'en') expect(Object.entries(strings).filter(([name, text]) => !['links', 'quoted'].includes(name) && text === en[name as keyof typeof en])).toEqual([])
  })

  it('keeps the places of values', () => {
    const { strings } = stringsFor(lang)
    expect(strings.issueNumber).toContain('{number}')
    expect(strings.whyYouGetThis).toContain('{name}')
    expect(strings.quoted).toMatch(/^.+\{text\}.+$/)
  })

  it('has a form for every count that its grammar tells apart', () => {
    const { storyCount } = stringsFor(lang).strings
    const { pluralCategories } = new Intl.PluralRules(lang).resolvedOptions()
    // Fractions and compact millions, for which some languages have a form of their own, are no counts of stories.
    const needed = pluralCategories.filter((category) => Array.from({ length: 200 }, (_, count) => new Intl.PluralRules(lang).select(count)).includes(category))
    expect(needed.filter((category) => !Object.hasOwn(storyCount, category))).toEqual([])
    for (const count of [1, 2, 3, 11, 21]) expect(countInWords(count, storyCount, lang)).not.toContain('{')
  })

  it('writes dates and numbers as its readers do', () => {
    const { issue: { dateLong }, labels } = templateData(issue({ lang }), publication())
    expect(dateLong).toBe(new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date('2026-11-27')))
    expect(labels.issueNumber).toMatch(/12|١٢/)
  })
})

describe('words that are not there', () => {
  it('are English, and named', () => {
    const { strings, missing } = stringsFor('sv', { readMore: 'Läs mer' })
    expect(strings).toMatchObject({ readMore: 'Läs mer', unsubscribe: 'Unsubscribe' })
    expect(missing).toContain('unsubscribe')
    expect(missing).not.toContain('readMore')
  })

  it('are those of the language where a region has none of its own', () => {
    expect(stringsFor('de-AT').strings.readMore).toBe(stringsByLanguage['de']?.readMore)
    expect(stringsFor('pt-BR').missing).toEqual([])
  })
})
