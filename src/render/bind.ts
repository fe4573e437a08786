import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import type { BoundSlot, BoundText, SlotContext, SlotRequest } from '../model/stencil.ts'
import { pieces, type Attribute, type Piece } from './markup.ts'

export interface Bound {
  value: BoundText
  diagnostics: Diagnostic[]
}

/**
 * Cuts the slots out of finished HTML and finds out where each stands, which decides how its value is escaped. A slot
 * that a template asked for once may stand in several places, because MJML repeats some attributes for Outlook.
 *
 * @returns GZ-R006 for slots in CSS, in comments that are no markup for Outlook, in names of tags and attributes, and in
 *   attributes without quotes or that run as scripts; GZ-R007 for slots that MJML lost
 */
export function bindHtml(html: string, slots: readonly SlotRequest[]): Bound {
  return bindWith(html, slots, (places) => contextsIn(html, places))
}

/** Cuts the slots out of the plain-text part. */
export function bindText(text: string, slots: readonly SlotRequest[]): Bound {
  return bindWith(text, slots, (places) => places.map(() => 'plain'))
}

interface SlotPlace {
  start: number
  end: number
  slot: SlotRequest
}

function bindWith(
  text: string,
  slots: readonly SlotRequest[],
  contextsOf: (places: readonly SlotPlace[]) => string[],
): Bound {
  const places = placesOf(text, slots)
  const contexts = contextsOf(places)
  const diagnostics: Diagnostic[] = []
  const bound: BoundText = { segments: [], slots: [] }
  let from = 0
  for (const [index, { start, end, slot }] of places.entries()) {
    const context = contexts[index] ?? 'text'
    if (!isContext(context)) {
      diagnostics.push(diagnostic('GZ-R006', `the field ${slot.field} stands in ${context}`, { ...slot.place }))
      continue
    }
    bound.segments.push(text.slice(from, start))
    bound.slots.push(boundSlot(slot, context))
    from = end
  }
  bound.segments.push(text.slice(from))
  for (const slot of slots) {
    if (places.some((place) => place.slot === slot)) continue
    diagnostics.push(diagnostic('GZ-R007', `the field ${slot.field} is not in the rendered message`, { ...slot.place }))
  }
  return { value: bound, diagnostics }
}

function boundSlot({ field, default: fallback }: SlotRequest, context: SlotContext): BoundSlot {
  return { field, context, ...(fallback === undefined ? {} : { default: fallback }) }
}

function placesOf(text: string, slots: readonly SlotRequest[]): SlotPlace[] {
  return slots
    .flatMap((slot) => {
      const places: SlotPlace[] = []
      for (let at = text.indexOf(slot.token); at !== -1; at = text.indexOf(slot.token, at + 1)) {
        places.push({ start: at, end: at + slot.token.length, slot })
      }
      return places
    })
    .sort((a, b) => a.start - b.start)
}

const contexts = new Set<string>(['text', 'attribute', 'url', 'url-part', 'plain', 'header'])

function isContext(word: string): word is SlotContext {
  return contexts.has(word)
}

/** For each place its context, or in words what stands there when it may not vary. */
function contextsIn(html: string, places: readonly SlotPlace[]): string[] {
  const all = pieces(html)
  let index = 0
  return places.map(({ start, end }) => {
    while ((all[index]?.end ?? Infinity) <= start) index++
    const piece = all[index]
    return piece === undefined ? 'text' : contextIn(html, piece, start, end)
  })
}

function contextIn(html: string, piece: Piece, start: number, end: number): string {
  switch (piece.kind) {
    case 'text':
      return piece.raw === 'style' ? 'CSS' : piece.raw === 'script' ? 'a script' : 'text'
    case 'comment':
      return contextInComment(html.slice(piece.start, piece.end), start - piece.start, end - piece.start)
    case 'declaration':
      return 'a declaration'
    case 'close':
      return 'the name of a tag'
    case 'open': {
      const found = piece.attributes.find((one) => one.start <= start && end <= one.end)
      return found === undefined ? 'the name of a tag' : contextInAttribute(html, found, start, end)
    }
  }
}

/** What Outlook reads as markup is bound as markup. Every escaper writes `>` as an entity: none can end the comment. */
function contextInComment(comment: string, start: number, end: number): string {
  const condition = /^<!--\[if [^\]]*\]>/.exec(comment)
  if (condition === null) return 'a comment'
  const inner = comment.slice(condition[0].length)
  const from = start - condition[0].length
  const piece = pieces(inner).find((one) => one.start <= from && from < one.end)
  return piece === undefined ? 'a comment' : contextIn(inner, piece, from, end - condition[0].length)
}

const addresses = new Set(['href', 'src', 'background', 'action', 'cite', 'poster'])

function contextInAttribute(html: string, found: Attribute, start: number, end: number): string {
  const name = found.name.toLowerCase()
  if (start < found.valueStart || found.valueStart === found.valueEnd) return 'the name of an attribute'
  if (found.quote === '') return 'an attribute without quotes'
  if (name === 'style') return 'CSS'
  if (name.startsWith('on') || name === 'srcset') return `the attribute ${name}`
  if (!addresses.has(name)) return 'attribute'
  // At the beginning it could choose the scheme, whatever follows.
  return html.slice(found.valueStart, start).trim() === '' && end <= found.valueEnd ? 'url' : 'url-part'
}
