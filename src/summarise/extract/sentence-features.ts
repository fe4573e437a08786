import type { AnalysedSentence, Analysis } from './analysis.ts'

/**
 * What is measured of one sentence. Each is a number of the order of one; in a set it counts by the share of the
 * budget that the sentence takes. The order is that of the weights file.
 */
export const sentenceFeatureNames = [
  'length',
  'inversePosition',
  'first',
  'second',
  'third',
  'relativePosition',
  'logPosition',
  'late',
  'firstParagraph',
  'opensParagraph',
  'central',
  'degree',
  'forward',
  'backward',
  'toFirst',
  'toPrevious',
  'titleCovered',
  'titleShare',
  'topical',
  'spread',
  'quotation',
  'opensWithQuotation',
  'digits',
  'names',
  'hasNames',
  'dangling',
  'question',
  'exclamation',
  'stopApart',
  'shortWords',
  'longWords',
  'commas',
  'brackets',
  'speaker',
  'item',
  'quoted',
  'brief',
  'long',
] as const

const speaker: Readonly<Record<string, RegExp>> = {
  en: /\b(?:i|me|my|we|our|us|you|your)\b/i,
  de: /\b(?:ich|mich|mir|mein\w*|wir|uns\w*|sie|ihr\w*)\b/i,
  fr: /\b(?:je|j['’]|me|mon|ma|mes|nous|notre|nos|vous|votre|vos)\b/i,
  es: /\b(?:yo|mi|mis|nosotros|nuestr[oa]s?|usted|ustedes|tú|tu|tus)\b/i,
}

/** The features of every sentence of an article, in its order. */
export function sentenceFeatures(analysis: Analysis, lang: string): number[][] {
  const speaks = speaker[lang.split('-')[0] ?? lang] ?? speaker.en ?? /^\b$/
  return analysis.sentences.map((sentence) => featuresOf(sentence, analysis, speaks))
}

const flag = (value: boolean): number => (value ? 1 : 0)

/** In the order of `sentenceFeatureNames`. */
function featuresOf(sentence: AnalysedSentence, analysis: Analysis, speaks: RegExp): number[] {
  const { text, index, tokens } = sentence
  const words = Math.max(1, tokens.length)
  const last = Math.max(1, analysis.sentences.length - 1)
  const previous = analysis.sentences[index - 1]
  const { covered, share, topical, spread } = content(sentence, analysis)
  const names = tokens.reduce((sum, { capital }) => sum + flag(capital), 0)
  return [
    1,
    1 / (1 + index),
    flag(index === 0),
    flag(index === 1),
    flag(index === 2),
    index / last,
    Math.log(1 + index),
    flag(index >= 10),
    flag(sentence.paragraph === 0),
    flag(sentence.paragraph !== previous?.paragraph),
    sentence.central,
    sentence.degree,
    sentence.forward,
    sentence.backward,
    sentence.toFirst,
    sentence.toPrevious,
    covered,
    share / words,
    topical,
    spread,
    flag(/["“”«»„「]/.test(text)),
    flag(/^["“«„'‘「]/.test(text)),
    count(text, /\d+/g) / words,
    names / words,
    flag(names > 0),
    flag(sentence.dangling),
    flag(/[?？]["”’»」]?$/.test(text)),
    flag(/[!！]["”’»」]?$/.test(text)),
    flag(sentence.stopApart),
    tokens.reduce((sum, { length }) => sum + flag(length <= 3), 0) / words,
    tokens.reduce((sum, { length }) => sum + flag(length >= 8), 0) / words,
    count(text, /[,，、]/g) / words,
    flag(/[()（）]/.test(text)),
    flag(speaks.test(text)),
    flag(sentence.kind === 'item'),
    flag(sentence.kind === 'quote'),
    flag(sentence.words < 8),
    flag(sentence.words > 35),
  ]
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

/** How much of the title a sentence covers, and how common in the article what it speaks of is. */
function content({ ids, unique }: AnalysedSentence, analysis: Analysis): { covered: number; share: number; topical: number; spread: number } {
  const { frequency, titleWeight, titleTotal, sentences } = analysis
  let covered = 0
  for (const id of unique) covered += titleWeight[id] ?? 0
  let share = 0
  let topical = 0
  let spread = 0
  let words = 0
  for (const id of ids) {
    if ((titleWeight[id] ?? 0) > 0) share++
    if (analysis.content[id] !== true) continue
    words++
    topical += Math.log(frequency[id] ?? 1)
    spread += (frequency[id] ?? 1) / sentences.length
  }
  return { covered: covered / titleTotal, share, topical: words === 0 ? 0 : topical / words, spread: words === 0 ? 0 : spread / words }
}
