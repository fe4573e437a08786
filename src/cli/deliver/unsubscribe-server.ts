import { startUnsubscribeServer } from '../../app/unsubscribe-server.io.ts'
import { counted } from '../../lib/size.ts'
import { integerOption } from '../options.ts'
import type { Outcome } from '../outcome.ts'
import type { Shell } from '../shell.ts'
import { stopRequested } from '../signals.ts'

interface UnsubscribeServerOptions {
  port: string
  host: string
}

/** Runs the unsubscribe server until it is told to stop. Addresses are not printed: they are in the ledger. */
export async function runUnsubscribeServer(shell: Shell, options: UnsubscribeServerOptions): Promise<Outcome> {
  const { stop, release } = stopRequested()
  let recorded = 0
  let failed = 0
  const server = await startUnsubscribeServer({
    root: shell.root,
    host: options.host,
    port: integerOption('--port', options.port, 0, 65_535),
    variables: process.env,
    now: () => new Date(),
    onRequest: ({ issue, problem }) => {
      if (problem === undefined) recorded += 1
      else failed += 1
      shell.event({ event: problem === undefined ? 'unsubscribed' : 'failed', issue, ...(problem === undefined ? {} : { problem }) })
      if (problem !== undefined) shell.note(`could not be saved, the reader was asked to try again: ${problem}`)
      else if (shell.verbose) shell.note(`somebody left by a link of ${issue}`)
    },
  })
  const url = `http://${options.host}:${server.port}`
  shell.event({ event: 'listening', url, links: server.pattern })
  shell.note(`Listens  ${url}`)
  shell.note(`Links    ${server.pattern}`)
  shell.note('Let your web server pass the path of the links on to it. Ctrl-C stops it.')
  await stop
  await server.close()
  release()
  const text = [`Unsubscribed ${counted(recorded, 'reader')}`, ...(failed === 0 ? [] : [`${counted(failed, 'request')} could not be saved`])].join('; ')
  return { data: { recorded, failed }, text }
}
