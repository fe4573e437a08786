import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A request as the server got it. */
export interface ModelRequest {
  path: string
  authorization: string | undefined
  body: { model: string; stream: boolean; temperature?: number; max_tokens?: number; messages: { role: string; content: string }[] }
}

/** How the server answers one request: with the text of a model, or in a way of its own. */
export type Reply = string | ((response: ServerResponse, request: ModelRequest) => void)

export interface ModelServer {
  /** Base address, as GAZETTE_MODEL_URL has it. */
  url: string
  requests: ModelRequest[]
  /** Most requests that were open at a time. */
  atOnce: () => number
}

/**
 * A server on the loopback address that plays a language model; it ends with the test.
 *
 * @param replies one for each request, in order; the last one is given again
 */
export async function modelServer(...replies: Reply[]): Promise<ModelServer> {
  const requests: ModelRequest[] = []
  let open = 0
  let most = 0
  const server = createServer((incoming, response) => {
    open++
    most = Math.max(most, open)
    response.on('close', () => open--)
    void read(incoming).then((text) => {
      const request: ModelRequest = { path: incoming.url ?? '', authorization: incoming.headers.authorization, body: JSON.parse(text) as ModelRequest['body'] }
      requests.push(request)
      const reply = replies[Math.min(requests.length, replies.length) - 1] ?? ''
      if (typeof reply === 'string') answer(response, reply)
      else reply(response, request)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/v1`, requests, atOnce: () => most }
}

/** A chat completion with this text. */
export function answer(response: ServerResponse, content: string, more: { tokens?: number; finish?: string } = {}): void {
  const usage = more.tokens === undefined ? {} : { usage: { total_tokens: more.tokens } }
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ choices: [{ index: 0, finish_reason: more.finish ?? 'stop', message: { role: 'assistant', content } }], ...usage }))
}

/** A status without an answer. */
export function status(code: number, headers: Record<string, string> = {}): Reply {
  return (response) => {
    response.writeHead(code, headers)
    response.end('no')
  }
}

async function read(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
