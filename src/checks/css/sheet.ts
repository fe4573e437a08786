/** One `property: value` of a style sheet or a style attribute. Offsets count from the start of the HTML document. */
export interface Declaration {
  /** In lower case, custom properties as written. */
  property: string
  /** Without `!important`, comments as written, ends trimmed. */
  value: string
  important: boolean
  start: number
  end: number
}

export interface StyleRule {
  kind: 'rule'
  /** What stands before the brace, trimmed. */
  selector: string
  declarations: Declaration[]
  /** Rules nested in it. */
  rules: CssNode[]
  start: number
  /** After the closing brace. */
  end: number
}

export interface AtRule {
  kind: 'at'
  /** Without the `@`, in lower case. */
  name: string
  /** What stands between the name and the brace or semicolon. */
  prelude: string
  rules: CssNode[]
  declarations: Declaration[]
  start: number
  end: number
}

export type CssNode = StyleRule | AtRule

/**
 * Reads a style sheet into rules with their places, following the error recovery of CSS Syntax Level 3: what cannot
 * be read is passed over up to the next semicolon or block.
 *
 * @param base offset of the text in the document
 */
export function scanSheet(css: string, base = 0): CssNode[] {
  return new SheetScan(css, base).sheet()
}

/** Reads the declarations of a style attribute. */
export function scanDeclarations(css: string, base = 0): Declaration[] {
  return new SheetScan(css, base).block().declarations
}

class SheetScan {
  readonly #css: string
  readonly #base: number
  #at = 0

  constructor(css: string, base: number) {
    this.#css = css
    this.#base = base
  }

  /** All rules; closing braces too many are passed over. */
  sheet(): CssNode[] {
    const rules: CssNode[] = []
    while (this.#at < this.#css.length) {
      rules.push(...this.block().rules)
      this.#at++
    }
    return rules
  }

  /** The content of a block up to its closing brace, or of the whole sheet. */
  block(): { rules: CssNode[]; declarations: Declaration[] } {
    const rules: CssNode[] = []
    const declarations: Declaration[] = []
    while (this.#skipSpace()) {
      const start = this.#at
      if (this.#css[start] === '}') break
      const end = this.#untilAny('{;}')
      const head = this.#css.slice(start, end)
      const stop = this.#css[end]
      if (head.startsWith('@')) rules.push(this.#atRule(head, start, stop))
      else if (stop === '{' && !isCustomProperty(head)) rules.push(this.#rule(head, start))
      else {
        this.#at = stop === '{' ? this.#declarationEnd(end) : end
        const declaration = readDeclaration(this.#css.slice(start, this.#at), this.#base + start)
        if (declaration !== undefined) declarations.push(declaration)
        if (this.#css[this.#at] === ';') this.#at++
      }
    }
    return { rules, declarations }
  }

  #rule(head: string, start: number): StyleRule {
    const { rules, declarations } = this.#body()
    return { kind: 'rule', selector: withoutComments(head).trim(), declarations, rules, start: this.#base + start, end: this.#base + this.#at }
  }

  #atRule(head: string, start: number, stop: string | undefined): AtRule {
    const [, name = '', prelude = ''] = /^@([\w-]*)([\s\S]*)$/.exec(withoutComments(head)) ?? []
    let content: { rules: CssNode[]; declarations: Declaration[] } = { rules: [], declarations: [] }
    if (stop === '{') content = this.#body()
    else if (stop === ';') this.#at++
    return { kind: 'at', name: name.toLowerCase(), prelude: prelude.trim(), ...content, start: this.#base + start, end: this.#base + this.#at }
  }

  /** A block in braces; the position is at the opening one. */
  #body(): { rules: CssNode[]; declarations: Declaration[] } {
    this.#at++
    const content = this.block()
    if (this.#css[this.#at] === '}') this.#at++
    return content
  }

  /** End of a custom property's value, which may hold braces. */
  #declarationEnd(at: number): number {
    let depth = 0
    this.#at = at
    for (;;) {
      const end = this.#untilAny('{;}')
      const found = this.#css[end]
      if (found === '{') depth++
      else if (found === '}' && depth > 0) depth--
      else if (found === undefined || depth === 0) return end
      this.#at = end + 1
    }
  }

  /** Passes over white space, comments, stray semicolons and the `<!--` `-->` of old sheets; false at the end. */
  #skipSpace(): boolean {
    const skip = /(?:[\s;]|\/\*[\s\S]*?(?:\*\/|$)|<!--|-->)*/y
    skip.lastIndex = this.#at
    this.#at += skip.exec(this.#css)?.[0].length ?? 0
    return this.#at < this.#css.length
  }

  /** Moves to the first of the characters that is not in a string, comment, bracket or escape. */
  #untilAny(stops: string): number {
    const css = this.#css
    let depth = 0
    let at = this.#at
    while (at < css.length) {
      const character = css.charAt(at)
      if (depth === 0 && stops.includes(character)) break
      if (character === '\\') at++
      else if (character === '"' || character === "'") at = endOfString(css, at)
      else if (character === '/' && css[at + 1] === '*') at = endOfComment(css, at) - 1
      else if (character === '(' || character === '[') depth++
      else if (character === ')' || character === ']') depth = Math.max(0, depth - 1)
      // A bracket that is never closed must not swallow the rest of the sheet.
      else if (character === '}' && depth > 0) break
      at++
    }
    this.#at = Math.min(at, css.length)
    return this.#at
  }
}

function isCustomProperty(head: string): boolean {
  return /^--[\w-]*\s*:/.test(head)
}

function readDeclaration(text: string, start: number): Declaration | undefined {
  const colon = text.indexOf(':')
  if (colon === -1) return undefined
  const name = withoutComments(text.slice(0, colon)).trim()
  if (!/^[*_]?-{0,2}[a-zA-Z][\w-]*$/.test(name)) return undefined
  const written = text.slice(colon + 1)
  const value = written.replace(/\s*!\s*important\s*$/i, '').trim()
  return {
    property: name.startsWith('--') ? name : name.toLowerCase(),
    value,
    important: written.trim().length > value.length && /!\s*important\s*$/i.test(written),
    start,
    end: start + text.trimEnd().length,
  }
}

function withoutComments(text: string): string {
  return text.includes('/*') ? text.replaceAll(/\/\*[\s\S]*?(\*\/|$)/g, ' ') : text
}

/** Offset of the closing quote, or of the line end that breaks the string off. */
function endOfString(css: string, at: number): number {
  const quote = css[at]
  let end = at + 1
  while (end < css.length && css[end] !== quote && css[end] !== '\n') end += css[end] === '\\' ? 2 : 1
  return end
}

function endOfComment(css: string, at: number): number {
  const found = css.indexOf('*/', at + 2)
  return found === -1 ? css.length : found + 2
}
