import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'

export interface WebServer {
  port: number
  close: () => Promise<void>
}

/**
 * Serves an application over HTTP.
 *
 * @param port 0 for any free one
 * @throws what the system says when the port cannot be had
 */
export async function serveApp(app: Pick<Hono, 'fetch'>, host: string, port: number): Promise<WebServer> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}
