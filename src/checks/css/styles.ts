import type { ElementNode, HtmlDocument } from '../html/document.ts'
import { attributeOf, valueOf } from '../html/query.ts'
import { type CssNode, type Declaration, scanDeclarations, scanSheet } from './sheet.ts'
import { type Compound, parseSelectors, type Selector } from './selector.ts'

/** A style element with its rules. */
export interface StyleSheet {
  element: ElementNode
  text: string
  nodes: CssNode[]
}

/** A rule with its selectors read and the at-rules around it, the outermost first. */
export interface FlatRule {
  selectors: Selector[]
  declarations: Declaration[]
  /** Preludes of the `@media` rules around it; nothing when another at-rule encloses it. */
  media: string[] | undefined
  sheet: StyleSheet
  start: number
  end: number
}

/** Reads the style elements of a document. */
export function styleSheetsOf(document: HtmlDocument): StyleSheet[] {
  return document.elements
    .filter((element) => element.tag === 'style')
    .map((element) => {
      const text = document.source.slice(element.openEnd, element.closeStart)
      return { element, text, nodes: scanSheet(text, element.openEnd) }
    })
}

/** All style rules of the sheets, in their order, nested ones after the rule around them. */
export function flatten(sheets: readonly StyleSheet[]): FlatRule[] {
  const rules: FlatRule[] = []
  const visit = (nodes: readonly CssNode[], media: string[] | undefined, sheet: StyleSheet): void => {
    for (const node of nodes) {
      if (node.kind === 'at') {
        visit(node.rules, node.name === 'media' && media !== undefined ? [...media, node.prelude] : undefined, sheet)
      } else {
        rules.push({ selectors: parseSelectors(node.selector), declarations: node.declarations, media, sheet, start: node.start, end: node.end })
        visit(node.rules, undefined, sheet)
      }
    }
  }
  for (const sheet of sheets) {
    const media = valueOf(sheet.element, 'media')
    visit(sheet.nodes, media === undefined ? [] : [media], sheet)
  }
  return rules
}

/** The declarations of style attributes; equal attributes are read once. */
export class InlineStyles {
  readonly #known = new Map<string, Declaration[]>()
  readonly #document: HtmlDocument

  constructor(document: HtmlDocument) {
    this.#document = document
  }

  /** Declarations of an element's style attribute; offsets count from the start of the attribute's value. */
  of(element: ElementNode): readonly Declaration[] {
    const attribute = attributeOf(element, 'style')
    if (attribute === undefined) return []
    const text = this.#document.source.slice(attribute.valueStart, attribute.valueEnd)
    let declarations = this.#known.get(text)
    if (declarations === undefined) {
      // References such as &quot; do not change where a declaration begins enough to matter for its place.
      declarations = scanDeclarations(text.includes('&') ? attribute.value : text)
      this.#known.set(text, declarations)
    }
    return declarations
  }
}

/** The rules that could mean an element, found by the last part of their selectors. */
export class RuleIndex {
  readonly #byKey = new Map<string, { selector: Selector; rule: FlatRule; order: number }[]>()

  constructor(rules: readonly FlatRule[]) {
    rules.forEach((rule, order) => {
      for (const selector of rule.selectors) {
        const key = keyOf(selector.compounds.at(-1))
        const entries = this.#byKey.get(key)
        if (entries === undefined) this.#byKey.set(key, [{ selector, rule, order }])
        else entries.push({ selector, rule, order })
      }
    })
  }

  /** Candidates for an element; each selector is still to be matched. */
  *candidates(element: ElementNode, classes: readonly string[]): Generator<{ selector: Selector; rule: FlatRule; order: number }> {
    for (const key of ['*', element.tag, ...classes.map((name) => `.${name}`)]) yield* this.#byKey.get(key) ?? []
    const id = attributeOf(element, 'id')?.value
    if (id !== undefined) yield* this.#byKey.get(`#${id}`) ?? []
  }
}

function keyOf(compound: Compound | undefined): string {
  if (compound?.id !== undefined) return `#${compound.id}`
  const name = compound?.classes[0]
  if (name !== undefined) return `.${name}`
  return compound?.type ?? '*'
}
