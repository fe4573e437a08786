import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A web server on this machine to unsubscribe at; it ends with the test. */
export async function unsubscribeTarget(): Promise<{ url: string; status: number; asked: string[] }> {
  const target = { url: '', status: 200, asked: [] as string[] }
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      target.asked.push(`${request.method ?? ''} ${request.url ?? ''} ${body}`)
      response.writeHead(target.status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  target.url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/u/abc`
  return target
}

/** A message with a button to unsubscribe. */
export function leavable(url: string): Buffer {
  return Buffer.from(
    `From: a@b.example\r\nTo: c@d.example\r\nSubject: Leave me\r\nList-Unsubscribe: <${url}>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n\r\nHello\r\n`,
  )
}
