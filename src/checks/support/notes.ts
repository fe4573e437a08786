import { pixelsOf } from '../css/text-style.ts'
import type { Cell, Feature, Support } from './table.ts'
import type { Use } from './uses.ts'

type Condition = (use: Use) => boolean

const valueMatches =
  (pattern: RegExp): Condition =>
  (use) =>
    pattern.test(use.value ?? '')

const onTag =
  (...tags: string[]): Condition =>
  (use) =>
    tags.includes(use.element.tag)

const notOnTag =
  (...tags: string[]): Condition =>
  (use) =>
    !tags.includes(use.element.tag)

const always: Condition = () => true
const severalLayers = valueMatches(/,(?![^(]*\))/)
const whitespaceColour = valueMatches(/rgba?\(\s*[\d.%]+\s+[\d.%]+/)
const alphaOfRgb: Condition = (use) => /rgb\(([^)]*,){3}|rgb\([^)]*\//.test(use.value ?? '')
const notTypeSelector: Condition = (use) => use.compound?.type === undefined || use.compound.classes.length > 0
const attributeOperator: Condition = (use) => use.compound?.attributes.some(({ operator }) => operator !== '=') === true

/**
 * When a note of the table applies to a use, by `slug#number`. A note that is not here does not count against the
 * use, unless its text speaks of accounts, which `accountOf` reads.
 */
const conditions: Record<string, Condition> = {
  'css-background#1': severalLayers,
  'css-background#2': valueMatches(/\//),
  'css-background#3': valueMatches(/url\(|gradient\(/i),
  'css-background-image#3': severalLayers,
  'css-background-position#1': severalLayers,
  'css-background-repeat#1': severalLayers,
  'css-background-size#2': severalLayers,
  'css-border#1': (use) => Math.max(0, ...lengths(use)) > 8,
  'css-border-radius#2': valueMatches(/\//),
  'css-color-scheme#1': notOnTag('html', 'style'),
  'css-display#1': valueMatches(/flex|grid|flow-root|contents|initial|revert|unset/),
  'css-display#5': (use) => !/^(none|block|inline)$/.test(use.value ?? ''),
  'css-display#6': valueMatches(/flow-root|inline-flex|inline-grid|contents|revert/),
  'css-display-flex#2': valueMatches(/inline-flex/),
  'css-display-none#2': onTag('img'),
  'css-font-size#1': valueMatches(/rem/),
  'css-font-size#2': valueMatches(/%|er$/),
  'css-gap#1': (use) => use.property !== 'column-gap',
  'css-height#2': onTag('body', 'span', 'div', 'p'),
  'css-important#5': (use) => !use.sheet,
  'css-left-right-top-bottom#2': valueMatches(/%/),
  'css-list-style#1': valueMatches(/url\(/),
  'css-list-style#2': valueMatches(/url\(|inside|outside/),
  'css-list-style#3': valueMatches(/url\(/),
  'css-margin#1': (use) => Math.min(0, ...lengths(use)) < 0,
  'css-margin#2': onTag('span', 'body'),
  'css-margin#4': valueMatches(/auto/),
  'css-at-media#1': (use) => use.conditional,
  'css-at-media#2': valueMatches(/\((?!\s*(min|max)-(width|height))/),
  'css-at-media#7': valueMatches(/height/),
  'css-at-media#10': (use) => use.conditional,
  'css-at-media-orientation#2': valueMatches(/portrait/),
  'css-max-width#1': notOnTag('table', 'style'),
  'css-overflow#4': (use) => /overflow-(block|inline)/.test(use.property ?? ''),
  'css-padding#1': notOnTag('td', 'th', 'style'),
  'css-position#1': valueMatches(/sticky|fixed/),
  'css-position#2': valueMatches(/relative|absolute|fixed/),
  'css-position#3': valueMatches(/absolute|sticky|fixed/),
  'css-rgb#1': whitespaceColour,
  'css-rgb#2': alphaOfRgb,
  'css-rgb#3': whitespaceColour,
  'css-rgba#1': whitespaceColour,
  'css-rgba#2': whitespaceColour,
  'css-selector-attribute#1': (use) => (use.compound?.classes.length ?? 0) > 0,
  'css-selector-attribute#2': (use) => use.compound?.attributes.some(({ operator }) => /[$^*]/.test(operator ?? '')) === true,
  'css-selector-attribute#4': attributeOperator,
  'css-selector-attribute#5': (use) => use.compound?.attributes.some(({ name, operator }) => name !== 'class' || operator !== '~=') === true,
  'css-text-align#1': valueMatches(/^(start|end)$/),
  'css-text-align#3': valueMatches(/match-parent/),
  'css-text-decoration#2': valueMatches(/\s/),
  'css-text-decoration#3': valueMatches(/overline/),
  'css-text-indent#1': (use) => Math.min(0, ...lengths(use)) < 0,
  'css-text-transform#1': valueMatches(/lowercase/),
  'css-transition#1': (use) => use.property !== 'transition',
  'css-unit-vh#2': always,
  'css-white-space#2': valueMatches(/^pre$/),
  'css-width#1': onTag('body', 'span', 'div', 'p', 'img'),
  'css-visibility#1': valueMatches(/collapse/),
  'html-background#2': notOnTag('body'),
  'html-lang#1': onTag('td'),
  'html-role#2': notOnTag('table'),
  'html-semantics#1': notOnTag('time'),
  'html-semantics#2': onTag('details', 'main', 'nav', 'summary'),
}

for (const slug of 'active checked default first-child first-of-type focus focus-visible focus-within last-child last-of-type link only-child only-of-type target visited'.split(' ')) {
  conditions[`css-pseudo-class-${slug}#1`] = notTypeSelector
}
conditions['css-pseudo-class-hover#2'] = notTypeSelector
for (const element of ['after', 'before']) conditions[`css-pseudo-element-${element}#3`] = notTypeSelector
for (const element of ['first-letter', 'first-line']) conditions[`css-pseudo-element-${element}#2`] = notTypeSelector

/** Rows whose `n` is only a different behaviour that harms nobody. */
const mild = new Set(['css-height#1', 'html-abbr#1', 'html-target#1'])

/** What a client does with a use, and the notes that decided it. */
export interface Verdict {
  support: Support
  /** Texts of the notes that apply to this use. */
  notes: readonly string[]
}

/** The support of the table with its notes resolved for one use. */
export function supportOf(use: Use, feature: Feature, cell: Cell): Support {
  return verdictOf(use, feature, cell).support
}

/**
 * The support of the table with its notes resolved for one use, and why. A note of unknown meaning leaves a partly
 * supported feature partly supported; it is never counted as missing.
 */
export function verdictOf(use: Use, feature: Feature, cell: Cell): Verdict {
  // It reads no style sheet at all: what stands in one is an addition for the others.
  if (cell.client === 'gmail-other' && use.sheet) return { support: 'yes', notes: [] }
  const textOf = (number: string): string => feature.notes[number] ?? ''
  const applying = cell.notes.filter((number) => applies(use, `${feature.slug}#${number}`, textOf(number), cell))
  const notes = applying.map(textOf)
  if (cell.support === 'unknown') return { support: 'unknown', notes: [] }
  if (cell.support === 'no') {
    const harmless = cell.notes.some((number) => mild.has(`${feature.slug}#${number}`))
    return { support: harmless ? 'yes' : 'no', notes: cell.notes.map(textOf) }
  }
  if (applying.length > 0) return { support: 'no', notes }
  const open = cell.notes.length === 0 || cell.notes.some((number) => !resolved(`${feature.slug}#${number}`, textOf(number)))
  return { support: cell.support === 'partly' && open ? 'partly' : 'yes', notes }
}

/** Whether a note speaks of this use and of the accounts that a client stands for. */
function applies(use: Use, key: string, text: string, cell: Cell): boolean {
  const condition = conditions[key]
  const account = accountOf(text)
  if (account === undefined || !cell.column.startsWith('gmail.')) return condition?.(use) === true
  const concerned = (account === 'other') === (cell.client === 'gmail-other')
  return concerned && condition?.(use) !== false
}

/** The accounts for which Gmail's apps lack a feature, when a note says so. */
function accountOf(note: string): 'other' | 'google' | undefined {
  if (!/non[- ](google|gmail) account/i.test(note)) return undefined
  return /only supported with non|supported with non google accounts only/i.test(note) ? 'google' : 'other'
}

function resolved(key: string, note: string): boolean {
  return conditions[key] !== undefined || buggy(note)
}

/** Behaves differently, but is there; or depends on an account that the client does not stand for. */
function buggy(note: string): boolean {
  return note === '' || /^buggy/i.test(note) || /account/i.test(note)
}

/** All lengths of a value in pixels. */
function lengths(use: Use): number[] {
  return (use.value ?? '').split(/\s+/).flatMap((word) => pixelsOf(word, 16) ?? [])
}

