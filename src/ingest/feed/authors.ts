import { plainText } from '../meta/entities.ts'
import { childrenNamed, lineOf } from './elements.ts'
import type { XmlElement } from './xml.ts'

/** Most authors that are named. */
const most = 6

/** Names that are no person's. */
const nobody = /^(?:https?:.*|@.*|admin|administrator|editor|editors|staff|guest|webmaster|author|unknown)$/i

/** The people who wrote an entry or a feed, in their order. */
export function authorsOf(element: XmlElement): string[] {
  const creators = childrenNamed(element, 'dc:creator', 'itunes:author').map(({ text }) => nameIn(text))
  const authors = childrenNamed(element, 'author', 'atom:author').map((author) => (author.children.length > 0 ? (lineOf(author, 'name', 'atom:name') ?? '') : nameIn(author.text)))
  const names = [...creators, ...authors].filter((name) => name !== '' && name.length <= 100 && !nobody.test(name))
  return [...new Set(names)].slice(0, most)
}

/** RSS wants "jane@paper.example (Jane Doe)"; an address without a name is none of the reader's business. */
function nameIn(text: string): string {
  const line = plainText(text).replace(/^(?:by|von|par|por|di)\s+/i, '')
  const bracketed = /^\S+@\S+\s*\((.+)\)$/.exec(line)?.[1]
  const named = /^(.+?)\s*<\S+@\S+>$/.exec(line)?.[1]
  return (bracketed ?? named ?? (/^\S+@\S+$/.test(line) ? '' : line)).trim()
}
