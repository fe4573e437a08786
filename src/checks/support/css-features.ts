import { featureOf } from './table.ts'

/** Properties whose row has another name than their own. */
const propertyRows: readonly [RegExp, string][] = [
  [/^border-(start|end)-(start|end)-radius$/, 'css-border-radius-logical'],
  [/^border-.*-radius$/, 'css-border-radius'],
  [/^border-(inline|block)(-(start|end))?-(color|style|width)$/, 'css-border-inline-block-longhand'],
  [/^border-(inline|block)-(start|end)$/, 'css-border-inline-block-individual'],
  [/^border-(inline|block)$/, 'css-border-inline-block'],
  [/^border-(top|right|bottom|left|width|style|color)(-(width|style|color))?$/, 'css-border'],
  [/^border-image-/, 'css-border-image'],
  [/^(margin|padding)-(top|right|bottom|left)$/, 'css-$1'],
  [/^(margin|padding)-inline-(start|end)$/, 'css-$1-inline-start-end'],
  [/^(margin|padding)-block-(start|end)$/, 'css-$1-block-start-end'],
  [/^(margin|padding)-(inline|block)$/, 'css-$1-inline-block'],
  [/^(top|right|bottom|left)$/, 'css-left-right-top-bottom'],
  [/^inset(-|$)/, 'css-inset'],
  [/^(grid-)?(row-gap|column-gap|gap)$/, 'css-gap'],
  [/^grid(-template.*)?$/, 'css-grid-template'],
  [/^(block-size|inline-size)$/, 'css-block-inline-size'],
  [/^columns$|^column-(fill|rule.*|span|width)$/, 'css-column-layout-properties'],
  [/^overflow-[xy]$/, 'css-overflow'],
  [/^(animation|transition|outline|scroll-snap|text-emphasis)-(?!offset|position)/, 'css-$1'],
  [/^font-(variation|feature|synthesis)/, ''],
]

const functionRows: Record<string, string> = {
  calc: 'css-unit-calc',
  clamp: 'css-function-clamp',
  max: 'css-function-max',
  min: 'css-function-min',
  'light-dark': 'css-function-light-dark',
  'linear-gradient': 'css-linear-gradient',
  'repeating-linear-gradient': 'css-linear-gradient',
  'radial-gradient': 'css-radial-gradient',
  'repeating-radial-gradient': 'css-radial-gradient',
  'conic-gradient': 'css-conic-gradient',
  rgb: 'css-rgb',
  rgba: 'css-rgba',
  lab: 'css-modern-color',
  lch: 'css-modern-color',
  oklab: 'css-modern-color',
  oklch: 'css-modern-color',
  'color-mix': 'css-modern-color',
  hsl: 'own-hsl',
  hsla: 'own-hsl',
  var: 'css-variables',
}

const keywordRows: Record<string, string> = {
  initial: 'css-unit-initial',
  unset: 'css-unit-initial',
  revert: 'css-unit-initial',
  'fit-content': 'css-intrinsic-size',
  'min-content': 'css-intrinsic-size',
  'max-content': 'css-intrinsic-size',
}

const knownProperties = new Map<string, string | undefined>()

/** The row of a property; nothing for one that the table does not know, or a client's own. */
export function propertyRow(property: string): string | undefined {
  if (property.startsWith('--')) return 'css-variables'
  if (property.startsWith('-') || property.startsWith('mso-')) return undefined
  if (!knownProperties.has(property)) knownProperties.set(property, findPropertyRow(property))
  return knownProperties.get(property)
}

function findPropertyRow(property: string): string | undefined {
  for (const [pattern, row] of propertyRows) {
    if (pattern.test(property)) {
      const slug = property.replace(new RegExp(`${pattern.source}.*`), row)
      return featureOf(slug) === undefined ? undefined : slug
    }
  }
  const own = `css-${property}`
  return featureOf(own) === undefined ? undefined : own
}

/** A part of a value that has a row of its own. */
export interface ValueFeature {
  slug: string
  /** As an author writes it: `calc()`, `rem`, `display:flex`. */
  label: string
}

/** The features in the value of a property: functions, units, keywords. */
export function valueFeatures(property: string, value: string): ValueFeature[] {
  const text = value.toLowerCase()
  // Most values are a length, a colour or a word that every client knows.
  if (plain.test(text) && property !== 'display') return []
  const found = new Map<string, string>()
  for (const [, name] of text.matchAll(/([a-z-]+)\(/g)) {
    const slug = functionRows[name ?? '']
    if (slug !== undefined) found.set(slug, `${name}()`)
  }
  const bare = text.replaceAll(/url\([^)]*\)|"[^"]*"|'[^']*'|#[0-9a-f]+/g, ' ')
  for (const [, unit] of bare.matchAll(/(?:^|[\s,(/+*-])\d*\.?\d+(ch|rem|vh|vw|vmin|vmax|ex)\b/g)) {
    if (unit !== undefined) found.set(`css-unit-${unit}`, unit)
  }
  for (const word of bare.match(/[a-z-]+/g) ?? []) {
    const slug = keywordRows[word]
    if (slug !== undefined) found.set(slug, word)
  }
  if (/#(?:[0-9a-f]{8}|[0-9a-f]{4})\b/.test(text)) found.set('own-hex-alpha', 'a colour with alpha digits')
  if (property === 'display') addDisplay(text, found)
  return [...found].map(([slug, label]) => ({ slug, label }))
}

const plain = /^(-?\d*\.?\d+(px|%|em)?|#[0-9a-f]{3}|#[0-9a-f]{6}|none|left|right|center|top|middle|bottom|0 auto|bold|normal|auto|inherit|collapse|underline|hidden|ltr|rtl)$/

function addDisplay(value: string, found: Map<string, string>): void {
  if (value === 'none') found.set('css-display-none', 'display:none')
  else if (/flex/.test(value)) found.set('css-display-flex', `display:${value}`)
  else if (/grid/.test(value)) found.set('css-display-grid', `display:${value}`)
}

const mediaRows: readonly [RegExp, string][] = [
  [/prefers-color-scheme/, 'css-at-media-prefers-color-scheme'],
  [/prefers-reduced-motion/, 'css-at-media-prefers-reduced-motion'],
  [/\((any-)?hover/, 'css-at-media-hover'],
  [/orientation/, 'css-at-media-orientation'],
  [/device-pixel-ratio/, 'css-at-media-device-pixel-ratio'],
]

/** The rows of an at-rule. */
export function atRuleRows(name: string, prelude: string): string[] {
  if (name === 'media') return ['css-at-media', ...mediaRows.filter(([pattern]) => pattern.test(prelude)).map(([, slug]) => slug)]
  const slug = `css-at-${name}`
  return featureOf(slug) === undefined ? [] : [slug]
}

const combinatorRows: Record<string, string> = {
  ' ': 'css-selector-descendant',
  '>': 'css-selector-child',
  '+': 'css-selector-adjacent-sibling',
  '~': 'css-selector-general-sibling',
}

/** The row of a combinator. */
export function combinatorRow(combinator: string): string | undefined {
  return combinatorRows[combinator]
}

/** The row of a pseudo-class or pseudo-element, given without colons and with its arguments. */
export function pseudoRow(pseudo: string): string | undefined {
  const name = pseudo.replace(/\(.*/s, '')
  return [`css-pseudo-class-${name}`, `css-pseudo-element-${name}`].find((slug) => featureOf(slug) !== undefined)
}
