import { loadEnvironment } from '../config/environment.io.ts'
import { newsletterFile, requireNewsletter } from '../config/load.io.ts'
import { serveApp } from '../deliver/serve.io.ts'
import { tokenFinder } from '../deliver/unsubscribe/link.ts'
import { unsubscribeApp } from '../deliver/unsubscribe/server.io.ts'
import { diagnostic } from '../diagnostics/diagnostic.ts'
import { EnvironmentError, UsageError } from '../diagnostics/errors.ts'
import { hasErrorCode } from '../lib/files.io.ts'
import { openLedger } from './ledger.io.ts'
import { unsubscribeKeys } from './unsubscribe-keys.io.ts'

export interface UnsubscribeServerRequest {
  /** The newsletter folder, absolute. */
  root: string
  host: string
  /** 0 for any free one. */
  port: number
  variables: NodeJS.ProcessEnv
  now: () => Date
  /** Called after a wish was made durable, or could not be: `problem` says why. */
  onRequest: (event: { issue: string; problem?: string }) => void
}

export interface UnsubscribeServer {
  port: number
  /** The links that it answers, as newsletter.yaml writes them. */
  pattern: string
  close: () => Promise<void>
}

/**
 * Starts the server behind the links to unsubscribe. Each wish is on disk before it is answered, in the same ledger that
 * a send asks before the end of every message.
 *
 * @throws {UsageError} when newsletter.yaml has errors or names no link with a place for a token
 * @throws {EnvironmentError} when the port is taken or the ledger cannot be opened
 */
export async function startUnsubscribeServer(request: UnsubscribeServerRequest): Promise<UnsubscribeServer> {
  const { root, host, port, variables, now, onRequest } = request
  const newsletter = await requireNewsletter(root)
  const pattern = newsletter.links.unsubscribe ?? ''
  const find = tokenFinder(pattern)
  if (find === undefined) {
    const hint = 'for instance unsubscribe: https://weekly.example.com/unsubscribe/{token}'
    throw new UsageError([diagnostic('GZ-D033', 'links.unsubscribe has no place for a {token}', { file: newsletterFile, hint })])
  }
  const keys = await unsubscribeKeys(root, (await loadEnvironment(root, variables)).unsubscribeKey)
  const ledger = openLedger(root)
  const app = unsubscribeApp({
    name: newsletter.name,
    lang: newsletter.lang,
    keys,
    find,
    record: async ({ key, issue }) => {
      try {
        await ledger.suppress([{ key, reason: 'unsubscribed', issue, source: 'link', at: now().getTime() }])
        onRequest({ issue })
      } catch (error) {
        onRequest({ issue, problem: error instanceof Error ? error.message : String(error) })
        throw error
      }
    },
  })
  try {
    const server = await serveApp(app, host, port)
    return {
      port: server.port,
      pattern,
      close: async () => {
        await server.close()
        await ledger.close()
      },
    }
  } catch (error) {
    await ledger.close()
    if (!hasErrorCode(error, 'EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL')) throw error
    const hint = 'choose another with --port'
    throw new EnvironmentError([diagnostic('GZ-D034', `port ${port} on ${host} cannot be had`, { hint })], { cause: error })
  }
}
