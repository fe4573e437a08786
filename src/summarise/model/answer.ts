import { isRecord } from '../../lib/records.ts'

/** What a model said, or why there is nothing to use. */
export type Answer = { text: string; tokens?: number } | { problem: string }

/**
 * Reads the body of a chat completion. Nothing of it is trusted: a body of another shape, or an answer that was cut
 * off, is a problem and not an answer.
 */
export function readAnswer(body: string): Answer {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return { problem: 'the answer is not JSON' }
  }
  const choice: unknown = isRecord(value) && Array.isArray(value.choices) ? value.choices[0] : undefined
  const message = isRecord(choice) && isRecord(choice.message) ? choice.message : undefined
  if (!isRecord(choice) || typeof message?.content !== 'string') return { problem: 'the answer holds no text of a model' }
  if (choice.finish_reason === 'length') return { problem: 'the model was cut off before its answer ended' }
  const text = plainAnswer(message.content)
  if (text === '') return { problem: 'the model answered nothing' }
  const usage = isRecord(value) && isRecord(value.usage) ? value.usage.total_tokens : undefined
  return { text, ...(typeof usage === 'number' && Number.isFinite(usage) && usage >= 0 ? { tokens: usage } : {}) }
}

/** The answer without what a model thought aloud before it, on one line, and without quotation marks around the whole. */
function plainAnswer(content: string): string {
  const text = content
    .replace(/^\s*<think>[^]*?<\/think>/, '')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const inner = /^["“„«](.*)["”“»]$/.exec(text)?.[1]
  return inner === undefined || /["“”„«»]/.test(inner) ? text : inner.trim()
}
