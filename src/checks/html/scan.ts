import type { CommentNode, ElementNode, HtmlDocument, MarkupProblem, TextNode } from './document.ts'
import { readStartTag, type StartTag } from './tag.ts'

const voidTags = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

/** Elements whose content is text up to their own end tag. */
const textTags = new Set(['style', 'script', 'title', 'textarea', 'noscript', 'xmp', 'iframe'])

/** Elements whose end tag HTML lets an author leave out (WHATWG HTML 13.1.2.4). */
const optionalEnd = new Set('html head body p li dt dd option optgroup thead tbody tfoot tr td th colgroup rt rp #root'.split(' '))

/** Start tags that end an open element, and the elements beyond which they do not look. */
const endedBy: Record<string, { ends: ReadonlySet<string>; within: ReadonlySet<string> }> = {
  li: rule('li', 'ul ol'),
  dt: rule('dt dd', 'dl'),
  dd: rule('dt dd', 'dl'),
  option: rule('option', 'select'),
  td: rule('td th', 'tr table'),
  th: rule('td th', 'tr table'),
  tr: rule('td th tr', 'table'),
  tbody: rule('td th tr thead tbody tfoot', 'table'),
  thead: rule('td th tr thead tbody tfoot', 'table'),
  tfoot: rule('td th tr thead tbody tfoot', 'table'),
  body: rule('head', 'html'),
}

const endsParagraph = new Set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul'.split(' '),
)
const paragraph = rule('p', 'td th li div blockquote table body button')

/**
 * Reads HTML into elements, texts and comments with their places in the source, repairing what is left open much as
 * a browser does. Conditional comments stay comments; see conditional.ts for what Outlook sees instead.
 */
export function scanHtml(source: string): HtmlDocument {
  const root: ElementNode = { kind: 'element', tag: '#root', attributes: [], start: 0, openEnd: 0, closeStart: source.length, end: source.length, parent: undefined, children: [], index: -1 }
  const scan = new Scan(source, root)
  let position = 0
  while (position < source.length) position = scan.step(position)
  scan.finish()
  return { source, root, elements: scan.elements, problems: scan.problems }
}

class Scan {
  readonly elements: ElementNode[] = []
  readonly problems: MarkupProblem[] = []
  readonly #source: string
  #current: ElementNode

  constructor(source: string, root: ElementNode) {
    this.#source = source
    this.#current = root
  }

  /** Reads one token at `at` and returns the offset after it. */
  step(at: number): number {
    const source = this.#source
    if (source[at] !== '<') return this.#text(at, indexOrEnd(source, '<', at))
    const next = source[at + 1] ?? ''
    if (source.startsWith('<!--', at)) return this.#comment(at, afterComment(source, at))
    if (next === '!' || next === '?') return this.#comment(at, after(source, '>', at))
    if (next === '/') return this.#endTag(at)
    const tag = readStartTag(source, at)
    return tag === undefined ? this.#text(at, indexOrEnd(source, '<', at + 1)) : this.#startTag(tag, at)
  }

  /** Closes what the source left open. */
  finish(): void {
    while (this.#current.parent !== undefined) this.#leave(this.#source.length)
  }

  #text(start: number, end: number): number {
    const last = this.#current.children.at(-1)
    if (last?.kind === 'text') last.end = end
    else this.#current.children.push({ kind: 'text', start, end, parent: this.#current } satisfies TextNode)
    return end
  }

  #comment(start: number, end: number): number {
    this.#current.children.push({ kind: 'comment', start, end, parent: this.#current } satisfies CommentNode)
    return end
  }

  #startTag(tag: StartTag, start: number): number {
    this.#endImplied(tag.tag, start)
    const element: ElementNode = {
      kind: 'element',
      tag: tag.tag,
      attributes: tag.attributes,
      start,
      openEnd: tag.end,
      closeStart: tag.end,
      end: tag.end,
      parent: this.#current,
      children: [],
      index: this.elements.length,
    }
    this.elements.push(element)
    this.#current.children.push(element)
    if (voidTags.has(tag.tag) || (tag.selfClosing && (tag.tag.includes(':') || tag.tag.startsWith('mj-')))) return tag.end
    this.#current = element
    if (!textTags.has(tag.tag)) return tag.end
    const close = closeTagAt(this.#source, tag.tag, tag.end)
    if (close > tag.end) this.#text(tag.end, close)
    return close
  }

  #endImplied(tag: string, at: number): void {
    const rules = [endedBy[tag], endsParagraph.has(tag) ? paragraph : undefined]
    for (const implied of rules) {
      if (implied === undefined) continue
      let outer: ElementNode | undefined = this.#current
      let last: ElementNode | undefined
      while (outer !== undefined && !implied.within.has(outer.tag)) {
        if (implied.ends.has(outer.tag)) last = outer
        outer = outer.parent
      }
      if (last !== undefined) this.#leaveThrough(last, at)
    }
  }

  #endTag(start: number): number {
    const source = this.#source
    const end = after(source, '>', start)
    const tag = /^[a-zA-Z][^\s/>]*/.exec(source.slice(start + 2, Math.min(end, start + 66)))?.[0].toLowerCase()
    if (tag === undefined) return this.#comment(start, end)
    let open: ElementNode | undefined = this.#current
    while (open !== undefined && open.tag !== tag) open = open.parent
    if (open === undefined || open.parent === undefined) {
      if (!voidTags.has(tag)) this.problems.push({ kind: 'stray', tag, start, element: this.#current })
      return end
    }
    while (this.#current !== open) this.#leave(start)
    open.closeStart = start
    open.end = end
    this.#current = open.parent
    return end
  }

  /** Ends the current element without an end tag. */
  #leave(at: number): void {
    const element = this.#current
    element.closeStart = at
    element.end = at
    if (!optionalEnd.has(element.tag)) this.problems.push({ kind: 'unclosed', tag: element.tag, start: element.start, element })
    if (element.parent !== undefined) this.#current = element.parent
  }

  #leaveThrough(last: ElementNode, at: number): void {
    while (this.#current !== last) this.#leave(at)
    this.#leave(at)
  }
}

function rule(ends: string, within: string): { ends: ReadonlySet<string>; within: ReadonlySet<string> } {
  return { ends: new Set(ends.split(' ')), within: new Set(within.split(' ')) }
}

function indexOrEnd(source: string, text: string, from: number): number {
  const found = source.indexOf(text, from)
  return found === -1 ? source.length : found
}

function after(source: string, text: string, from: number): number {
  const found = source.indexOf(text, from)
  return found === -1 ? source.length : found + text.length
}

/** `<!-->` and `<!--->` are whole comments (WHATWG HTML 13.2.5.43). */
function afterComment(source: string, at: number): number {
  const short = /^<!--(-?>)/.exec(source.slice(at, at + 6))
  return short === null ? after(source, '-->', at + 4) : at + short[0].length
}

function closeTagAt(source: string, tag: string, from: number): number {
  const pattern = new RegExp(`</${tag}(?=[\\s/>])`, 'gi')
  pattern.lastIndex = from
  return pattern.exec(source)?.index ?? source.length
}
