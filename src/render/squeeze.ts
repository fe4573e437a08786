import { pieces, type Piece, type TagPiece } from './markup.ts'
import { squeezeCss, squeezeDeclarations } from './squeeze-css.ts'

/**
 * Takes the white space out of finished HTML that no client shows, and attributes that say nothing. What a reader
 * sees, the content of `<pre>`, `<textarea>` and of elements with `white-space: pre`, and comments, above all
 * Outlook's conditional ones, stay byte for byte. Squeezing twice changes nothing more.
 */
export function squeeze(html: string): string {
  const all = pieces(html)
  let out = ''
  let kept: { name: string; depth: number } | undefined
  for (const [index, piece] of all.entries()) {
    const source = html.slice(piece.start, piece.end)
    if (kept !== undefined) {
      out += source
      kept = stillKept(kept, piece)
    } else if (piece.kind === 'text' && piece.raw !== undefined) {
      out += squeezeRaw(source, piece.raw)
    } else if (piece.kind === 'text') {
      out += squeezeText(source, edge(all, index, -1), edge(all, index, 1))
    } else if (piece.kind === 'open') {
      out += squeezeTag(html, piece)
      if (keepsSpace(html, piece)) kept = { name: piece.name, depth: 1 }
    } else {
      out += piece.kind === 'close' ? source.replace(/\s+>$/, '>') : source
    }
  }
  return `${out.trim()}\n`
}

/** What borders on a text: an element that starts a new line or a cell, or something in the line itself. */
type Edge = 'block' | 'inline'

/** Elements beside whose tags white space is never shown. */
const blocks = new Set(
  `html head body title meta link style script base div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption colgroup
  col thead tbody tfoot tr td th blockquote hr pre br section article header footer main nav aside figure figcaption
  address center form fieldset`.split(/\s+/),
)

function edge(all: readonly Piece[], index: number, step: 1 | -1): Edge {
  for (let at = index + step; ; at += step) {
    const piece = all[at]
    if (piece === undefined || piece.kind === 'declaration') return 'block'
    if (piece.kind === 'text') return 'inline'
    if (piece.kind === 'open' || piece.kind === 'close') return blocks.has(piece.name) ? 'block' : 'inline'
  }
}

function squeezeText(text: string, before: Edge, after: Edge): string {
  // A line break keeps the lines of the message short; it is the same as a space to a reader.
  let squeezed = text.replace(/[ \t\r\n\f]+/g, (run) => (run.includes('\n') ? '\n' : ' '))
  if (before === 'block') squeezed = squeezed.replace(/^[ \n]/, '')
  if (after === 'block') squeezed = squeezed.replace(/[ \n]$/, '')
  return squeezed
}

function squeezeRaw(text: string, element: string): string {
  if (element === 'style') return squeezeCss(text)
  return element === 'title' ? text.replace(/\s+/g, ' ').trim() : text
}

/** Attributes that mean the same empty as absent. */
const droppedWhenEmpty = new Set(
  ['class', 'style', 'id', 'title', 'width', 'height', 'bgcolor', 'align', 'valign', 'background'],
)

function squeezeTag(html: string, tag: TagPiece): string {
  if (html[tag.end - 1] !== '>') return html.slice(tag.start, tag.end)
  let out = `<${html.slice(tag.start + 1, tag.start + 1 + tag.name.length)}`
  for (const one of tag.attributes) {
    const value = html.slice(one.valueStart, one.valueEnd)
    const name = one.name.toLowerCase()
    if (one.quote === '') {
      out += ` ${html.slice(one.start, one.end)}`
    } else if (value.trim() !== '' || !droppedWhenEmpty.has(name)) {
      out += ` ${one.name}=${one.quote}${name === 'style' ? squeezeDeclarations(value) : value}${one.quote}`
    }
  }
  return `${out}${tag.selfClosing ? '/>' : '>'}`
}

function keepsSpace(html: string, tag: TagPiece): boolean {
  if (tag.selfClosing) return false
  if (tag.name === 'pre' || tag.name === 'textarea') return true
  const style = tag.attributes.find((one) => one.name.toLowerCase() === 'style')
  return style !== undefined && /white-space\s*:\s*(pre|break-spaces)/i.test(html.slice(style.valueStart, style.valueEnd))
}

function stillKept(kept: { name: string; depth: number }, piece: Piece): { name: string; depth: number } | undefined {
  if ((piece.kind !== 'open' && piece.kind !== 'close') || piece.name !== kept.name) return kept
  const depth = kept.depth + (piece.kind === 'close' ? -1 : piece.selfClosing ? 0 : 1)
  return depth === 0 ? undefined : { ...kept, depth }
}
