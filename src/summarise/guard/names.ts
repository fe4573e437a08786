import { plainForm, type Vocabulary } from './words.ts'

export interface NameMention {
  text: string
  start: number
  end: number
}

const word = /[\p{L}\p{M}\p{N}]+(?:[-'’.&][\p{L}\p{M}\p{N}]+)*/gu

/**
 * Names of a blurb that an article does not know: words with a capital inside a sentence, and words of capitals or
 * of letters with digits. An acronym is known when the article spells it out, and the other way round; a word that
 * opens a sentence counts as a name only when another follows it.
 *
 * German writes every noun with a capital: there, two such words have to stand together.
 */
export function unknownNames(blurb: string, article: string, vocabulary: Vocabulary, lang: string): NameMention[] {
  const german = /^(?:de|lb|nds)\b/.test(lang)
  const unknown: NameMention[] = []
  const matches = [...blurb.matchAll(word)]
  for (const [index, match] of matches.entries()) {
    const text = match[0]
    const before = blurb.slice(0, match.index)
    const opens = /(?:^|[.!?…:]["'”’»)\]]*)\s*["'“‘«„([¿¡]*$/.test(before)
    if (!isName(text) || isKnown(text, article, vocabulary)) continue
    const next = matches[index + 1]?.[0] ?? ''
    const previous = matches[index - 1]?.[0] ?? ''
    const acronym = /^\p{Lu}{2,}$/u.test(text) || /\d/.test(text)
    if (opens && !acronym && !(/^\p{Lu}/u.test(next) && !isCommon(text))) continue
    if (german && !acronym && !/^\p{Lu}/u.test(next) && (opens || !/^\p{Lu}/u.test(previous))) continue
    unknown.push({ text, start: match.index, end: match.index + text.length })
  }
  return unknown
}

function isName(text: string): boolean {
  if (/^\d+(?:[.,:]\d+)*$/.test(text)) return false
  return /^\p{Lu}/u.test(text) || (/\d/.test(text) && /\p{L}/u.test(text) && !/^\d+(?:st|nd|rd|th|s|k|m|km|kg|pm|am|bn|mn|er|e|h)$/iu.test(text)) || /^\p{Ll}+\p{Lu}/u.test(text)
}

/** Words that open sentences with a capital and are no names. */
function isCommon(text: string): boolean {
  return /^(?:the|a|an|in|on|at|for|with|after|before|as|from|by|to|of|while|when|since|former|new|this|that|der|die|das|ein|eine|im|am|le|la|les|un|une|en|el|los|las|il|gli|o|os|as)$/iu.test(text)
}

/** Designations that everybody knows. */
const common = /^(?:[23]d|[1-6]g|[248]k|24\/7|mp3|mp4|co2|h2o)$/i

function isKnown(text: string, article: string, vocabulary: Vocabulary): boolean {
  if (common.test(text)) return true
  const parts = plainForm(text).split(' ')
  if (parts.every((part) => part === '' || vocabulary.has(part))) return true
  // U.S. and US, e-mail and email.
  const joined = parts.join('')
  if (vocabulary.text.includes(` ${joined} `) || vocabulary.text.includes(` ${Array.from(joined).join(' ')} `)) return true
  if (/^\p{Lu}{2,6}$/u.test(text)) return spelledOut(text, article)
  return false
}

/** Whether words that begin with these letters stand in a row. */
function spelledOut(acronym: string, article: string): boolean {
  const letters = Array.from(acronym).map((letter) => `${letter}[\\p{Ll}\\p{M}’'-]+`)
  return new RegExp(`(?<!\\p{L})${letters.join("[\\s-]+(?:(?:of|the|and|for|on|de|la|des|du|et|der|und|für|y)\\s+)*")}`, 'u').test(article)
}
