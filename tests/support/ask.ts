import { request } from 'node:http'

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** A request to a server of this machine, as an attacker can write one: `fetch` would refuse to set these headers. */
export function ask(url: string, path: string, headers: Record<string, string> = {}, method = 'GET', body?: string): Promise<Answer> {
  const { port } = new URL(url)
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers: { host: `localhost:${port}`, ...headers } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text })
      })
    })
    sent.on('error', reject).end(body)
  })
}

/** The token that the page of a preview shows with every write. */
export async function tokenOf(url: string): Promise<string> {
  return /name="gazette-token" content="([^"]+)"/.exec((await ask(url, '/')).body)?.[1] ?? ''
}
