import type { ElementNode } from '../html/document.ts'
import { valueOf } from '../html/query.ts'

/** One part of a selector between combinators, such as `a.button:hover`. */
export interface Compound {
  /** How it relates to the part before it; a space for a descendant. Empty for the first. */
  combinator: '' | ' ' | '>' | '+' | '~'
  /** In lower case; `*` for the universal selector. */
  type?: string
  id?: string
  classes: string[]
  attributes: { name: string; operator?: string; value?: string }[]
  /** Pseudo-classes and elements without colons, arguments included: `hover`, `nth-child(2)`. */
  pseudos: string[]
}

export interface Selector {
  text: string
  compounds: Compound[]
  /** Comparable number: ids, then classes and their like, then types. */
  specificity: number
}

const token = /\s*([>+~])\s*|\s+|\*|#((?:[\w-]|\\.|[^\x00-\x7f])+)|\.((?:[\w-]|\\.|[^\x00-\x7f])+)|\[([^\]]*)\]|::?([\w-]+(?:\([^)]*\))?)|((?:[\w-]|\\.|[^\x00-\x7f])+)|&/gy

/** The selectors of a list. Parts that cannot be read are left out. */
export function parseSelectors(list: string): Selector[] {
  return splitList(list).flatMap((text) => parseSelector(text.trim()) ?? [])
}

function parseSelector(text: string): Selector | undefined {
  if (text === '') return undefined
  const compounds: Compound[] = []
  let current: Compound | undefined
  let combinator: Compound['combinator'] = ''
  const part = (): Compound => {
    if (current === undefined) {
      current = { combinator, classes: [], attributes: [], pseudos: [] }
      compounds.push(current)
    }
    return current
  }
  token.lastIndex = 0
  while (token.lastIndex < text.length) {
    const found = token.exec(text)
    if (found === null) return undefined
    const [all, sign, id, className, attribute, pseudo, type] = found
    if (sign !== undefined || all.trim() === '') {
      current = undefined
      combinator = (sign ?? ' ') as Compound['combinator']
    } else if (all === '*') part().type = '*'
    else if (id !== undefined) part().id = id
    else if (className !== undefined) part().classes.push(className)
    else if (attribute !== undefined) part().attributes.push(readAttribute(attribute))
    else if (pseudo !== undefined) part().pseudos.push(pseudo.toLowerCase())
    else if (type !== undefined) part().type = type.toLowerCase()
    else part()
  }
  return compounds.length === 0 ? undefined : { text, compounds, specificity: specificityOf(compounds) }
}

/** Whether an element is one the selector means. Dynamic pseudo-classes and pseudo-elements never match. */
export function matches(element: ElementNode, selector: Selector): boolean {
  return matchesFrom(element, selector.compounds, selector.compounds.length - 1)
}

function matchesFrom(element: ElementNode, compounds: readonly Compound[], at: number): boolean {
  const compound = compounds[at]
  if (compound === undefined || !matchesCompound(element, compound)) return false
  if (at === 0) return true
  const rest = (candidate: ElementNode | undefined): boolean =>
    candidate?.parent !== undefined && matchesFrom(candidate, compounds, at - 1)
  if (compound.combinator === '>') return rest(element.parent)
  if (compound.combinator === '+') return rest(siblingsBefore(element).at(-1))
  if (compound.combinator === '~') return siblingsBefore(element).some(rest)
  for (let parent = element.parent; parent !== undefined; parent = parent.parent) if (rest(parent)) return true
  return false
}

function matchesCompound(element: ElementNode, compound: Compound): boolean {
  if (compound.type !== undefined && compound.type !== '*' && compound.type !== element.tag) return false
  if (compound.id !== undefined && valueOf(element, 'id') !== compound.id) return false
  if (compound.classes.length > 0) {
    const own = classesOf(element)
    if (!compound.classes.every((name) => own.includes(name))) return false
  }
  return compound.attributes.every((attribute) => matchesAttribute(element, attribute)) && compound.pseudos.every((pseudo) => matchesPseudo(element, pseudo))
}

/** The classes of an element. */
export function classesOf(element: ElementNode): string[] {
  const value = valueOf(element, 'class')
  return value === undefined ? [] : value.split(/\s+/).filter((name) => name !== '')
}

function matchesAttribute(element: ElementNode, wanted: Compound['attributes'][number]): boolean {
  const actual = valueOf(element, wanted.name)
  if (actual === undefined) return false
  const value = wanted.value ?? ''
  switch (wanted.operator) {
    case '=':
      return actual === value
    case '~=':
      return actual.split(/\s+/).includes(value)
    case '|=':
      return actual === value || actual.startsWith(`${value}-`)
    case '^=':
      return value !== '' && actual.startsWith(value)
    case '$=':
      return value !== '' && actual.endsWith(value)
    case '*=':
      return value !== '' && actual.includes(value)
    case undefined:
    default:
      return true
  }
}

function matchesPseudo(element: ElementNode, pseudo: string): boolean {
  const siblings = element.parent?.children.filter((node) => node.kind === 'element') ?? []
  if (pseudo === 'root') return element.tag === 'html'
  if (pseudo === 'link' || pseudo === 'any-link') return element.tag === 'a' && valueOf(element, 'href') !== undefined
  if (pseudo === 'first-child') return siblings[0] === element
  if (pseudo === 'last-child') return siblings.at(-1) === element
  if (pseudo === 'only-child') return siblings.length === 1
  const not = /^not\((.*)\)$/.exec(pseudo)
  return not !== null && !parseSelectors(not[1] ?? '').some((selector) => matches(element, selector))
}

function siblingsBefore(element: ElementNode): ElementNode[] {
  const siblings = element.parent?.children.filter((node) => node.kind === 'element') ?? []
  return siblings.slice(0, siblings.indexOf(element))
}

function readAttribute(text: string): Compound['attributes'][number] {
  const [, name = '', operator, value = ''] = /^\s*([\w-]+)\s*(?:([~|^$*]?=)\s*("[^"]*"|'[^']*'|[^\s]*)\s*[iIsS]?\s*)?$/.exec(text) ?? []
  return operator === undefined ? { name: name.toLowerCase() } : { name: name.toLowerCase(), operator, value: value.replaceAll(/^["']|["']$/g, '') }
}

function specificityOf(compounds: readonly Compound[]): number {
  let total = 0
  for (const compound of compounds) {
    if (compound.id !== undefined) total += 10_000
    total += 100 * (compound.classes.length + compound.attributes.length + compound.pseudos.length)
    if (compound.type !== undefined && compound.type !== '*') total += 1
  }
  return total
}

/** Splits a selector list at its commas outside brackets. */
function splitList(list: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < list.length; at++) {
    const character = list[at]
    if (character === '(' || character === '[') depth++
    else if (character === ')' || character === ']') depth--
    else if (character === ',' && depth === 0) {
      parts.push(list.slice(start, at))
      start = at + 1
    }
  }
  return [...parts, list.slice(start)]
}
