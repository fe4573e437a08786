import { endsInAbbreviation } from './abbreviations.ts'

/** A sentence of a paragraph. */
export interface Sentence {
  text: string
  /** Offset in the paragraph, in UTF-16 units. */
  offset: number
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterOf(lang: string): Intl.Segmenter {
  let segmenter = segmenters.get(lang)
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' })
    segmenters.set(lang, segmenter)
  }
  return segmenter
}

/** Sentences that stand together without a space, as text extracted from a page often has them. */
const glued = /(?<=[\p{Ll}\d)]{2}[.!?]["”’»']{0,2})(?=["“‘«]?\p{Lu}\p{Ll}+[\s,’'])|(?=(?:M|Mr|Mrs|Ms|Mme|Dr)\.?\s*(?:\s\p{Lu}|$))(?<=\p{Ll}{2}[.!?]["”»]?)|(?<=\p{L}["”»])(?=\p{Lu}\p{Ll}+\s)|(?<=[\p{Ll})][.!?"”])(?=\p{Lu}{3,}[\s:|])|(?<=[\p{Ll}.!?)"”?])\s?(?=(?:ALSO READ|READ ALSO|READ MORE|MUST READ|Also Read|Also read|WATCH|READ) ?[:|])/gu

/** What stands before the news itself: place and agency. */
const datelines = [
  /^(?:(?:By|BY) (?:\p{Lu}[\p{L}.'’-]+ ){1,4}?)?\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+)?, (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2} \([A-Z]{2,5}\)\s*(?:--?|—|–|:)?\s*/u,
  /^(?:\p{Lu}[\p{L}.'’-]+(?:[ ,/]+(?:\p{Lu}[\p{L}.'’-]+|\d{1,2}|de|del|of|the)){0,5},? ?)?\((?:CNN|AP|Reuters|AFP|dpa|EFE|ANSA|UPI|PTI|ANI|IANS|Xinhua|Bloomberg|[A-Z]{2,5}(?: [A-Z][a-z]+)?)\)\s*(?:--?|—|–|:)\s*/u,
  /^\p{Lu}{3,}(?:[ ,.-]+(?:\p{Lu}{2,}\.?|[A-Z]\.(?:[A-Z]\.)?|\d{1,2}|(?:Jan|Feb|March|Mar|April|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.?)){0,5}\s*(?:--|—|–|:| - )\s*(?=["“'‘]?\p{Lu})/u,
]

/**
 * Sentences of a paragraph: `Intl.Segmenter` with repairs for abbreviations, initials, ordinals, quotations,
 * brackets, and sentences that stand together without a space. Datelines are cut off.
 *
 * @param paragraph text with single spaces
 * @param lang BCP 47 language tag
 */
export function sentencesOf(paragraph: string, lang: string): Sentence[] {
  const primary = lang.split('-')[0] ?? lang
  const pieces: Sentence[] = []
  for (const { segment, index } of segmenterOf(lang).segment(paragraph)) {
    let start = 0
    for (const match of segment.matchAll(glued)) {
      if (endsInAbbreviation(segment.slice(start, match.index), segment.slice(match.index), primary)) continue
      pieces.push({ text: segment.slice(start, match.index), offset: index + start })
      start = match.index
    }
    pieces.push({ text: segment.slice(start), offset: index + start })
  }
  return joined(pieces, paragraph, primary).map(withoutDateline).filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
}

function joined(pieces: readonly Sentence[], paragraph: string, lang: string): Sentence[] {
  const sentences: { start: number; end: number }[] = []
  // A quotation mark that opens the next sentence, and that the segmenter left with this one.
  let lead = 0
  for (const piece of pieces) {
    let start = piece.offset + (piece.text.length - piece.text.trimStart().length)
    const end = piece.offset + piece.text.trimEnd().length - openMark(piece.text)
    start -= lead
    lead = openMark(piece.text)
    if (end <= start) continue
    const last = sentences.at(-1)
    if (last !== undefined && goesOn(paragraph.slice(last.start, last.end), paragraph.slice(start, end), lang)) last.end = end
    else sentences.push({ start, end })
  }
  return sentences.map(({ start, end }) => ({ text: paragraph.slice(start, end), offset: start }))
}

function openMark(text: string): number {
  return /[.!?。！？][“‘「『«„]$/u.test(text) ? 1 : 0
}

const spokenChinese = /^\p{Script=Han}{0,6}(?:说|道|问|表示|指出|称|と)/u

const speech =
  /^(?:\p{Lu}[\p{L}.'’-]+ ){1,3}(?:said|says|asked|asks|told|added|adds|wrote|writes|replied|explained|tweeted|sagte|sagt|fragte|dit|demande)\b/u

/** Whether `right` belongs to the sentence that `left` begins. */
function goesOn(left: string, right: string, lang: string): boolean {
  // A stop set apart marks a line that had none of its own; what follows is another line.
  if (/\s[.!?]$/.test(left)) return false
  if (/^["”’»)\]]+[.,;]?$/.test(right) || /^[”’»)\]][,;.]?\s/.test(right)) return true
  if (/^["'“‘(]?\p{Ll}(?!\p{Lu})/u.test(right)) return true
  if (/^[,;:、，]/.test(right) || /^[とって]/.test(right)) return true
  if (/^\(?(?:\d{1,3}|[a-zA-Z])[.)]$/.test(left)) return true
  if (/[?!]["”’»]$/.test(left) && speech.test(right)) return true
  if (/[。！？][”」』]$/.test(left) && spokenChinese.test(right)) return true
  if (opensBracket(left) && right.length < 300 && /^[^([]*[)\]]/.test(right) && left.length < 400) return true
  return endsInAbbreviation(left, right, lang)
}

function opensBracket(text: string): boolean {
  return Math.max(text.lastIndexOf('('), text.lastIndexOf('[')) > Math.max(text.lastIndexOf(')'), text.lastIndexOf(']'))
}

function withoutDateline(sentence: Sentence): Sentence {
  for (const pattern of datelines) {
    const length = pattern.exec(sentence.text)?.[0].length ?? 0
    if (length > 0 && length < sentence.text.length) return { text: sentence.text.slice(length), offset: sentence.offset + length }
  }
  return sentence
}
