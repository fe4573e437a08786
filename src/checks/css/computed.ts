import type { ElementNode, HtmlDocument } from '../html/document.ts'
import { valueOf } from '../html/query.ts'
import { blend, type Colour, findColour, parseColour } from './colour.ts'
import { mediaHolds, type Screen } from './media.ts'
import { classesOf, matches } from './selector.ts'
import type { Declaration } from './sheet.ts'
import { type FlatRule, type InlineStyles, RuleIndex } from './styles.ts'
import { boldOf, fontSizeOf, hides, type LineHeight, lineHeightOf } from './text-style.ts'

/** What a reader sees of an element, as far as the rules ask. Sizes in CSS pixels. */
export interface Look {
  colour: Colour
  /** What stands behind the element's text; nothing when a picture does. */
  background: Colour | undefined
  fontSize: number
  lineHeight: LineHeight | undefined
  bold: boolean
  textAlign: string
  hidden: boolean
  /** The element whose style or attribute sets the text's colour. */
  colourFrom: ElementNode | undefined
}

/** Colours of a message that sets none. */
export interface Canvas {
  colour: Colour
  background: Colour
}

interface Entry {
  look: Look
  /** Winning declarations. */
  style: ReadonlyMap<string, string>
}

/** Properties that some rule asks about; style rules without any of them need not be matched. */
const asked = new Set(
  'color background background-color background-image font-size line-height font-weight text-align display visibility overflow max-height height min-height width opacity object-fit padding padding-top padding-bottom mso-hide mso-padding-alt'.split(' '),
)

function matters(declaration: Declaration): boolean {
  return asked.has(declaration.property)
}

const link = { light: { red: 0, green: 0, blue: 238, alpha: 1 }, dark: { red: 158, green: 158, blue: 255, alpha: 1 } }

/** Works out the looks of elements: style sheets, style attributes, presentational attributes, inheritance. */
export class Looks {
  readonly #index: RuleIndex
  readonly #inline: InlineStyles
  readonly #screen: Screen
  readonly #root: Look
  readonly #known = new Map<ElementNode, Entry>()

  constructor(document: HtmlDocument, rules: readonly FlatRule[], inline: InlineStyles, screen: Screen, canvas: Canvas) {
    const asks = (rule: FlatRule): boolean => rule.media?.every((query) => mediaHolds(query, screen)) === true && rule.declarations.some(matters)
    this.#index = new RuleIndex(rules.filter(asks))
    this.#inline = inline
    this.#screen = screen
    this.#root = { ...canvas, fontSize: 16, lineHeight: undefined, bold: false, textAlign: 'start', hidden: false, colourFrom: undefined }
    this.#known.set(document.root, { look: this.#root, style: new Map() })
  }

  of(element: ElementNode): Look {
    return this.#entry(element).look
  }

  /** The winning declarations of an element, shorthands as they stand; `background` counts as `background-color`. */
  styleOf(element: ElementNode): ReadonlyMap<string, string> {
    return this.#entry(element).style
  }

  #entry(element: ElementNode): Entry {
    const path: ElementNode[] = []
    let known: Entry | undefined
    for (let one: ElementNode | undefined = element; one !== undefined; one = one.parent) {
      known = this.#known.get(one)
      if (known !== undefined) break
      path.push(one)
    }
    let entry = known ?? { look: this.#root, style: new Map() }
    for (const one of path.toReversed()) {
      const style = this.#cascade(one)
      entry = { look: this.#look(one, style, entry.look), style }
      this.#known.set(one, entry)
    }
    return entry
  }

  #look(element: ElementNode, style: ReadonlyMap<string, string>, parent: Look): Look {
    const own = readColour(style.get('color') ?? colourAttribute(element))
    const plainLink = own === undefined && !style.has('color') && element.tag === 'a' && valueOf(element, 'href') !== undefined
    const colour = plainLink ? (this.#screen.dark ? link.dark : link.light) : own
    const fontSize = fontSizeOf(element, style.get('font-size'), parent.fontSize)
    return {
      colour: colour ?? parent.colour,
      colourFrom: colour === undefined ? parent.colourFrom : element,
      background: backgroundOf(element, style, parent.background),
      fontSize,
      lineHeight: lineHeightOf(style.get('line-height'), fontSize, parent.lineHeight),
      bold: boldOf(element, style.get('font-weight'), parent.bold),
      textAlign: style.get('text-align') ?? valueOf(element, 'align') ?? parent.textAlign,
      hidden: parent.hidden || hides(style),
    }
  }

  #cascade(element: ElementNode): ReadonlyMap<string, string> {
    const winners = new Map<string, { value: string; rank: number }>()
    for (const { selector, rule, order } of this.#index.candidates(element, classesOf(element))) {
      if (matches(element, selector)) apply(winners, rule.declarations, selector.specificity * 100_000 + order)
    }
    apply(winners, this.#inline.of(element), 1e12)
    return new Map([...winners].map(([property, winner]) => [property, winner.value]))
  }
}

/** Important declarations beat all others; among equals the last one wins. */
function apply(winners: Map<string, { value: string; rank: number }>, declarations: readonly Declaration[], rank: number): void {
  for (const declaration of declarations) {
    const own = rank + (declaration.important ? 1e14 : 0)
    const property = declaration.property === 'background' ? 'background-color' : declaration.property
    const held = winners.get(property)
    if (held === undefined || own >= held.rank) winners.set(property, { value: declaration.value, rank: own })
  }
}

function readColour(value: string | undefined): Colour | undefined {
  const colour = value === undefined ? undefined : parseColour(value)
  return colour === undefined || colour.alpha === 0 ? undefined : colour
}

function colourAttribute(element: ElementNode): string | undefined {
  if (element.tag === 'font') return valueOf(element, 'color')
  return element.tag === 'body' ? valueOf(element, 'text') : undefined
}

function backgroundOf(element: ElementNode, style: ReadonlyMap<string, string>, behind: Colour | undefined): Colour | undefined {
  const value = style.get('background-color') ?? valueOf(element, 'bgcolor')
  const colour = value === undefined ? undefined : findColour(value)
  if (colour !== undefined && colour.alpha > 0) {
    if (colour.alpha < 1 && behind === undefined) return undefined
    return blend(colour, behind ?? colour)
  }
  const picture = /url\(|gradient\(/i.test(`${style.get('background-image') ?? ''} ${value ?? ''}`) || valueOf(element, 'background') !== undefined
  return picture ? undefined : behind
}
