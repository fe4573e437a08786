import type { ElementNode } from '../html/document.ts'
import { ancestorsOf, valueOf } from '../html/query.ts'
import type { Declaration } from '../css/sheet.ts'
import { valueFeatures } from './css-features.ts'
import type { Use } from './uses.ts'

/** Values without which an element looks just the same. */
const noEffect = /^(0(px|%|em)?(\s+0(px|%|em)?){0,3}|auto|normal|none|inherit|initial|static|visible|start|left|left top|top left)$/

/**
 * Whether the author has provided for clients that lack a feature, or its absence changes nothing: an earlier
 * declaration, an attribute that says the same, a table around it for Outlook, or a value without effect.
 */
export function hasFallback(use: Use): boolean {
  const value = use.value?.toLowerCase() ?? ''
  if (use.conditional) return true
  if (use.kind === 'property' && noEffect.test(value)) return true
  if (earlierValue(use)) return true
  return rules[use.slug]?.(use, value) === true
}

/** `width: 600px; width: calc(…)`: clients that drop the second keep the first. */
function earlierValue(use: Use): boolean {
  const { property, slug, kind } = use
  if (property === undefined) return false
  const competing = property === 'background-image' ? ['background', 'background-color', 'background-image'] : [property, property === 'background' ? 'background-color' : property]
  return earlier(use).some((declaration) => {
    if (!competing.includes(declaration.property)) return false
    return kind !== 'value' || !valueFeatures(declaration.property, declaration.value).some((feature) => feature.slug === slug)
  })
}

/** Declarations that stand before a use in its block. */
function earlier({ block, order }: Use): readonly Declaration[] {
  return block?.slice(0, order) ?? []
}

type Rule = (use: Use, value: string) => boolean

const sized: Rule = ({ element }, value) =>
  valueOf(element, 'width') !== undefined || value === '100%' || insideFixedCell(element)

const backed: Rule = (use, value) =>
  insideVml(use.element) ||
  valueOf(use.element, 'bgcolor') !== undefined ||
  /#[0-9a-f]{3,6}\b/.test(value.replace(/\([^)]*\)/g, '')) ||
  use.block?.some(({ property }) => property === 'background-color') === true

const rules: Record<string, Rule> = {
  'css-max-width': sized,
  'css-width': sized,
  'css-height': ({ element }, value) => valueOf(element, 'height') !== undefined || value === 'auto' || value === '100%',
  'css-margin': ({ element }, value) => !value.includes('-') && centred(element),
  'css-padding': (use) => paddedCell(use.element) || isList(use.element) || isSpaced(use.element) || isBare(use),
  'css-float': ({ element }) => valueOf(element, 'align') !== undefined,
  'css-background': backed,
  'css-background-image': backed,
  'css-linear-gradient': backed,
  'css-radial-gradient': backed,
  'css-conic-gradient': backed,
  'html-background': ({ element }) => valueOf(element, 'bgcolor') !== undefined,
  'css-display-none': ({ block }) => block?.some(({ property }) => property === 'mso-hide') === true,
  'html-picture': ({ element }) => element.children.some((child) => child.kind === 'element' && child.tag === 'img'),
  'css-text-align': ({ element }) => valueOf(element, 'align') !== undefined,
}

/** A table or cell with a width of its own around the element, as templates draw one for Outlook. */
function insideFixedCell(element: ElementNode): boolean {
  for (const parent of ancestorsOf(element)) {
    if (parent.tag !== 'td' && parent.tag !== 'table') continue
    if (/^\d/.test(valueOf(parent, 'width') ?? '') || /width:\s*\d+px/.test(valueOf(parent, 'style') ?? '')) return true
  }
  return false
}

function centred(element: ElementNode): boolean {
  if (valueOf(element, 'align') === 'center') return true
  for (const parent of ancestorsOf(element)) {
    if (parent.tag === 'center' || valueOf(parent, 'align') === 'center' || /text-align:\s*center/.test(valueOf(parent, 'style') ?? '')) return true
    if (parent.tag === 'td') return insideFixedCell(element)
  }
  return false
}

/** A button: Word takes the padding from `mso-padding-alt` of its cell. */
function paddedCell(element: ElementNode): boolean {
  for (const parent of ancestorsOf(element)) {
    if (parent.tag === 'td') return /mso-padding-alt|padding(-\w+)?:/.test(valueOf(parent, 'style') ?? '')
  }
  return false
}

/** Lists indent by themselves in Word. */
function isList(element: ElementNode): boolean {
  return ['ul', 'ol', 'li', 'blockquote', 'body', 'html'].includes(element.tag)
}

/** Inline boxes that `mso-` properties or borders space out. */
function isSpaced(element: ElementNode): boolean {
  return /mso-(padding|text-raise|border)/.test(valueOf(element, 'style') ?? '')
}

/** A link in a line of text that has no colour or border of its own: its padding only makes it easier to hit. */
function isBare({ element, block, value }: Use): boolean {
  if (element.tag !== 'a' || block === undefined || block.some(({ property }) => /^(background|border|outline)/.test(property))) return false
  const [top = '0', right = top, , left = right] = (value ?? '').split(/\s+/)
  return noEffect.test(right) && noEffect.test(left)
}

function insideVml(element: ElementNode): boolean {
  for (const parent of ancestorsOf(element)) if (parent.tag.startsWith('v:')) return true
  return element.children.some((child) => child.kind === 'element' && child.tag.startsWith('v:'))
}
