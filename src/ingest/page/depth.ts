const neverNested = new Set(
  'area base br col embed hr img input link meta param source track wbr p li option dt dd tr td th'.split(' '),
)

/**
 * Takes out the tags of elements that are nested deeper than `deepest`, leaving what they hold: a page of ten
 * thousand `<div>` in one another is an attack or an accident, and costs the square of its depth to work on.
 */
export function limitDepth(html: string, deepest: number): string {
  const pieces: string[] = []
  let kept = 0
  let depth = 0
  for (const tag of tags(html)) {
    if (!tag.closes) depth++
    const tooDeep = depth > deepest
    if (tag.closes) depth = Math.max(0, depth - 1)
    if (!tooDeep) continue
    pieces.push(html.slice(kept, tag.start), ' ')
    kept = tag.end
  }
  return kept === 0 ? html : pieces.join('') + html.slice(kept)
}

interface Tag {
  start: number
  end: number
  closes: boolean
}

const nameAt = /\/?([a-z][a-z0-9:-]{0,40})/iy

/** The tags that open or close an element which can hold itself, in order; each position is looked at once. */
function* tags(html: string): Generator<Tag> {
  let position = html.indexOf('<')
  while (position >= 0) {
    const start = position
    nameAt.lastIndex = start + 1
    const name = nameAt.exec(html)?.[1]?.toLowerCase()
    let end = start + 1
    if (name !== undefined) {
      end = html.indexOf('>', start) + 1
      if (end === 0) return
      const closes = html[start + 1] === '/'
      if (!closes && name === 'script') end = after(html, /<\/script/gi, end)
      else if (!closes && name === 'style') end = after(html, /<\/style/gi, end)
      else if (!neverNested.has(name) && html[end - 2] !== '/') yield { start, end, closes }
    } else if (html.startsWith('<!--', start)) {
      end = after(html, /-->/g, start)
    }
    position = html.indexOf('<', end)
  }
}

/** The place after the next match of a pattern with the flag g; the end when there is none. */
function after(html: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from
  return pattern.test(html) ? pattern.lastIndex : html.length
}
