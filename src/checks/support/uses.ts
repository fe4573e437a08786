import type { Attribute, ElementNode, HtmlDocument } from '../html/document.ts'
import { valueOf } from '../html/query.ts'
import type { CssNode, Declaration } from '../css/sheet.ts'
import { type Compound, parseSelectors, type Selector } from '../css/selector.ts'
import type { InlineStyles, StyleSheet } from '../css/styles.ts'
import { atRuleRows, combinatorRow, propertyRow, pseudoRow, valueFeatures } from './css-features.ts'
import { attributeRow, elementRow, imageRow } from './html-features.ts'

export type UseKind = 'property' | 'value' | 'at-rule' | 'selector' | 'element' | 'attribute' | 'image'

/** One use of a feature in a message. */
export interface Use {
  slug: string
  kind: UseKind
  /** As an author writes it. */
  label: string
  /** The element that has the style, the attribute or the tag; the style element for style sheets. */
  element: ElementNode
  property?: string
  value?: string
  important?: boolean
  /** The declarations of the block that this one stands in, and its number there. */
  block?: readonly Declaration[]
  order?: number
  /** The selector's compound or the whole selector, for selectors. */
  compound?: Compound
  /** Inside `@media` or another at-rule, which only some clients are meant to read. */
  conditional: boolean
  /** In a style sheet and not in a style attribute. */
  sheet: boolean
  start: number
  end: number
}

/**
 * The features that a document uses, with their places.
 *
 * @param question which uses the caller asks about
 */
export function usesOf(document: HtmlDocument, inline: InlineStyles, sheets: readonly StyleSheet[], question: Question = everything): Use[] {
  const collector = new Collector(question)
  for (const element of document.elements) {
    // Elements with a colon in their name are VML and Office markup, which only Word reads.
    if (!element.tag.includes(':')) collector.element(element, inline)
  }
  for (const sheet of sheets) collector.nodes(sheet.nodes, sheet.element, false)
  return collector.uses
}

/** Which uses somebody asks about. Asked in two steps, because most uses are of rows that nobody asks about. */
export interface Question {
  row: (slug: string) => boolean
  /** May depend on the use and the element's tag, and on nothing else of the element. */
  use: (use: Use) => boolean
}

const everything: Question = { row: () => true, use: () => true }

type At = Pick<Use, 'conditional' | 'sheet'>

const inlineStyle: At = { conditional: false, sheet: false }

class Collector {
  readonly uses: Use[] = []
  readonly #question: Question
  /** Equal style attributes on equal tags share their declarations, and so their uses. */
  readonly #inline = new Map<string, Map<readonly Declaration[], Use[]>>()

  constructor(question: Question) {
    this.#question = question
  }

  element(element: ElementNode, inline: InlineStyles): void {
    const slug = isData(element) ? undefined : elementRow(element.tag, valueOf(element, 'type'))
    if (slug !== undefined && this.#question.row(slug) && (element.tag !== 'link' || /stylesheet/i.test(valueOf(element, 'rel') ?? ''))) {
      this.#add({ ...inlineStyle, element, slug, kind: 'element', label: `<${element.tag}>`, start: element.start, end: element.openEnd })
    }
    for (const attribute of element.attributes) {
      if (attribute.name === 'style') this.#style(inline.of(element), element, attribute.valueStart)
      else this.#attribute(attribute, element)
    }
  }

  #attribute({ name, value, start, end }: Attribute, element: ElementNode): void {
    const row = attributeRow(name)
    if (row !== undefined && this.#question.row(row)) this.#add({ ...inlineStyle, element, value, start, end, slug: row, kind: 'attribute', label: name })
    const format = name === 'src' && element.tag === 'img' ? imageRow(value) : undefined
    if (format === undefined) return
    this.#add({ ...inlineStyle, element, value, start, end, slug: format, kind: 'image', label: format.slice('image-'.length) })
  }

  #style(declarations: readonly Declaration[], element: ElementNode, base: number): void {
    let byBlock = this.#inline.get(element.tag)
    if (byBlock === undefined) {
      byBlock = new Map()
      this.#inline.set(element.tag, byBlock)
    }
    let uses = byBlock.get(declarations)
    if (uses === undefined) {
      uses = this.#declarations(declarations, element, inlineStyle)
      byBlock.set(declarations, uses)
    }
    for (const use of uses) this.uses.push({ ...use, element, start: use.start + base, end: use.end + base })
  }

  #declarations(declarations: readonly Declaration[], element: ElementNode, at: At): Use[] {
    const uses: Use[] = []
    for (const [order, declaration] of declarations.entries()) {
      for (const { slug, kind, label } of rowsOf(declaration)) {
        if (!this.#question.row(slug)) continue
        const { property, value, important, start, end } = declaration
        const use: Use = { ...at, element, block: declarations, order, property, value, important, start, end, slug, kind, label }
        if (this.#question.use(use)) uses.push(use)
      }
    }
    return uses
  }

  nodes(nodes: readonly CssNode[], element: ElementNode, conditional: boolean): void {
    const at = { element, conditional, sheet: true }
    for (const node of nodes) {
      const { start, end } = node
      if (node.kind === 'at') {
        for (const slug of atRuleRows(node.name, node.prelude)) {
          this.#add({ ...at, slug, kind: 'at-rule', label: labelOf(slug, node.name), value: node.prelude, start, end })
        }
        this.nodes(node.rules, element, true)
      } else {
        for (const selector of parseSelectors(node.selector)) this.#selector(selector, { ...at, start, end: start + selector.text.length })
        this.uses.push(...this.#declarations(node.declarations, element, { conditional, sheet: true }))
        if (node.rules.length > 0) this.#add({ ...at, slug: 'css-nesting', kind: 'selector', label: 'nested rules', start, end })
        this.nodes(node.rules, element, true)
      }
    }
  }

  #selector(selector: Selector, at: At & Pick<Use, 'element' | 'start' | 'end'>): void {
    if (isClientHook(selector.text)) return
    for (const compound of selector.compounds) {
      for (const { slug, label } of selectorRows(selector, compound)) {
        this.#add({ ...at, slug, kind: 'selector', label, value: selector.text, compound })
      }
    }
  }

  #add(use: Use): void {
    if (this.#question.row(use.slug) && this.#question.use(use)) this.uses.push(use)
  }
}

/** Whether an element only carries data, which some clients read and no reader sees. */
function isData(element: ElementNode): boolean {
  return element.tag === 'script' && /^application\/(ld\+)?json$/i.test(valueOf(element, 'type') ?? '')
}

/** The rows of a declaration: that of its property, those of its value. */
function rowsOf({ property, value, important }: Declaration): Pick<Use, 'slug' | 'kind' | 'label'>[] {
  const rows: Pick<Use, 'slug' | 'kind' | 'label'>[] = []
  const row = propertyRow(property)
  if (row !== undefined) rows.push({ slug: row, kind: 'property', label: property })
  for (const feature of valueFeatures(property, value)) rows.push({ ...feature, kind: 'value' })
  if (important) rows.push({ slug: 'css-important', kind: 'value', label: '!important' })
  return rows
}

function selectorRows(selector: Selector, compound: Compound): { slug: string; label: string }[] {
  const rows: { slug: string | undefined; label: string }[] = [{ slug: combinatorRow(compound.combinator), label: selector.text }]
  if (compound.attributes.length > 0) rows.push({ slug: 'css-selector-attribute', label: selector.text })
  if (compound.classes.length > 1) rows.push({ slug: 'css-selector-chaining', label: selector.text })
  if (compound.type === '*') rows.push({ slug: 'css-selector-universal', label: '*' })
  for (const pseudo of compound.pseudos) rows.push({ slug: pseudoRow(pseudo), label: `:${pseudo}` })
  return rows.flatMap(({ slug, label }) => (slug === undefined ? [] : [{ slug, label }]))
}

function labelOf(slug: string, name: string): string {
  return slug === 'css-at-media' || !slug.startsWith('css-at-media-') ? `@${name}` : `@media (${slug.slice('css-at-media-'.length)})`
}

/** Selectors that name a client's own markup are meant for that client alone. */
const hooks = /\[(data-og|owa|x-apple)|\.(moz-text-html|ExternalClass|ReadMsgBody|yshortcuts|gmail|ii|mcnPreview)\b|#(outlook|MessageViewBody|MessageWebViewDiv|msgBody)|^u\s*\+|\.aolmail/i

/** Whether a selector aims at one client's own markup. */
export function isClientHook(selector: string): boolean {
  return hooks.test(selector)
}
