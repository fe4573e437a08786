/** A stretch of HTML source of one kind. */
export interface Token {
  kind: 'text' | 'tag' | 'name' | 'value' | 'comment'
  text: string
}

/** One line of source with its parts. */
export interface SourceLine {
  /** Offset in the HTML. */
  start: number
  indent: number
  tokens: Token[]
}

const piece = /<!--[\s\S]*?-->|<!doctype[^>]*>|<\/?[a-zA-Z][^\s/>]*(?:"[^"]*"|'[^']*'|[^"'>])*>|[^<]+|</gi

const empty = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i

/** The source as it is, by lines. */
export function exactLines(html: string): SourceLine[] {
  const lines: SourceLine[] = [{ start: 0, indent: 0, tokens: [] }]
  let at = 0
  for (const token of tokens(html)) {
    for (const [index, text] of token.text.split('\n').entries()) {
      if (index > 0) lines.push({ start: ++at, indent: 0, tokens: [] })
      if (text !== '') lines.at(-1)?.tokens.push({ kind: token.kind, text })
      at += text.length
    }
  }
  return lines
}

/** The source laid out for reading: each element on a line of its own, as deep as it stands. White space is not kept. */
export function laidOutLines(html: string): SourceLine[] {
  const lines: SourceLine[] = []
  let depth = 0
  for (const { 0: part, index: start } of html.matchAll(piece)) {
    let at = start
    const closing = /^<\//.test(part)
    const opening = /^<[a-z]/i.test(part)
    if (closing) depth = Math.max(0, depth - 1)
    for (const text of part.split('\n')) {
      const trimmed = text.trim()
      if (trimmed !== '') lines.push({ start: at, indent: depth, tokens: tokens(trimmed, part) })
      at += text.length + 1
    }
    if (opening && !part.endsWith('/>') && !empty.test(/^<([^\s/>]+)/.exec(part)?.[1] ?? '')) depth++
  }
  return lines
}

/** Number of the line, from 1, that holds an offset of the HTML. */
export function lineAt(lines: readonly SourceLine[], offset: number): number {
  return lines.findLastIndex((line) => line.start <= offset) + 1
}

/** @param whole what the text was cut from, when a line of a comment alone would not be known as one */
function tokens(html: string, whole = html): Token[] {
  if (whole.startsWith('<!')  && !html.startsWith('<!doctype') && whole !== html) return [{ kind: 'comment', text: html }]
  return [...html.matchAll(piece)].flatMap(([part]): Token[] => {
    if (part.startsWith('<!')) return [{ kind: 'comment', text: part }]
    if (!/^<\/?[a-z]/i.test(part)) return [{ kind: 'text', text: part }]
    return [...part.matchAll(/^<\/?[^\s/>]+|\/?>$|\s+|[^\s=>"']+(?==)|=|"[^"]*"|'[^']*'|[^\s=>]+/g)].map(([text], index): Token => {
      if (index === 0 || text === '>' || text === '/>') return { kind: 'tag', text }
      if (/^["']/.test(text)) return { kind: 'value', text }
      return { kind: text === '=' || text.trim() === '' ? 'text' : 'name', text }
    })
  })
}
