import type { Issue, Story } from '../model/issue.ts'
import { black, type Colour, white } from './css/colour.ts'
import { Looks } from './css/computed.ts'
import { flatten, type FlatRule, InlineStyles, type StyleSheet, styleSheetsOf } from './css/styles.ts'
import type { ElementNode, HtmlDocument } from './html/document.ts'
import { closest, valueOf } from './html/query.ts'
import { scanHtml } from './html/scan.ts'

/** Width at which the looks of text are judged. */
const width = 800

/** A dark screen of a client that follows the message's own styles. */
const night: Colour = { red: 18, green: 18, blue: 18, alpha: 1 }

/** Views of the HTML of an issue that are made once, when somebody first asks. */
export class MessageContext {
  readonly html: string
  readonly issue: Issue
  readonly #made = new Map<string, unknown>()

  constructor(issue: Issue, html: string) {
    this.issue = issue
    this.html = html
  }

  get document(): HtmlDocument {
    return this.once('document', () => scanHtml(this.html))
  }

  get inline(): InlineStyles {
    return this.once('inline', () => new InlineStyles(this.document))
  }

  get sheets(): readonly StyleSheet[] {
    return this.once('sheets', () => styleSheetsOf(this.document))
  }

  get rules(): readonly FlatRule[] {
    return this.once('rules', () => flatten(this.sheets))
  }

  /** How elements look on a light screen. */
  get light(): Looks {
    return this.once('light', () => this.#looks(false, black, white))
  }

  /** How elements look on a dark screen with the message's own dark styles; nothing when it has none. */
  get dark(): Looks | undefined {
    return this.once('dark', () => {
      const authored = this.rules.some((rule) => rule.media?.some((query) => /prefers-color-scheme\s*:\s*dark/i.test(query)) === true)
      if (!authored) return undefined
      const able = /color-scheme[^>;}]*dark/i.test(this.html)
      return able ? this.#looks(true, white, night) : this.#looks(true, black, white)
    })
  }

  /** The stories in the order of the issue. */
  get stories(): readonly Story[] {
    const { lead, sections } = this.issue
    return this.once('stories', () => [...(lead === undefined ? [] : [lead]), ...sections.flatMap((section) => section.stories)])
  }

  /** Whether nobody sees an element. */
  isHidden(element: ElementNode): boolean {
    return closest(element, (one) => valueOf(one, 'hidden') !== undefined) !== undefined || this.light.of(element).hidden
  }

  #looks(dark: boolean, colour: Colour, background: Colour): Looks {
    return new Looks(this.document, this.rules, this.inline, { width, dark }, { colour, background })
  }

  /** The value of a name, made when it is first asked for. */
  protected once<T>(name: string, make: () => T): T {
    if (!this.#made.has(name)) this.#made.set(name, make())
    return this.#made.get(name) as T
  }
}
