import { childrenOf, isElement, isText, type PageElement, type PageNode } from '../page/dom.ts'
import { escapeDestination, escapeMarkdown } from './escape.ts'

/** A stretch of text with one set of marks. */
interface Segment {
  text: string
  strong: boolean
  emphasis: boolean
  code: boolean
  href?: string | undefined
}

/** Gives the absolute address of a link, or undefined when it leads nowhere that a reader can go. */
export type Resolve = (href: string) => string | undefined

const plain: Segment = { text: '', strong: false, emphasis: false, code: false }
const lineBreak = '\u2028'

/** The Markdown of an element's text with its links, emphasis and code; pictures are left out. */
export function inlineMarkdown(element: PageElement, resolve: Resolve): string {
  const segments: Segment[] = []
  collect(element, plain, segments, resolve)
  return emitLinks(tidy(segments)).replaceAll(/ *\u2028 */g, '  \n').trim()
}

function collect(node: PageNode, marks: Segment, segments: Segment[], resolve: Resolve): void {
  for (const child of childrenOf(node)) {
    if (isText(child)) segments.push({ ...marks, text: child.textContent ?? '' })
    else if (!isElement(child)) continue
    else if (child.tagName === 'BR') segments.push({ ...plain, href: marks.href, text: lineBreak })
    else if (child.tagName === 'Q') collectQuote(child, marks, segments, resolve)
    else collect(child, withMarks(child, marks, resolve), segments, resolve)
  }
}

function collectQuote(element: PageElement, marks: Segment, segments: Segment[], resolve: Resolve): void {
  segments.push({ ...marks, text: '“' })
  collect(element, marks, segments, resolve)
  segments.push({ ...marks, text: '”' })
}

function withMarks(element: PageElement, marks: Segment, resolve: Resolve): Segment {
  switch (element.tagName) {
    case 'STRONG':
    case 'B':
      return { ...marks, strong: true }
    case 'EM':
    case 'I':
    case 'CITE':
    case 'DFN':
      return { ...marks, emphasis: true }
    case 'CODE':
    case 'KBD':
    case 'SAMP':
    case 'TT':
      return { ...marks, code: true }
    case 'A': {
      const href = element.getAttribute('href')
      return { ...marks, href: href === null ? undefined : resolve(href) }
    }
    default:
      return marks
  }
}

/** Collapses white space across segments, moves it out of marks, and joins neighbours with the same marks. */
function tidy(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = []
  let afterSpace = true
  const push = (segment: Segment): void => {
    const last = result.at(-1)
    if (last !== undefined && sameMarks(last, segment)) last.text += segment.text
    else result.push({ ...segment })
  }
  for (const segment of segments) {
    const collapsed = segment.text.replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '').replace(/[^\S\u2028]+/g, ' ')
    const text = afterSpace ? collapsed.replace(/^ /, '') : collapsed
    if (text === '') continue
    afterSpace = /[ \u2028]$/.test(text)
    const [, before = '', core = '', after = ''] = /^( ?)(.*?)( ?)$/su.exec(text) ?? []
    if (before !== '') push({ ...plain, href: segment.href, text: before })
    if (core !== '') push({ ...segment, text: core })
    if (after !== '') push({ ...plain, href: segment.href, text: after })
  }
  return result
}

function sameMarks(a: Segment, b: Segment): boolean {
  return a.strong === b.strong && a.emphasis === b.emphasis && a.code === b.code && a.href === b.href
}

function emitLinks(segments: readonly Segment[]): string {
  let output = ''
  for (let start = 0; start < segments.length; ) {
    const href = segments[start]?.href
    let end = start + 1
    while (end < segments.length && segments[end]?.href === href) end++
    const inner = segments.slice(start, end).map((segment, index, all) => emit(segment, all[index - 1], all[index + 1])).join('')
    output += href === undefined ? inner : link(inner, href)
    start = end
  }
  return output
}

function link(inner: string, href: string): string {
  const text = inner.replaceAll(lineBreak, ' ')
  const core = text.trim()
  if (core === '') return text
  const label = core.replace(/(?<!\\)[[\]]/g, '\\$&')
  return `${text.startsWith(' ') ? ' ' : ''}[${label}](${escapeDestination(href)})${text.endsWith(' ') ? ' ' : ''}`
}

function emit(segment: Segment, before: Segment | undefined, after: Segment | undefined): string {
  const { text } = segment
  if (text.trim() === '' || text === lineBreak) return text
  if (segment.code) return codeSpan(text)
  const mark = `${segment.strong ? '**' : ''}${segment.emphasis ? '*' : ''}`
  const escaped = escapeMarkdown(text)
  if (mark === '' || !canMark(text, before?.text, after?.text)) return escaped
  return `${mark}${escaped}${mark.split('').toReversed().join('')}`
}

/** CommonMark's rule of flanking: a mark between a letter and a sign of punctuation stays a mere asterisk. */
function canMark(text: string, before = ' ', after = ' '): boolean {
  const opens = !(/^[\p{P}\p{S}]/u.test(text) && /[\p{L}\p{N}]$/u.test(before))
  const closes = !(/[\p{P}\p{S}]$/u.test(text) && /^[\p{L}\p{N}]/u.test(after))
  return opens && closes
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  const pad = /^`|`$/.test(text) ? ' ' : ''
  return `${fence}${pad}${text}${pad}${fence}`
}
