import { describe, expect, test } from 'vitest'
import { features, source } from '../../../src/checks/support/caniemail.ts'
import { atRuleRows, propertyRow, pseudoRow, valueFeatures } from '../../../src/checks/support/css-features.ts'
import { harmOf } from '../../../src/checks/support/harm.ts'
import { attributeRow, elementRow, imageRow } from '../../../src/checks/support/html-features.ts'
import { featureOf, normalise } from '../../../src/checks/support/table.ts'
import { defaultShares } from '../../../src/model/mail-client.ts'

/** Days after which the table should be made anew. */
const fresh = 900

describe('the table of what clients support', () => {
  test('is complete, dated and licensed', () => {
    expect(features.length).toBeGreaterThan(300)
    expect(source.licence).toContain('MIT')
    expect((Date.parse('2026-11-23') - Date.parse(source.updated)) / 86_400_000).toBeLessThan(fresh)
    for (const feature of features) expect(feature.tested).toMatch(/^20\d\d-\d\d/)
  })

  test('holds the newest test of a client and no older one', () => {
    const cell = (slug: string, column: string) => featureOf(slug)?.cells.find((one) => one.column === column)
    // 2019-02 says no, 2026-03 says yes.
    expect(cell('css-display-grid', 'gmail.desktop-webmail')).toMatchObject({ support: 'yes' })
    // Outlook for Mac went from years to versions of its own: 2016 says yes, 16.80 says no.
    expect(cell('css-unit-calc', 'outlook.macos')).toMatchObject({ support: 'no' })
    expect(cell('css-padding', 'outlook.windows')).toMatchObject({ support: 'partly', notes: ['1', '2'] })
  })

  test('every note of a cell is there, but for one that the source itself lacks', () => {
    const missing = features.flatMap(({ slug }) => {
      const feature = featureOf(slug)
      return feature?.cells.flatMap(({ notes }) => notes.filter((note) => feature.notes[note] === undefined).map((note) => `${slug}#${note}`)) ?? []
    })
    expect([...new Set(missing)]).toEqual(['css-pseudo-class-link#1'])
  })

  test.each([
    ['border-top-width', 'css-border'],
    ['border-top-left-radius', 'css-border-radius'],
    ['border-start-start-radius', 'css-border-radius-logical'],
    ['border-inline-start-color', 'css-border-inline-block-longhand'],
    ['margin-left', 'css-margin'],
    ['padding-inline-start', 'css-padding-inline-start-end'],
    ['row-gap', 'css-gap'],
    ['grid-template-columns', 'css-grid-template'],
    ['overflow-x', 'css-overflow'],
    ['outline-offset', 'css-outline-offset'],
    ['outline-color', 'css-outline'],
    ['transition-duration', 'css-transition'],
    ['--brand', 'css-variables'],
    ['position', 'css-position'],
    ['mso-line-height-rule', undefined],
    ['-webkit-text-size-adjust', undefined],
    ['no-such-property', undefined],
  ])('the property %s is in row %s', (property, row) => {
    expect(propertyRow(property)).toBe(row)
  })

  test.each([
    ['width', 'calc(100% - 2rem)', ['css-unit-calc', 'css-unit-rem']],
    ['background', 'url(calc.png) #fff', []],
    ['color', 'oklch(60% .1 20)', ['css-modern-color']],
    ['color', 'hsl(0 0% 0%)', ['own-hsl']],
    ['color', '#11223344', ['own-hex-alpha']],
    ['color', '#112233', []],
    ['display', 'inline-flex', ['css-display-flex']],
    ['width', 'fit-content', ['css-intrinsic-size']],
    ['font-family', '"1rem", serif', []],
    ['padding', '4px 8px', []],
  ])('%s: %s uses %j', (property, value, rows) => {
    expect(valueFeatures(property, value).map(({ slug }) => slug)).toEqual(rows)
  })

  test('at-rules, pseudo-classes, elements, attributes and pictures have their rows', () => {
    expect(atRuleRows('media', '(prefers-color-scheme:dark)')).toEqual(['css-at-media', 'css-at-media-prefers-color-scheme'])
    expect(atRuleRows('font-face', '')).toEqual(['css-at-font-face'])
    expect(atRuleRows('page', '')).toEqual([])
    expect(pseudoRow('nth-child(2)')).toBe('css-pseudo-class-nth-child')
    expect(pseudoRow('before')).toBe('css-pseudo-element-before')
    expect([elementRow('h3', undefined), elementRow('input', 'checkbox'), elementRow('button', undefined), elementRow('div', undefined)]).toEqual(['html-h1-h6', 'html-input-checkbox', 'html-button-submit', undefined])
    expect([attributeRow('srcset'), attributeRow('data-x')]).toEqual(['html-srcset', undefined])
    expect([imageRow('a.webp?x=1'), imageRow('data:image/png;base64,x'), imageRow('a.png')]).toEqual(['image-webp', 'image-base64', undefined])
  })

  test('every row that is said to do harm exists', () => {
    for (const slug of ['css-position', 'html-video', 'image-webp', 'css-border-radius']) expect(featureOf(slug)).toBeDefined()
    expect([harmOf('css-position'), harmOf('html-video'), harmOf('css-border-radius'), harmOf('css-clip-path')]).toEqual(['layout', 'content', 'enhancement', 'look'])
  })

  test('shares are parts of one whatever their unit', () => {
    const total = [...normalise(defaultShares).values()].reduce((sum, share) => sum + share, 0)
    expect(total).toBeCloseTo(1, 10)
    expect(normalise({ yahoo: 3, aol: 1 }).get('yahoo')).toBe(0.75)
    expect(normalise({ yahoo: 0 }).get('yahoo')).toBe(0)
  })
})
