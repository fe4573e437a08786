/** Where a sentence stands in an article's own text, in UTF-16 units; `end` is behind its last character. */
export interface Place {
  start: number
  end: number
}

/** Words that a reader does not see: targets of links, pictures, comments, tags, entities. */
const unseen = /!\[[^\]\n]{0,1000}\]\([^()\n]{0,2000}\)|(?<=\])(?:\([^()\n]{0,2000}\)|\[[^\]\n]{0,200}\])|<!--[^]{0,5000}?-->|<\/?[a-z][^<>]{0,2000}>|&#?\w{1,8};|\[\^[^\]\s]{1,60}\]/giu
const word = /[\p{L}\p{N}\p{M}]+/gu
/** Marks that belong to the sentence whose last word they follow, and whose first word they precede. */
const closing = /^(?:[.!?…。！？؟।։,;:*_`~]|["'”’»)\]）」』])+/u
const opening = /(?:["'“‘«„(¿¡「『（*_`~]|\[)+$/u

/**
 * Finds sentences of an article in its Markdown, by their words: marks, links and line breaks between them do not
 * count. Each is looked for behind the one before it, then everywhere; a sentence that is not there, because it was
 * repaired, has no place.
 */
export function placesOf(source: string, sentences: readonly string[]): (Place | undefined)[] {
  const plain = source.replace(unseen, (match) => ' '.repeat(match.length))
  const words: { text: string; at: number }[] = Array.from(plain.matchAll(word), (match) => ({ text: match[0], at: match.index }))
  let from = 0
  return sentences.map((sentence) => {
    const wanted = sentence.match(word) ?? []
    const found = [from, 0].map((start) => indexOfRow(words, wanted, start)).find((index) => index >= 0)
    const first = found === undefined ? undefined : words[found]
    const last = found === undefined ? undefined : words[found + wanted.length - 1]
    if (first === undefined || last === undefined || found === undefined) return undefined
    from = found + wanted.length
    const wordsEnd = last.at + last.text.length
    return {
      start: first.at - (opening.exec(source.slice(Math.max(0, first.at - 8), first.at))?.[0].length ?? 0),
      end: wordsEnd + (closing.exec(source.slice(wordsEnd, wordsEnd + 12))?.[0].length ?? 0),
    }
  })
}

function indexOfRow(words: readonly { text: string }[], wanted: readonly string[], from: number): number {
  if (wanted.length === 0) return -1
  for (let index = from; index + wanted.length <= words.length; index++) {
    if (wanted.every((text, position) => words[index + position]?.text === text)) return index
  }
  return -1
}
