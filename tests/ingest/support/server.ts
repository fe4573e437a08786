import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface LocalServer {
  /** http://127.0.0.1:port */
  url: string
  /** 127.0.0.1:port, for --allow-host. */
  host: string
  /** Path and headers of each request, in order. */
  requests: { path: string; headers: IncomingMessage['headers'] }[]
  close: () => Promise<void>
}

export type Routes = Record<string, string | Buffer | ((request: IncomingMessage, response: ServerResponse) => void)>

/**
 * A real server on loopback, closed when the test ends.
 *
 * @param routes path → HTML, bytes, or what answers; anything else is 404
 */
export async function serve(routes: Routes, address = '127.0.0.1'): Promise<LocalServer> {
  const server = await listen(routesListener(routes), address)
  onTestFinished(() => server.close())
  return server
}

function routesListener(routes: Routes): RequestListener {
  return (request, response) => {
    const route = routes[(request.url ?? '/').split('?')[0] ?? '/']
    if (route === undefined) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>')
    } else if (typeof route === 'function') {
      route(request, response)
    } else {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(route)
    }
  }
}

/** The same for tests and measurements that see to the end themselves. */
export async function listen(listener: RequestListener, address = '127.0.0.1'): Promise<LocalServer> {
  const requests: LocalServer['requests'] = []
  const server: Server = createServer((request, response) => {
    requests.push({ path: request.url ?? '', headers: request.headers })
    listener(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, address, resolve))
  const { port } = server.address() as AddressInfo
  const host = `${address.includes(':') ? `[${address}]` : address}:${String(port)}`
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => {
        resolve()
      })
      server.closeAllConnections()
    })
  return { url: `http://${host}`, host, requests, close }
}
