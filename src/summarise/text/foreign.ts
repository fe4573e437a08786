/** Elements whose content is no running text: it goes with the tags. */
const emptied = new Set(
  'script style pre table figure figcaption nav form iframe svg noscript video audio picture object template head select textarea button math'.split(' '),
)
/** Elements that end a paragraph. */
const blocks = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset footer h1 h2 h3 h4 h5 h6 header hr html li main ol p section summary tbody td tfoot th thead tr ul'.split(' '),
)
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label link mark meta q rp rt ruby s samp small span strike strong sub sup time tt u var wbr br'.split(' '),
)
/** Paired tags of other systems whose content is code, a picture or a table. */
const emptiedTags = /^(highlight|prism|code|codeblock|figure|caption|gallery|mermaid|math|comment|css|javascript|table|shortcode|embed|gist)$/i

/** Where a span of another system's markup may begin. */
const opening = /`+|<!--|<(\/?)([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])|\{\{|\{%|\[(\/?)(caption|gallery|embed|video|audio|playlist|code|sourcecode|contact-form[a-z0-9-]*|vc_[a-z_]+|et_pb_[a-z_]+)(?=[\s\]])/g

/**
 * Takes out what is not the article's own text: HTML tags, comments, and the tags of template engines and
 * shortcodes (Liquid, Nunjucks, Hugo, WordPress). Code spans stay as they are. A tag that ends a paragraph becomes a
 * blank line.
 *
 * Runs in linear time: no pattern looks for an end that may not be there.
 */
export function withoutForeignMarkup(text: string): string {
  const ends = new EndFinder(text)
  let output = ''
  let position = 0
  opening.lastIndex = 0
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const start = match.index
    const found = foreignSpan(text, match, ends)
    if (found === undefined) continue
    output += text.slice(position, start) + found.replacement
    position = found.end
    opening.lastIndex = position
  }
  return output + text.slice(position)
}

interface Span {
  end: number
  replacement: string
}

function foreignSpan(text: string, match: RegExpExecArray, ends: EndFinder): Span | undefined {
  const start = match.index
  const mark = match[0]
  if (mark.startsWith('`')) return codeSpan(text, start, mark.length)
  if (mark === '<!--') {
    const end = ends.after('-->', start)
    return end === undefined ? undefined : { end, replacement: ' ' }
  }
  if (mark === '{{' || mark === '{%') return templateTag(text, start, mark, ends)
  if (mark.startsWith('[')) return shortcode(start, match, ends)
  return element(text, start, match, ends)
}

/** A code span ends at the next run of as many backticks, within its paragraph. */
function codeSpan(text: string, start: number, length: number): Span | undefined {
  const limit = text.indexOf('\n\n', start)
  const stop = limit === -1 ? text.length : limit
  for (let at = text.indexOf('`', start + length); at !== -1 && at < stop; ) {
    let run = at
    while (text[run] === '`') run++
    if (run - at === length) return { end: run, replacement: text.slice(start, run) }
    at = text.indexOf('`', run)
  }
  return undefined
}

function templateTag(text: string, start: number, mark: string, ends: EndFinder): Span | undefined {
  const end = ends.after(mark === '{{' ? '}}' : '%}', start)
  // A tag is short; an opening brace that is never closed is text.
  if (end === undefined || end - start > 2000) return undefined
  const name = /^\{[{%][<%-]?\s*([\w-]+)/.exec(text.slice(start, Math.min(end, start + 60)))?.[1]
  if (name !== undefined && emptiedTags.test(name)) {
    const close = new RegExp(`\\{[{%][<%-]?\\s*(end${name}|/\\s*${name})\\b[^}]*\\}+`, 'i')
    const rest = text.slice(end, end + 50_000)
    const closing = close.exec(rest)
    if (closing !== null) return { end: end + closing.index + closing[0].length, replacement: ' ' }
  }
  return { end, replacement: '' }
}

function shortcode(start: number, match: RegExpExecArray, ends: EndFinder): Span | undefined {
  const end = ends.after(']', start)
  if (end === undefined) return undefined
  const closing = match[3] === '/' ? undefined : ends.after(`[/${match[4] ?? ''}]`, end)
  return { end: closing ?? end, replacement: ' ' }
}

function element(text: string, start: number, match: RegExpExecArray, ends: EndFinder): Span | undefined {
  const name = (match[2] ?? '').toLowerCase()
  const known = emptied.has(name) || blocks.has(name) || inline.has(name) || name.includes('-')
  if (!known) return undefined
  const end = tagEnd(text, start)
  if (end === undefined) return undefined
  if (emptied.has(name) && match[1] !== '/' && text[end - 2] !== '/') {
    const close = ends.after(`</${name}`, end)
    const closed = close === undefined ? undefined : tagEnd(text, close)
    if (closed !== undefined) return { end: closed, replacement: '\n\n' }
  }
  return { end, replacement: name === 'br' ? ' ' : inline.has(name) ? '' : '\n\n' }
}

/** Behind the `>` of a tag, quoted attributes passed over; a tag longer than any real one is text. */
function tagEnd(text: string, start: number): number | undefined {
  const limit = Math.min(text.length, start + 4000)
  let quote = ''
  for (let at = start; at < limit; at++) {
    const character = text.charAt(at)
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '>') {
      return at + 1
    } else if (character === '<' && at > start) {
      return undefined
    } else if ((character === '"' || character === "'") && text[at - 1] === '=') {
      quote = character
    }
  }
  return undefined
}

/** Finds ends of spans, and remembers which do not occur any more, so that no search is done twice in vain. */
class EndFinder {
  readonly #text: string
  readonly #lower: string
  readonly #absent = new Map<string, number>()

  constructor(text: string) {
    this.#text = text
    const lower = text.toLowerCase()
    // Lower case can change the length of a text, and then its offsets are of no use.
    this.#lower = lower.length === text.length ? lower : text
  }

  /** Offset behind the next `end` at or after `from`. */
  after(end: string, from: number): number | undefined {
    const known = this.#absent.get(end)
    if (known !== undefined && from >= known) return undefined
    const haystack = end.startsWith('<') || end.startsWith('[') ? this.#lower : this.#text
    const at = haystack.indexOf(end, from)
    if (at !== -1) return at + end.length
    this.#absent.set(end, from)
    return undefined
  }
}
