import type { Story } from '../model/issue.ts'
import { nodesOf, wordsOf } from './html/query.ts'
import type { MessageContext } from './message-context.ts'
import { wordList } from './similar.ts'

/** How much of the HTML a story takes. */
export interface StorySize {
  story: Story
  /** Offset of its title in the HTML, in UTF-16 units and in bytes. */
  start: number
  startByte: number
  /** Bytes up to the next story's title, or to the end of the message for the last one. */
  bytes: number
}

/**
 * Bytes of the HTML per story, in the order of the message. A story begins at its title; what stands between two
 * titles counts to the first.
 */
export function storySizes(context: MessageContext): StorySize[] {
  const { document } = context
  const places: { story: Story; start: number }[] = []
  for (const story of context.stories) {
    const title = wordList(story.title).join(' ')
    for (const node of nodesOf(document.root)) {
      if (node.kind !== 'text' || node.parent.tag === 'title' || title === '') continue
      if (!context.isHidden(node.parent) && wordList(wordsOf(document, node)).join(' ').includes(title)) {
        places.push({ story, start: node.start })
        break
      }
    }
  }
  const sorted = places.toSorted((a, b) => a.start - b.start)
  const ends = sorted.map((_, at) => sorted[at + 1]?.start ?? document.source.length)
  return sorted.map(({ story, start }, at) => ({
    story,
    start,
    startByte: Buffer.byteLength(document.source.slice(0, start)),
    bytes: Buffer.byteLength(document.source.slice(start, ends[at])),
  }))
}

/** Bytes in thousands with one decimal, as Gmail's limit is usually given. */
export function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}
