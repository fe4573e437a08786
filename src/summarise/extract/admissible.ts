import type { AnalysedSentence } from './analysis.ts'

/** What a sentence needs beside it to be read. */
export interface Manners {
  /** Can be part of a blurb at all. */
  usable: boolean
  /** Reads only behind the sentence before it in the article. */
  needsPrevious: boolean
  /** Is somebody's words only: a neighbour has to tell whose, or to be such words with a speaker itself. */
  needsSpeaker: boolean
  /** Reads only behind another sentence of the article. */
  cannotOpen: boolean
  /** Asks what the next sentence of the article answers, and reads only before it. */
  needsNext: boolean
}

/**
 * How strict to be: `strict` asks for whole sentences with an end that lean on nothing unseen; `fair` lets the
 * opening of the article and sentences without a stop pass; `any` takes what there is.
 */
export type Strictness = 'strict' | 'fair' | 'any'

const ending = /[.!?…。！？؟।։](?:["'”’»)\]）」』*]|\s)*$/u

/** A sentence of fewer words says something only beside another. Scripts without spaces have other tokens. */
const fewestTokens = 6

const question = /[?？؟]["'”’»」)]*$/u

/** What each sentence needs beside it. */
export function mannersOf(sentence: AnalysedSentence, strictness: Strictness): Manners {
  if (strictness === 'any') return { usable: true, needsPrevious: false, needsSpeaker: false, cannotOpen: false, needsNext: false }
  const { text } = sentence
  const opening = strictness === 'fair' && sentence.index === 0
  return {
    usable: !(strictness === 'strict' && isClause(sentence)) && !/[:：;,]["'”’»]?$|^[:;,.)\]–—-]/u.test(text) && (strictness === 'fair' || (ending.test(text) && sentence.tokens.length >= 4)),
    needsPrevious: !opening && (sentence.dangling || sentence.tokens.length < fewestTokens),
    needsSpeaker: !opening && sentence.bare,
    cannotOpen: sentence.known,
    needsNext: strictness === 'strict' && question.test(text) && !text.includes(':'),
  }
}

const subordinate = /^(?:when|how to|if|while|because|although|whether|wenn|weil|ob|comment|quand|si|lorsque|cómo|cuando)(?![\p{L}'’])[^,?]*$/iu

/** A clause that a list put where a sentence should be: `How to load the extension.` */
function isClause({ text, tokens }: AnalysedSentence): boolean {
  return tokens.length <= 10 && subordinate.test(text)
}

/** Whether a set of sentences may end with this one: a question asks for what comes next. */
export function endsWell({ text }: AnalysedSentence, strictness: Strictness): boolean {
  return strictness !== 'strict' || !question.test(text)
}
