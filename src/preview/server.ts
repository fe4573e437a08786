import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { diagnostic } from '../diagnostics/diagnostic.ts'
import { EnvironmentError } from '../diagnostics/errors.ts'
import { hasErrorCode } from '../lib/files.io.ts'

/** How many ports after the first are tried. */
const tries = 20

export interface Listening {
  port: number
  close: () => Promise<void>
}

/**
 * Listens on a port of one address.
 *
 * @param first port to try; the ones that follow are tried when it is taken, unless `strict`. 0 takes any free one
 * @param appAt makes what answers, once the port is known
 * @throws EnvironmentError when no port is free
 */
export async function listen(
  address: string,
  first: number,
  strict: boolean,
  appAt: (port: number) => { fetch: (request: Request) => Response | Promise<Response> },
): Promise<Listening> {
  const ports = strict || first === 0 ? [first] : Array.from({ length: tries }, (_, index) => first + index)
  for (const port of ports) {
    const server = createServer()
    try {
      const taken = await bind(server, address, port)
      const { fetch } = appAt(taken)
      const answer = getRequestListener(fetch)
      server.on('request', (incoming, outgoing) => void answer(incoming, outgoing))
      return { port: taken, close: () => close(server) }
    } catch (error) {
      if (!hasErrorCode(error, 'EADDRINUSE', 'EACCES')) throw error
    }
  }
  const shown = ports.length === 1 ? `port ${first} is taken` : `ports ${first} to ${first + tries - 1} are all taken`
  throw new EnvironmentError([diagnostic('GZ-P002', shown, { hint: 'choose another with --port' })])
}

function bind(server: Server, address: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, address, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    // Event streams never end by themselves.
    server.closeAllConnections()
  })
}
