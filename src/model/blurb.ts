/** A stretch of an article's body from which a sentence of a blurb was taken. */
export interface SourceSentence {
  /** The sentence as it stands in the blurb. */
  text: string
  /** Paragraph of the cleaned article, from 0. */
  paragraph: number
  /** Offset of the sentence in the text of its paragraph, in UTF-16 units. */
  offset: number
}

/** How a blurb came to be. */
export type BlurbMethod = 'editor' | 'description' | 'extractive' | 'lead' | 'model' | 'none'

/** The short summary of an article shown in an issue. */
export interface Blurb {
  /** Plain text; never holds markup. */
  text: string
  /** The sentences it is made of, in the order of the article; empty when a person wrote it. */
  sentences: SourceSentence[]
  method: BlurbMethod
}

/** Why a blurb is offered to an editor: `different` has least in common with the best. */
export type CandidateKind = 'best' | 'shorter' | 'lead' | 'different'

/** One of several blurbs of an article for an editor to choose from. */
export interface BlurbCandidate {
  kind: CandidateKind
  /** Plain text; never holds markup. */
  text: string
  words: number
  /** `start` and `end` are offsets in the text that was given, in UTF-16 units; absent where a sentence was repaired and is not there as it stands. */
  sentences: (SourceSentence & { start?: number; end?: number })[]
}

/** How long a blurb may be, in words as the language counts them. */
export interface Budget {
  words: number
}

/** What a summariser is given. The text is Markdown or plain text; both are cleaned the same way. */
export interface SummariserInput {
  title: string
  text: string
  /** BCP 47 language tag; left out, the language is found from the text. */
  lang?: string
}

/** Writes a blurb within a budget. Pure and deterministic. */
export type Summariser = (article: SummariserInput, budget: Budget) => Blurb
