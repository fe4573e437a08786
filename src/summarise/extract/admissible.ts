import type { AnalysedSentence } from './analysis.ts'

/** What a sentence needs beside it to be read. */
export interface Manners {
  /** Can be part of a blurb at all. */
  usable: boolean
  /** Reads only behind the sentence before it in the article. */
  needsPrevious: boolean
  /** Is somebody's words only: the sentence before it has to tell whose, or to be such words with a speaker itself. */
  needsSpeaker: boolean
}

/**
 * How strict to be: `strict` asks for whole sentences with an end that lean on nothing unseen; `fair` lets the
 * opening of the article and sentences without a stop pass; `any` takes what there is.
 */
export type Strictness = 'strict' | 'fair' | 'any'

const ending = /[.!?…。！？؟।։](?:["'”’»)\]）」』*]|\s)*$/u

/** A sentence of fewer words says something only beside another. Scripts without spaces have other tokens. */
const fewestTokens = 6

/** What each sentence needs beside it. */
export function mannersOf(sentence: AnalysedSentence, strictness: Strictness): Manners {
  if (strictness === 'any') return { usable: true, needsPrevious: false, needsSpeaker: false }
  const { text } = sentence
  const opening = strictness === 'fair' && sentence.index === 0
  return {
    usable: !/[:：;,]["'”’»]?$|^[:;,.)\]–—-]/u.test(text) && (strictness === 'fair' || (ending.test(text) && sentence.tokens.length >= 4)),
    needsPrevious: !opening && (sentence.dangling || sentence.bare || sentence.tokens.length < fewestTokens),
    needsSpeaker: !opening && sentence.bare,
  }
}
