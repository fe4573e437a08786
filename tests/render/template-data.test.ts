import { describe, expect, it } from 'vitest'
import { contrast } from '../../src/lib/colour.ts'
import { unwrap, type Shape } from '../../src/model/shape.ts'
import { dataShape, standardOptions } from '../../src/render/options.ts'
import { slotDefaults } from '../../src/render/slot-defaults.ts'
import { templateData } from '../../src/render/template-data.ts'
import { issue, publication, story } from '../support/issue.ts'

/** Paths at which data and shape disagree: a key the shape lacks, a key the data lacks, or a value of another kind. */
function disagreements(value: unknown, shape: Shape, path = 'data'): string[] {
  if (value === null) return shape.kind === 'optional' ? [] : [`${path} is null`]
  const known = unwrap(shape)
  if (known.kind === 'list') {
    return Array.isArray(value) ? value.flatMap((item, index) => disagreements(item, known.of, `${path}.${index}`)) : [`${path} is no list`]
  }
  if (known.kind === 'record') {
    const data = value as Record<string, unknown>
    const keys = new Set([...Object.keys(data), ...Object.keys(known.fields)])
    return [...keys].flatMap((key) => {
      const field = known.fields[key]
      if (field === undefined || !(key in data)) return [`${path}.${key} is in one of the two only`]
      return disagreements(data[key], field, `${path}.${key}`)
    })
  }
  if (known.kind === 'rich') return typeof value === 'object' && 'html' in value && 'text' in value ? [] : [`${path} is not rich`]
  const type = { text: 'string', number: 'number', flag: 'boolean' }[known.kind]
  return typeof value === type ? [] : [`${path} is a ${typeof value}`]
}

const full = story({
  title: 'Full',
  image: { src: 'a.png', alt: 'A', width: 1, height: 2, file: 'a.png' },
  author: 'A',
  source: 'S',
  date: '2026-11-20T23:30:00-05:00',
  tags: ['a', 'b'],
  lang: 'he',
})

describe('templateData', () => {
  it('is what its description says, whatever an issue has', () => {
    const bare = story({ title: 'Bare', blurb: { html: '', text: '' } })
    delete bare.url
    const editions = [issue(), issue({ lead: full, sections: [{ name: 'A', intro: 'I', stories: [full, bare] }] })]
    for (const edition of editions) {
      const of = publication({ tagline: 'T', brand: { accent: '#123456', logo: 'l.png' }, links: { view: 'https://x.example/{issue}' } })
      expect(disagreements(templateData(edition, of), dataShape(standardOptions))).toEqual([])
    }
    const { lead: _, number: __, ...without } = issue()
    expect(disagreements(templateData(without, { ...publication(), url: undefined, postalAddress: undefined }), dataShape(standardOptions))).toEqual([])
  })

  it('writes dates and times in the language of the issue and the time zone of the newsletter', () => {
    const german = templateData(issue({ lang: 'de', lead: full }), publication({ timezone: 'Europe/Berlin' }))
    expect(german.issue.dateLong).toBe('27. November 2026')
    expect(german.lead?.dateShort).toBe('21. Nov.')
    expect(templateData(issue({ date: '2026-11-27' }), publication({ timezone: 'Pacific/Kiritimati' })).issue.dateLong).toBe('November 27, 2026')
    expect(templateData(issue(), publication()).issue).toMatchObject({ readingMinutes: 12, readingTime: '12 min', storyCount: 3 })
  })

  it('numbers stories and marks the first and last of a section', () => {
    const { stories, lead, sections } = templateData(issue(), publication())
    expect(stories.map(({ number, index, first, last }) => [number, index, first, last])).toEqual([
      [1, 0, true, true],
      [2, 0, true, false],
      [3, 1, false, true],
    ])
    expect(stories[0]).toBe(lead)
    expect(sections[0]).toMatchObject({ index: 0, first: true, last: true })
  })

  it('adds the parameters of links.utm to links of stories, and leaves what is there', () => {
    const of = publication({ links: { utm: { utm_source: 'weekly & more', a: 'mine' } } })
    const url = (value: string): string | null | undefined => templateData(issue({ lead: story({ title: 'x', url: value }) }), of).lead?.url
    expect(url('https://x.example/a?a=theirs#part')).toBe('https://x.example/a?a=theirs&utm_source=weekly+%26+more#part')
    expect(url('mailto:a@b.example')).toBe('mailto:a@b.example')
  })

  it('tells the language and direction of a story only where they differ', () => {
    const { lead } = templateData(issue({ lead: full }), publication())
    expect(lead).toMatchObject({ lang: 'he', dir: 'rtl', align: 'right' })
    expect(templateData(issue({ lang: 'he', dir: 'rtl', lead: full }), publication()).lead).toMatchObject({ lang: null, dir: 'rtl' })
  })

  it.each(['#b3261e', '#fff', '#000000', '#ffee00', '#0b6670', '#888888'])('makes %s readable on light and dark', (accent) => {
    const { brand } = templateData(issue(), publication({ brand: { accent } }))
    expect(contrast(brand.accent, '#ffffff')).toBeGreaterThanOrEqual(4.5)
    expect(contrast(brand.accentDark, '#17181a')).toBeGreaterThanOrEqual(4.5)
    expect(contrast(brand.onAccent, brand.accent)).toBeGreaterThanOrEqual(4.5)
  })

  it('finds where to unsubscribe and to view for those who have no address of their own', () => {
    expect(slotDefaults(issue(), publication())).toEqual({ unsubscribeUrl: 'mailto:news@harbour.example?subject=unsubscribe' })
    expect(slotDefaults(issue(), publication({ links: { unsubscribe: 'https://x.example/u?t={token}' } }))).toEqual({ unsubscribeUrl: 'https://x.example/u?t=preview' })
    expect(slotDefaults(issue(), publication({ replyTo: 'r@x.example', links: { view: 'https://x.example/{issue}/' } }))).toEqual({
      unsubscribeUrl: 'mailto:r@x.example?subject=unsubscribe',
      viewUrl: 'https://x.example/2026-w48/',
    })
  })
})
