import { Parser } from 'htmlparser2'
import { canonicalNames } from './namespaces.ts'
import { ruptures } from './recovery.ts'

/** An element of a feed or an outline. */
export interface XmlElement {
  /** Lower case, with the usual prefix of its namespace: `title`, `content:encoded`, `dc:date`. */
  name: string
  /** By lower-case name. */
  attributes: Readonly<Record<string, string>>
  children: XmlElement[]
  /** Its own text, references decoded and CDATA unwrapped, without that of its children. */
  text: string
  /** Offsets of what stands between its tags. */
  from: number
  to: number
}

/** Something in a text that is not as XML demands, and was got over. */
export interface Flaw {
  kind: 'unclosed' | 'reference' | 'cut' | 'deep'
  /** As it stands there. */
  what: string
  /** From 1. */
  line: number
}

export interface XmlDocument {
  root: XmlElement | undefined
  source: string
  /** At most one of each kind: the first. */
  flaws: Flaw[]
}

/** Deeper than any feed; what is nested further is an attack or an accident. */
const deepest = 200

class TooDeep extends Error {}

/**
 * Reads XML as people write it, and never refuses any: a tag that was not closed is closed by the one that cannot be
 * inside it, a bare `&` is text, and so is an entity that only a document type would define. None is ever expanded.
 *
 * @param source decoded text
 */
export function readXml(source: string): XmlDocument {
  const builder = createBuilder(source)
  try {
    builder.run()
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error
  }
  return { root: builder.root(), source, flaws: builder.flaws }
}

/** What a builder needs of one run over a text. */
interface Builder {
  run: () => void
  root: () => XmlElement | undefined
  flaws: Flaw[]
}

function createBuilder(source: string): Builder {
  const flaws: Flaw[] = []
  const note = (kind: Flaw['kind'], what: string, offset: number): void => {
    if (!flaws.some((flaw) => flaw.kind === kind)) flaws.push({ kind, what, line: lineAt(source, offset) })
  }
  let root: XmlElement | undefined
  /** Elements that are open, the outermost first. */
  const open: XmlElement[] = []
  /** The same as the parser has them, which does not know what was closed for good reasons. */
  const parsed: XmlElement[] = []
  let rename = (name: string): string => name
  const closeDownTo = (depth: number, offset: number): void => {
    for (const element of open.splice(depth)) element.to = offset
  }
  const parser = new Parser(
    {
      onopentag: (written, attributes) => {
        if (root === undefined) rename = canonicalNames(written, attributes)
        const name = rename(written.toLowerCase())
        const at = ruptures(open, name)
        if (at !== undefined) {
          note('unclosed', `<${open[at]?.name ?? ''}>`, parser.startIndex)
          closeDownTo(at, parser.startIndex)
        }
        if (open.length >= deepest) {
          note('deep', `<${written}>`, parser.startIndex)
          throw new TooDeep()
        }
        const element: XmlElement = { name, attributes: lowerCased(attributes), children: [], text: '', from: parser.endIndex + 1, to: source.length }
        parsed.push(element)
        if (root === undefined) root = element
        else open.at(-1)?.children.push(element)
        open.push(element)
      },
      ontext: (text) => {
        const top = open.at(-1)
        if (top !== undefined) top.text += text
      },
      onclosetag: (_name, implied) => {
        const element = parsed.pop()
        const depth = element === undefined ? -1 : open.indexOf(element)
        if (element === undefined || depth < 0) return
        // A tag that closes itself counts as implied as well.
        const closesItself = parser.endIndex + 1 === element.from
        if (implied && !closesItself) note(parser.startIndex >= source.length ? 'cut' : 'unclosed', `<${element.name}>`, parser.startIndex)
        closeDownTo(depth, parser.startIndex)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  return {
    run: () => {
      const loose = looseReference(source)
      if (loose !== undefined) note('reference', source.slice(loose, loose + 12).split(/[\s<;]/)[0] ?? '&', loose)
      parser.write(source)
      parser.end()
    },
    root: () => root,
    flaws,
  }
}

function lowerCased(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name.toLowerCase(), value]))
}

const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|amp|lt|gt|quot|apos);/iy

/** Offset of the first `&` outside CDATA that begins none of the references XML knows. */
function looseReference(source: string): number | undefined {
  let section = source.indexOf('<![CDATA[')
  for (let at = source.indexOf('&'); at >= 0; at = source.indexOf('&', at + 1)) {
    while (section >= 0 && section < at) {
      const end = source.indexOf(']]>', section)
      if (end < 0) return undefined
      if (end > at) at = end
      section = source.indexOf('<![CDATA[', end)
    }
    if (source[at] !== '&') continue
    reference.lastIndex = at
    if (!reference.test(source)) return at
  }
  return undefined
}

function lineAt(source: string, offset: number): number {
  let line = 1
  for (let at = source.indexOf('\n'); at >= 0 && at < offset; at = source.indexOf('\n', at + 1)) line++
  return line
}
