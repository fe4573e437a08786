/** A piece of HTML or MJML; pieces follow each other without gaps. Offsets count UTF-16 units. */
export type Piece = TextPiece | TagPiece | CommentPiece

interface Extent {
  start: number
  end: number
}

export interface TextPiece extends Extent {
  kind: 'text'
  /** Name of the element whose content is not markup (style, script, title, textarea) when the text is in one. */
  raw?: string
}

export interface TagPiece extends Extent {
  kind: 'open' | 'close'
  /** In lower case. */
  name: string
  attributes: Attribute[]
  selfClosing: boolean
}

export interface CommentPiece extends Extent {
  /** `declaration` is a doctype, or a conditional that every client but Outlook sees as a comment: `<![endif]`. */
  kind: 'comment' | 'declaration'
}

export interface Attribute extends Extent {
  /** As written. */
  name: string
  /** Of the value without its quotes; both equal to `end` when there is none. */
  valueStart: number
  valueEnd: number
  quote: '"' | "'" | ''
  /** Whether the closing quote is missing or something stands right after it. */
  broken: boolean
}

const rawElements = new Set(['style', 'script', 'title', 'textarea'])

/**
 * Splits HTML or MJML into tags, comments and the text between them. Never fails: what is no tag is text, and what is
 * not closed runs to the end.
 */
export function pieces(markup: string): Piece[] {
  const found: Piece[] = []
  let text = 0
  let at = markup.indexOf('<')
  while (at !== -1) {
    const piece = tagAt(markup, at)
    if (piece === undefined) {
      at = markup.indexOf('<', at + 1)
      continue
    }
    if (piece.start > text) found.push({ kind: 'text', start: text, end: piece.start })
    found.push(piece)
    text = piece.end
    if (piece.kind === 'open' && !piece.selfClosing && rawElements.has(piece.name)) {
      const close = closeOf(markup, piece.name, piece.end)
      if (close > text) found.push({ kind: 'text', start: text, end: close, raw: piece.name })
      text = close
    }
    at = markup.indexOf('<', text)
  }
  if (markup.length > text) found.push({ kind: 'text', start: text, end: markup.length })
  return found
}

function tagAt(markup: string, at: number): Piece | undefined {
  if (markup.startsWith('<!--', at)) {
    const end = markup.indexOf('-->', at + 2)
    return { kind: 'comment', start: at, end: end === -1 ? markup.length : end + 3 }
  }
  const next = markup.charCodeAt(at + 1)
  if (next === 0x21 || next === 0x3f) return { kind: 'declaration', start: at, end: after(markup, '>', at) }
  const isClose = next === 0x2f
  name.lastIndex = at + (isClose ? 2 : 1)
  const match = name.exec(markup)
  if (match === null) return undefined
  const tag = { name: match[0].toLowerCase(), start: at }
  if (isClose) return { ...tag, kind: 'close', end: after(markup, '>', at), attributes: [], selfClosing: false }
  return { ...tag, kind: 'open', ...attributesFrom(markup, name.lastIndex) }
}

const name = /[a-z][^\s/>]*/iy
const space = /[\s/]*/y
const attributeName = /[^\s=>/]+/y
const equals = /\s*=\s*/y
const bare = /[^\s>]*/y

function attributesFrom(markup: string, from: number): { attributes: Attribute[]; selfClosing: boolean; end: number } {
  const attributes: Attribute[] = []
  let at = from
  for (;;) {
    at = skip(space, markup, at)
    if (at >= markup.length) return { attributes, selfClosing: false, end: at }
    if (markup[at] === '>') return { attributes, selfClosing: markup[at - 1] === '/', end: at + 1 }
    const start = at
    at = Math.max(skip(attributeName, markup, at), start + 1)
    const attributeEnd = at
    const value = skip(equals, markup, at)
    const found: Attribute = {
      name: markup.slice(start, attributeEnd),
      start,
      end: attributeEnd,
      valueStart: attributeEnd,
      valueEnd: attributeEnd,
      quote: '',
      broken: false,
    }
    if (value > at) at = readValue(markup, value, found)
    attributes.push(found)
  }
}

/** Fills in the value of an attribute. @returns the offset after it */
function readValue(markup: string, at: number, into: Attribute): number {
  const quote = markup[at]
  if (quote === '"' || quote === "'") {
    const close = markup.indexOf(quote, at + 1)
    into.quote = quote
    into.valueStart = at + 1
    into.valueEnd = close === -1 ? markup.length : close
    into.end = Math.min(markup.length, into.valueEnd + 1)
    into.broken = close === -1 || !/[\s/>]/.test(markup[into.end] ?? ' ')
  } else {
    into.valueStart = at
    into.valueEnd = skip(bare, markup, at)
    into.end = into.valueEnd
  }
  return into.end
}

function skip(pattern: RegExp, markup: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(markup) ? pattern.lastIndex : at
}

function after(markup: string, character: string, at: number): number {
  const end = markup.indexOf(character, at)
  return end === -1 ? markup.length : end + 1
}

function closeOf(markup: string, element: string, from: number): number {
  const close = new RegExp(`</${element}(?=[\\s/>])`, 'gi')
  close.lastIndex = from
  return close.exec(markup)?.index ?? markup.length
}
