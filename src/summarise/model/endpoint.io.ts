import { type Answer, readAnswer } from './answer.ts'
import type { Message } from './prompt.ts'

/** Where a model is asked. */
export interface Endpoint {
  /** Base address, such as http://127.0.0.1:11434/v1. */
  url: string
  model: string
  key?: string
}

export interface AskOptions {
  /** Milliseconds until a request is given up. */
  timeout: number
  /** Times that a request is sent again. */
  retries: number
  /** Other members of the request, by name; null leaves out one that is sent otherwise. */
  parameters: Readonly<Record<string, string | number | boolean | null>>
  /** Waits so many milliseconds. */
  sleep: (milliseconds: number) => Promise<void>
}

/** Asks a model; problems come back as values. */
export type Ask = (messages: readonly Message[]) => Promise<Answer>

/** Most bytes of an answer; a blurb with what surrounds it has a few thousand. */
const longestAnswer = 1_000_000
const longestWait = 30_000

/**
 * A client of an OpenAI-compatible endpoint (POST {base}/chat/completions, not streamed). An answer of 408, 409, 425,
 * 429 or 5xx, one that is not JSON, a time-out and a broken connection are tried again, later each time, or when
 * `Retry-After` says (RFC 9110, section 10.2.3). Redirects are not followed, so that the key goes nowhere else.
 */
export function createAsk(endpoint: Endpoint, options: AskOptions): Ask {
  const address = `${endpoint.url.replace(/\/+$/, '').replace(/\/chat\/completions$/, '')}/chat/completions`
  const headers = { 'content-type': 'application/json', accept: 'application/json', ...(endpoint.key === undefined ? {} : { authorization: `Bearer ${endpoint.key}` }) }
  const settings: Record<string, unknown> = { temperature: 0, max_tokens: 1024, ...options.parameters }
  const members = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null))
  return async (messages) => {
    const body = JSON.stringify({ ...members, model: endpoint.model, messages, stream: false })
    for (let attempt = 0; ; attempt++) {
      const outcome = await send(address, { method: 'POST', headers, body, redirect: 'error', signal: AbortSignal.timeout(options.timeout) }, options.timeout)
      if (!('again' in outcome)) return outcome.answer
      if (attempt >= options.retries) return { problem: options.retries === 0 ? outcome.problem : `${outcome.problem}, also after ${String(options.retries)} more tries` }
      await options.sleep(Math.min(longestWait, outcome.again ?? 500 * 2 ** attempt))
    }
  }
}

/** An answer, or a problem that may pass; `again` is how long the server asks to wait. */
type Outcome = { answer: Answer } | { problem: string; again: number | undefined }

async function send(address: string, request: RequestInit, timeout: number): Promise<Outcome> {
  try {
    const response = await fetch(address, request)
    const body = await readBody(response)
    if (response.ok) {
      const answer = readAnswer(body)
      return 'problem' in answer && answer.problem.endsWith('JSON') ? { problem: answer.problem, again: undefined } : { answer }
    }
    const problem = `the server answered ${String(response.status)}${response.statusText === '' ? '' : ` ${response.statusText}`}`
    const passes = response.status >= 500 || [408, 409, 425, 429].includes(response.status)
    return passes ? { problem, again: waitOf(response.headers.get('retry-after')) } : { answer: { problem } }
  } catch (error) {
    return { problem: reasonOf(error, timeout), again: undefined }
  }
}

async function readBody(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  const body: AsyncIterable<Uint8Array> | null = response.body
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > longestAnswer) throw new Error('the answer is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Seconds, or a date, as milliseconds from now. */
function waitOf(header: string | null): number | undefined {
  if (header === null || header.trim() === '') return undefined
  const milliseconds = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : undefined
}

function reasonOf(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `no answer within ${String(timeout / 1000)} s`
  const cause = error.cause instanceof Error ? error.cause.message : ''
  return cause === '' ? error.message : `${error.message} (${cause})`
}
