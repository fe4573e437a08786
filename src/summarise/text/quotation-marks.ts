import type { Sentence } from './sentences.ts'

/** A sentence with the marks that it lacks when it stands alone: it may be a part of a longer quotation. */
export interface QuotedSentence extends Sentence {
  /** Opening mark of a quotation that began before the sentence; empty when none is open. */
  before: string
  /** Closing mark of a quotation that goes on after the sentence. */
  after: string
}

const closing: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»', '「': '」', '‘': '’', "'": "'" }
/** Single marks are read as quotation only where an apostrophe cannot stand. */
const marks = /["“”„«»「」]|(?<=^|[\s:(])[‘'](?=\p{Lu})|(?<=[.,!?])[’'](?![\p{L}\p{N}])|(?<=[\p{L}\p{N}])’(?![\p{L}\p{N}])/gu

interface Found {
  at: number
  /** What the mark does here; a stray one has lost its partner. */
  does: 'opens' | 'closes' | 'stray' | 'nothing'
  mark: string
}

/**
 * Finds out which sentences of a paragraph lie inside a quotation that begins before or goes on after them, and
 * takes out marks that have lost their partner.
 *
 * @param paragraph the text that the sentences' offsets refer to
 */
export function withQuotationState(paragraph: string, sentences: readonly Sentence[]): QuotedSentence[] {
  if (!/["“”„«»「」‘'’]/.test(paragraph)) return sentences.map((sentence) => ({ ...sentence, before: '', after: '' }))
  const found = paired(paragraph, sentences)
  let open = ''
  let next = 0
  return sentences.map(({ text, offset }) => {
    for (; next < found.length && (found[next]?.at ?? 0) < offset; next++) open = stateAfter(found[next], open)
    const before = open
    let kept = ''
    let from = 0
    for (; next < found.length && (found[next]?.at ?? 0) < offset + text.length; next++) {
      const mark = found[next]
      if (mark?.does === 'stray') {
        kept += text.slice(from, mark.at - offset)
        from = mark.at - offset + 1
      }
      open = stateAfter(mark, open)
    }
    return { text: (kept + text.slice(from)).trim(), offset, before, after: open === '' ? '' : (closing[open] ?? open) }
  })
}

function stateAfter(found: Found | undefined, open: string): string {
  return found?.does === 'opens' ? found.mark : found?.does === 'closes' ? '' : open
}

/** The marks of a paragraph with their parts; the opening of a quotation that is never closed is stray. */
function paired(paragraph: string, sentences: readonly Sentence[]): Found[] {
  const found: Found[] = []
  let opener: Found | undefined
  const matches = Array.from(paragraph.matchAll(marks))
  for (const [index, match] of matches.entries()) {
    const mark = match[0]
    const at = match.index
    if (mark === '’' && letter.test(paragraph.charAt(at - 1)) && isPossessive(paragraph, matches.slice(index + 1))) continue
    const does = partOf(paragraph, at, mark, opener)
    const entry: Found = { at, does, mark }
    if (does === 'opens') opener = entry
    else if (does === 'closes') opener = undefined
    else if (does === 'stray' && endsSpeech(paragraph, at)) {
      // The opening mark got lost: it belongs before the sentence.
      const start = sentences.findLast(({ offset }) => offset <= at)?.offset ?? 0
      const insert = found.findLastIndex((other) => other.at < start) + 1
      found.splice(insert, 0, { at: start - 1, does: 'opens', mark: mark === '”' ? '“' : mark === '»' ? '«' : mark })
      entry.does = 'closes'
    }
    found.push(entry)
  }
  // A quotation may run over several paragraphs, each of which then begins with a mark. A single mark may be an
  // apostrophe after all.
  if (opener !== undefined && opener.at > 0) opener.does = /[‘']/.test(opener.mark) ? 'nothing' : 'stray'
  return found
}

const letter = /[\p{L}\p{N}]/u

/** Whether a single mark behind a letter belongs to the word: the quotation it stands in is closed by a later one. */
function isPossessive(paragraph: string, later: readonly RegExpExecArray[]): boolean {
  const next = later.find((match) => /[‘’]/.test(match[0]))
  return next?.[0] === '’' && !letter.test(paragraph.charAt(next.index - 1))
}

function partOf(paragraph: string, at: number, mark: string, opener: Found | undefined): Found['does'] {
  if (opener !== undefined && closing[opener.mark] === mark && (!/["']/.test(mark) || !opensHere(paragraph, at))) return 'closes'
  if (mark === '"') {
    if (opensHere(paragraph, at)) return opener === undefined ? 'opens' : 'nothing'
    return /\d/.test(paragraph.charAt(at - 1)) ? 'nothing' : 'stray'
  }
  if (mark === '’' || (mark === "'" && !opensHere(paragraph, at))) return 'nothing'
  if (mark in closing && !(mark === '“' && opener?.mark === '„')) return opener === undefined ? 'opens' : 'nothing'
  return 'stray'
}

/** A straight mark opens when it stands before a word and not behind one. */
function opensHere(paragraph: string, at: number): boolean {
  return (at === 0 || /[\s([—–\-/:]/.test(paragraph.charAt(at - 1))) && /\S/.test(paragraph.charAt(at + 1))
}

/** Whether who speaks is told right behind a mark. */
function endsSpeech(paragraph: string, at: number): boolean {
  return /[,?!]/.test(paragraph.charAt(at - 1)) && /^[,?]?\s+[\p{L}]/u.test(paragraph.slice(at + 1, at + 8))
}
