import type { SummariserInput } from '../../model/blurb.ts'
import type { GuardFinding } from '../guard/finding.ts'
import { createGuard } from '../guard/guard.ts'
import type { Answer } from './answer.ts'
import type { Ask } from './endpoint.io.ts'
import { articleText, firstMessages, type Message, secondMessages } from './prompt.ts'

/** What became of asking a model for a blurb. */
export type Written =
  /** It passed the guard; `warnings` are names that the article does not have. */
  | { kind: 'accepted'; text: string; warnings: GuardFinding[] }
  /** It was refused twice; the text and the findings are those of the second. */
  | { kind: 'refused'; text: string; findings: GuardFinding[] }
  /** There was no answer. */
  | { kind: 'failed'; problem: string }
  /** The tokens of this run are used up. */
  | { kind: 'spent' }

export interface WriterOptions {
  /** Asked with the conversation; an answer from the cache costs nothing. */
  ask: Ask
  prompt: string
  /** Tells the language of a text; left out, the language of a blurb is not checked. */
  detect?: (text: string) => string | undefined
  /** A short hash of a text, in hexadecimal digits. */
  hash: (text: string) => string
  /** Takes tokens from the budget of the run; false when there are not so many left. */
  spend: (tokens: number) => boolean
}

export interface WriteRequest {
  article: SummariserInput & { lang: string }
  words: number
  /** Other texts that the blurb may repeat: author, source, date. */
  known: readonly string[]
}

/** A token is about four letters of a language with an alphabet. The answer is counted as well. */
const lettersOfToken = 4
const answerTokens = 150

/**
 * Has a model write a blurb and holds it against the article. What fails is asked for once more, with the reason;
 * what fails again is refused.
 */
export async function writeBlurb({ article, words, known }: WriteRequest, options: WriterOptions): Promise<Written> {
  const guard = createGuard(
    { title: article.title, text: articleText(article.text), lang: article.lang, known },
    { words, ...(options.detect === undefined ? {} : { detect: options.detect }) },
  )
  const first = firstMessages(options.prompt, article, words, options.hash(article.text))
  const one = await answered(first, options)
  if (one === undefined) return { kind: 'spent' }
  if ('problem' in one) return { kind: 'failed', problem: one.problem }
  const objections = failsOf(guard(one.text))
  if (objections.length === 0) return { kind: 'accepted', text: one.text, warnings: guard(one.text) }
  const two = await answered(secondMessages(first, one.text, objections.map(reasonOf)), options)
  if (two === undefined || 'problem' in two) return { kind: 'refused', text: one.text, findings: objections }
  const again = failsOf(guard(two.text))
  if (again.length === 0) return { kind: 'accepted', text: two.text, warnings: guard(two.text) }
  return { kind: 'refused', text: two.text, findings: again }
}

async function answered(messages: readonly Message[], { ask, spend }: WriterOptions): Promise<Answer | undefined> {
  const letters = messages.reduce((sum, { content }) => sum + content.length, 0)
  const expected = Math.ceil(letters / lettersOfToken) + answerTokens
  if (!spend(expected)) return undefined
  const answer = await ask(messages)
  // What was taken too much is given back, and what was taken too little is taken now.
  if ('text' in answer && answer.tokens !== undefined) spend(answer.tokens - expected)
  return answer
}

function failsOf(findings: readonly GuardFinding[]): GuardFinding[] {
  return findings.filter(({ severity }) => severity === 'fail')
}

/** A finding as the model is told of it. */
export function reasonOf({ span, reason }: GuardFinding): string {
  return span === '' ? reason : `“${span}”: ${reason}`
}
