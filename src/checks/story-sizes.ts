import type { Story } from '../model/issue.ts'
import type { ElementNode, HtmlDocument, TextNode } from './html/document.ts'
import { ancestorsOf, closest, nodesOf, valueOf, wordsOf } from './html/query.ts'
import type { MessageContext } from './message-context.ts'
import { wordList } from './similar.ts'

/** How much of the HTML a story takes. */
export interface StorySize {
  story: Story
  /** Offset of its first byte in the HTML, in UTF-16 units and in bytes. */
  start: number
  startByte: number
  bytes: number
}

/** A stretch of the HTML. */
interface Stretch {
  start: number
  end: number
}

/**
 * Bytes of the HTML per story, in the order of the message. A story is the largest element around its title that holds
 * no other story and no heading of the message or of a section; where its picture stands outside of that, such as in
 * the row of a table above it, that is a part of it too.
 */
export function storySizes(context: MessageContext): StorySize[] {
  const { document } = context
  const titles = titlesOf(context).toSorted((a, b) => a.title.start - b.title.start)
  const others = document.elements.filter(({ tag, start, end }) => (tag === 'h1' || tag === 'h2') && !titles.some(({ title }) => start <= title.start && title.end <= end))
  const limits = [...titles.map(({ title }) => title), ...others]
  return titles.map(({ story, title }, at) => {
    const words = around(title, limits)
    const between = { start: titles[at - 1]?.title.end ?? 0, end: titles[at + 1]?.title.start ?? document.source.length }
    const picture = pictureOf(story, title, between, document)
    const parts = [words, ...(picture === undefined || contains(words, picture) ? [] : [around(picture, limits)])]
    const start = Math.min(...parts.map((part) => part.start))
    const end = Math.max(...parts.map((part) => part.end))
    return {
      story,
      start,
      startByte: Buffer.byteLength(document.source.slice(0, start)),
      bytes: Buffer.byteLength(document.source.slice(start, end)),
    }
  })
}

/** Where the titles stand: in a heading if there is one, since a table of contents may hold them all before. */
function titlesOf(context: MessageContext): { story: Story; title: TextNode }[] {
  const { document } = context
  const texts = [...nodesOf(document.root)].flatMap((node) => {
    if (node.kind !== 'text' || node.parent.tag === 'title') return []
    const words = wordList(wordsOf(document, node)).join(' ')
    return words === '' ? [] : [{ node, words }]
  })
  const taken = new Set<TextNode>()
  return context.stories.flatMap((story) => {
    const wanted = wordList(story.title).join(' ')
    const found = wanted === '' ? [] : texts.filter(({ node, words }) => words.includes(wanted) && !taken.has(node) && !context.isHidden(node.parent))
    const title = (found.find(({ node }) => closest(node.parent, ({ tag }) => /^h[1-6]$/.test(tag))) ?? found[0])?.node
    if (title === undefined) return []
    taken.add(title)
    return [{ story, title }]
  })
}

/** The picture of a story between the titles beside it; one above its own title is nearer than one below. */
function pictureOf({ image }: Story, title: Stretch, between: Stretch, { elements }: HtmlDocument): ElementNode | undefined {
  if (image === undefined) return undefined
  const found = elements.filter((element) => element.tag === 'img' && contains(between, element) && valueOf(element, 'src') === image.src)
  return found.findLast(({ end }) => end <= title.start) ?? found[0]
}

/** The largest element around a node that holds none of the limits but the node itself, with comments for Outlook before it. */
function around(node: ElementNode | TextNode, limits: readonly Stretch[]): Stretch {
  let widest: ElementNode | TextNode = node
  const parents = node.parent === undefined ? [] : [node.parent, ...ancestorsOf(node.parent)]
  for (const parent of parents) {
    if (parent.tag === 'body' || parent.tag === 'html' || limits.some((limit) => limit !== node && contains(parent, limit))) break
    widest = parent
  }
  let { start } = widest
  const siblings = widest.parent?.children ?? []
  for (let at = siblings.indexOf(widest) - 1; siblings[at]?.kind === 'comment'; at--) start = siblings[at]?.start ?? start
  return { start, end: widest.end }
}

function contains(outer: Stretch, inner: Stretch): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** Bytes in thousands with one decimal, as Gmail's limit is usually given. */
export function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}
