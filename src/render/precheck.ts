import { diagnostic, type Code, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { suggestion } from '../lib/suggest.ts'
import type { LineMap } from './line-map.ts'
import { pieces, type Piece, type TagPiece } from './markup.ts'
import { allMjmlTags, mjmlTags, optionalEnds, voidElements } from './mjml-tags.ts'

/** An element that is open at the place being read. */
interface Open {
  name: string
  start: number
  /** Whether HTML stands in it rather than components. */
  holdsHtml: boolean
}

/**
 * Checks expanded MJML before MJML sees it. MJML drops text between components, and everything in a component that is
 * not closed, without a finding even when it is strict; here every such place is an error that leads to the template:
 * tags that do not match (GZ-R001, GZ-R002), text where none is kept (GZ-R003), tags that do not exist (GZ-R004) and
 * attributes that are not well formed (GZ-R010).
 */
export function precheck(mjml: string, map: LineMap): Diagnostic[] {
  const check = new Check(mjml, map)
  for (const piece of pieces(mjml)) check.read(piece)
  return check.finish()
}

class Check {
  readonly #mjml: string
  readonly #map: LineMap
  readonly #open: Open[] = []
  readonly #found: Diagnostic[] = []

  constructor(mjml: string, map: LineMap) {
    this.#mjml = mjml
    this.#map = map
  }

  read(piece: Piece): void {
    switch (piece.kind) {
      case 'open':
        this.#attributes(piece)
        this.#opened(piece)
        return
      case 'close':
        this.#closed(piece)
        return
      case 'comment':
        if (this.#mjml.slice(piece.end - 3, piece.end) !== '-->') {
          this.#report('GZ-R001', piece.start, 'the comment is not closed')
        }
        return
      case 'declaration':
        return
      case 'text':
        this.#text(piece.start, piece.end)
    }
  }

  finish(): Diagnostic[] {
    for (const { name, start } of this.#open) this.#report('GZ-R001', start, `<${name}> is not closed`)
    return this.#found
  }

  #attributes(tag: TagPiece): void {
    for (const one of tag.attributes) {
      if (one.broken) {
        this.#report('GZ-R010', one.start, `the value of ${one.name} in <${tag.name}> does not end where it should`)
      } else if (one.quote === '' && one.valueEnd > one.valueStart) {
        this.#report('GZ-R010', one.start, `the value of ${one.name} in <${tag.name}> has no quotes around it`)
      }
    }
  }

  #opened(tag: TagPiece): void {
    const { name, start } = tag
    const isComponent = name === 'mjml' || name.startsWith('mj-')
    if (isComponent) this.#leaveHtml()
    if (this.#innermost()?.holdsHtml === true) {
      if (!tag.selfClosing && !voidElements.has(name)) this.#open.push({ name, start, holdsHtml: true })
      return
    }
    const holdsHtml = !mjmlTags.structure.has(name)
    if (holdsHtml && !mjmlTags.content.has(name)) this.#unknown(name, start)
    if (!tag.selfClosing) this.#open.push({ name, start, holdsHtml })
  }

  /** A component starts: whatever holds HTML and is still open should have been closed before it. */
  #leaveHtml(): void {
    while (this.#innermost()?.holdsHtml === true) {
      const left = this.#open.pop()
      if (left?.name.startsWith('mj-') === true) this.#report('GZ-R001', left.start, `<${left.name}> is not closed`)
    }
  }

  #unknown(name: string, start: number): void {
    const parent = this.#innermost()?.name
    if (name.startsWith('mj-')) {
      const hint =
        name === 'mj-include' ? 'use a partial: {{> name}}' : suggestion(name, allMjmlTags)
      this.#report('GZ-R004', start, `there is no <${name}>`, hint)
    } else {
      const where = parent === undefined ? 'outside <mjml>' : `directly in <${parent}>`
      this.#report('GZ-R004', start, `<${name}> stands ${where}`, 'put it into mj-text, mj-table or mj-raw')
    }
  }

  #closed({ name, start }: TagPiece): void {
    const depth = this.#open.findLastIndex((one) => one.name === name)
    const inRaw = this.#open.some((one) => one.name === 'mj-raw')
    const isHtml = this.#innermost()?.holdsHtml === true && !name.startsWith('mj-')
    // Raw pieces may open an element in one place and close it in another.
    if (depth === -1 || (isHtml && depth < this.#open.findLastIndex((one) => one.name.startsWith('mj-')))) {
      if (!(isHtml && inRaw) && !voidElements.has(name)) this.#report('GZ-R002', start, `</${name}> closes nothing`)
      return
    }
    for (const left of this.#open.splice(depth).slice(1)) {
      const mayStayOpen = left.holdsHtml && (optionalEnds.has(left.name) || inRaw)
      if (!mayStayOpen) this.#report('GZ-R001', left.start, `<${left.name}> is not closed`)
    }
  }

  #text(start: number, end: number): void {
    const parent = this.#innermost()
    if (parent?.holdsHtml === true) return
    const text = this.#mjml.slice(start, end)
    const first = text.search(/\S/)
    if (first === -1) return
    const excerpt = text.trim().replace(/\s+/g, ' ').slice(0, 40)
    const where = parent === undefined ? 'outside <mjml>' : `directly in <${parent.name}>`
    this.#report('GZ-R003', start + first, `the text "${excerpt}" stands ${where} and would be lost`, 'put it into mj-text')
  }

  #innermost(): Open | undefined {
    return this.#open.at(-1)
  }

  #report(code: Code, offset: number, message: string, hint?: string): void {
    const place = this.#map.placeAt(offset)
    this.#found.push(diagnostic(code, message, { ...place, ...(hint === undefined ? {} : { hint }) }))
  }
}
