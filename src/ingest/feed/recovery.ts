/** What an open element needs to have for it to be judged. */
interface OpenElement {
  name: string
  attributes: Readonly<Record<string, string>>
}

const entries = new Set(['item', 'entry'])

/** Elements that hold nothing but a line of text. */
const lines = new Set(
  'title link guid id pubdate published updated issued modified created language copyright generator ttl lastbuilddate docs name uri email url dc:date dc:creator dc:subject dc:title comments'.split(' '),
)

/** Elements that hold a text, which in a careless feed is unescaped HTML. */
const texts = new Set(['description', 'content:encoded', 'summary', 'content', 'subtitle', 'tagline'])

/** Elements of an entry that HTML does not have, and that therefore end a text that was not closed. */
const foreign = new Set('guid pubdate published updated issued modified created category enclosure contributor generator lastbuilddate description content:encoded'.split(' '))

/**
 * Where a missing closing tag shows: an entry inside an entry, or a field of an entry inside another one.
 *
 * @param open elements that are open, the outermost first
 * @param name of the one that begins
 * @returns place in `open` of the element that must have ended before; undefined when all is well
 */
export function ruptures(open: readonly OpenElement[], name: string): number | undefined {
  const entry = open.findLastIndex((element) => entries.has(element.name))
  if (entries.has(name)) return entry < 0 ? undefined : entry
  const isField = lines.has(name) || texts.has(name) || foreign.has(name) || /^(?:dc|media|itunes|atom|content|feedburner):/.test(name)
  if (!isField) return undefined
  const field = open.findIndex((element, index) => index > entry && (lines.has(element.name) || texts.has(element.name)))
  const holder = open[field]
  if (holder === undefined) return undefined
  if (lines.has(holder.name)) return field
  // XHTML inside Atom may hold an SVG with a title.
  const isHtml = !foreign.has(name) && !name.includes(':') && (holder.attributes.type === 'xhtml' || field < open.length - 1)
  return isHtml ? undefined : field
}
