import { blocksOf, type Block } from './blocks.ts'
import { isBoilerplate } from './boilerplate.ts'
import { withoutForeignMarkup } from './foreign.ts'
import { inlineText } from './inline.ts'
import { withMarksInPlace } from './lost-marks.ts'
import type { Paragraph } from './paragraph.ts'

/** Longer texts are books; what a blurb needs stands before this many characters. */
const longestText = 400_000

const ending = /[.!?…。！？؟।։]["'”’»)\]）」』*]*$/u

/**
 * The running text of an article: Markdown, or plain text with a line for each paragraph. Left out are headings,
 * code, tables, pictures with their captions, link lists, HTML, tags of other systems' templates, and what a site
 * puts around an article.
 */
export function cleanText(source: string): readonly Paragraph[] {
  if (last?.source !== source) last = { source, paragraphs: clean(source) }
  return last.paragraphs
}

/** A text is cleaned for its blurb and again for its reading time, one after the other. */
let last: { source: string; paragraphs: readonly Paragraph[] } | undefined

function clean(source: string): Paragraph[] {
  const text = source
    .slice(0, longestText)
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff\ufffc]/g, '')
  const paragraphs: Paragraph[] = []
  let afterPicture = false
  for (const block of blocksOf(withoutForeignMarkup(text))) {
    const inline = inlineText(block.lines.join(' '))
    const caption = afterPicture && inline.emphasised
    afterPicture = inline.picture && inline.text.length < 200
    if (caption || inline.text === '' || (inline.picture && inline.text.length < 20)) continue
    if (isBoilerplate(inline.text) || isLinkList(block, inline)) continue
    paragraphs.push({ text: mended(inline.text), kind: kindOf(block, inline) })
  }
  return withMarksInPlace(paragraphs)
}

const strayStop = / \.(?= \p{Ll})|(?<= (?:and|or|the|an?|of|to|with|who|which|that|their|his|her|its|has|had|was|were|is|are|by|from|as|at)) \.(?= )/gu
/** A heading that a row of strokes marked, in a text that has lost its line breaks. */
const underlined = /(?<=^|[.!?]["”’)]? )[^.!?]{1,80} -{4,}(?: |$)/gu
/** Where in a picture somebody is, which means nothing without it. */
const inPicture = / \((?:pictured|(?:(?:far|top|bottom|second|third|from|on|in|the|above) )*(?:left|right|centre|center|above|below|inset))(?:,? (?:and|in|with|on|to|from|at|by|as|here|left|right|above|below)\b[^()]{0,60})?\)/gu

/**
 * A link or a mark that was taken away leaves a space before its comma. Lines that were joined with a stop between
 * them leave one in the middle of a sentence: before a small letter, or behind a word that no sentence ends with.
 */
function mended(text: string): string {
  let mend = text
  if (text.includes(' ,') || text.includes(' .')) mend = mend.replaceAll(' , ', ', ').replace(strayStop, '')
  if (text.includes(' ---')) mend = mend.replace(underlined, '')
  if (text.includes('(')) mend = mend.replace(inPicture, '')
  return /«\s*»|“”|""/.test(mend) ? mend.replace(/ ?(?:«\s*»|“”|(?<!")""(?!"))/g, '') : mend
}

function isLinkList(block: Block, inline: { text: string; linked: number }): boolean {
  if (inline.linked === 0) return false
  const share = inline.linked / (inline.text.match(/[\p{L}\p{N}]/gu)?.length ?? 1)
  return block.kind === 'item' ? share > 0.7 : share > 0.85 && inline.text.length < 160
}

function kindOf(block: Block, inline: { text: string; emphasised: boolean }): Paragraph['kind'] {
  const words = inline.text.split(' ').length
  const ends = ending.test(inline.text)
  if (block.kind === 'item') return ends && words > 4 ? 'item' : 'fragment'
  if (!ends && (words <= 14 || inline.emphasised)) return 'fragment'
  return block.kind
}
