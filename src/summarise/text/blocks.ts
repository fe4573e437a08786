/** A run of lines that belong together, before its inline marks are resolved. */
export interface Block {
  kind: 'prose' | 'quote' | 'item'
  lines: string[]
}

const fence = /^ {0,3}(`{3,}|~{3,})/
const heading = /^ {0,3}#{1,6}(?:\s|$)/
const rule = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/
const underline = /^ {0,3}(?:=+|-{2,})\s*$/
const marker = /^(\s{0,12})(?:[-*+•◦‣▪●]|\d{1,3}[.)])\s+(?=\S)/
const quote = /^ {0,3}> ?/
const definition = /^ {0,3}\[[^\]\n]{1,300}\]:\s*\S/
const note = /^ {0,3}\[\^[^\]\n]{1,100}\]:/
const tableRow = /^\s*\|.*\|\s*$|^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$/
/** Lines that only systems read: attributes, tables of contents, containers, abbreviations, imports. */
const machinery =
  /^\s*(?:\{:.*\}|\{\.[\w\s.-]+\}|\[\[?_?toc_?\]?\]|:{3,}.*|\*\[[^\]]{1,60}\]:.*|@\w+\([^)]*\)|import\s.+\sfrom\s+['"].*|export\s+(?:const|default)\s.*|\\(?:newpage|pagebreak))\s*$/i

/**
 * Splits Markdown or plain text into paragraphs, quotations and list items. Headings, code, tables, rules, link
 * definitions and footnotes are left out.
 *
 * @param text line ends are line feeds
 */
export function blocksOf(text: string): Block[] {
  const scanner = new Scanner()
  const lines = text.split('\n')
  for (let index = skipFrontMatter(lines); index < lines.length; index++) scanner.line(lines[index] ?? '')
  return scanner.finish()
}

/** Line after a block of front matter, or 0. */
function skipFrontMatter(lines: readonly string[]): number {
  const mark = lines[0]?.trimEnd()
  if (mark !== '---' && mark !== '+++') return 0
  const end = lines.slice(1, 400).findIndex((line) => line.trimEnd() === mark)
  return end > 0 && /^[\w-]+\s*[:=]/.test(lines[1] ?? '') ? end + 2 : 0
}

class Scanner {
  readonly #blocks: Block[] = []
  #current: Block | undefined
  /** The fence that has to be closed. */
  #fence = ''
  /** Inside a footnote or an indented block of code. */
  #skipping = false
  #afterBlank = true

  line(line: string): void {
    if (this.#inFence(line)) return
    if (line.trim() === '') {
      this.#flush()
      this.#afterBlank = true
      return
    }
    const afterBlank = this.#afterBlank
    this.#afterBlank = false
    if (this.#skipping && /^(?: {2,}|\t)/.test(line)) return
    this.#skipping = false
    this.#text(line, afterBlank)
  }

  finish(): Block[] {
    this.#flush()
    return this.#blocks
  }

  #inFence(line: string): boolean {
    const mark = fence.exec(line)?.[1]
    if (this.#fence !== '') {
      if (mark?.startsWith(this.#fence) === true && line.trim() === mark) this.#fence = ''
      return true
    }
    if (mark === undefined) return false
    this.#flush()
    this.#fence = mark
    return true
  }

  #text(line: string, afterBlank: boolean): void {
    const current = this.#current
    if (underline.test(line) && current !== undefined && current.lines.join(' ').length <= 120) {
      this.#current = undefined
    } else if (heading.test(line) || rule.test(line) || underline.test(line) || machinery.test(line) || tableRow.test(line)) {
      this.#flush()
    } else if (note.test(line)) {
      this.#flush()
      this.#skipping = true
    } else if (definition.test(line)) {
      this.#flush()
    } else if (quote.test(line)) {
      this.#quoted(line.replace(quote, ''))
    } else if (marker.test(line)) {
      this.#start('item', line.replace(marker, '').replace(/^\[[ xX]\]\s+/, ''))
    } else if (afterBlank && /^(?: {4}|\t)/.test(line) && this.#blocks.at(-1)?.kind !== 'item' && !looksLikeProse(line)) {
      this.#skipping = true
    } else if (current === undefined) {
      this.#start('prose', line)
    } else {
      current.lines.push(line)
    }
  }

  #quoted(line: string): void {
    // `> [!NOTE]` and the like: the kind of a call-out is no text of the article.
    if (/^\s*\[![A-Za-z]+\]/.test(line) || line.trim() === '' || heading.test(line)) {
      this.#flush()
    } else if (marker.test(line)) {
      this.#start('item', line.replace(marker, ''))
    } else if (this.#current?.kind === 'quote') {
      this.#current.lines.push(line.replace(/^(?:> ?)+/, ''))
    } else {
      this.#start('quote', line.replace(/^(?:> ?)+/, ''))
    }
  }

  #start(kind: Block['kind'], line: string): void {
    this.#flush()
    this.#current = { kind, lines: [line] }
  }

  #flush(): void {
    if (this.#current !== undefined) this.#blocks.push(...divided(this.#current))
    this.#current = undefined
  }
}

function looksLikeProse(line: string): boolean {
  return /[.!?…]["'”’)]?\s*$/.test(line) && line.trim().split(/\s+/).length >= 6 && !/[{};=]|\(\)/.test(line)
}

/**
 * Extracted text has a line for every paragraph, Markdown breaks its lines where they get too long. The lines stay
 * together when each is about as long as it could be, and otherwise where a line does not end like a sentence and
 * the next goes on in lower case.
 */
function divided(block: Block): Block[] {
  if (block.lines.length === 1) return [block]
  const lines = block.lines.map((line) => line.trim())
  const longest = Math.max(...lines.map((line) => line.length))
  let wrapped = 0
  for (const [index, line] of lines.slice(0, -1).entries()) {
    const next = /^\S*/.exec(lines[index + 1] ?? '')?.[0].length ?? 0
    if (line.length + 1 + next >= longest * 0.9) wrapped++
  }
  if (longest <= 160 && wrapped >= (lines.length - 1) * 0.6) return [{ kind: block.kind, lines }]
  const parts: Block[] = []
  for (const line of lines) {
    const last = parts.at(-1)
    if (last !== undefined && continues(last.lines.at(-1) ?? '', line)) last.lines.push(line)
    else parts.push({ kind: block.kind, lines: [line] })
  }
  return parts
}

function continues(before: string, line: string): boolean {
  if (/[.!?…。！？]["'”’»)\]]*$/.test(before)) return false
  return /^\p{Ll}/u.test(line) || /[,;–—-]$/.test(before)
}
