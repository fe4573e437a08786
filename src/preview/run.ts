import { randomBytes } from 'node:crypto'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { diagnostic } from '../diagnostics/diagnostic.ts'
import { EnvironmentError } from '../diagnostics/errors.ts'
import { packageFolder } from '../lib/package-folder.ts'
import { createApp } from './app.ts'
import { hostsOf } from './guard.ts'
import { LateInbox } from './inbox.ts'
import { listen, type Listening } from './server.ts'
import { Session, type SessionOptions } from './session.ts'
import { watchContent } from './watch.ts'

export interface PreviewOptions extends Omit<SessionOptions, 'now' | 'random'> {
  /** Port to try first; 0 for any free one. */
  port: number
  /** The port is that one or none. */
  strictPort: boolean
  /** Also let other machines of the network read. */
  host: boolean
}

export interface RunningPreview {
  url: string
  /** Where other machines can read it. The key in it is good for this run. */
  shared?: string
  session: Session
  close: () => Promise<void>
}

/** The page as `npm run build` leaves it. */
export const uiFolder: string = join(packageFolder, 'dist/preview/ui')

/**
 * Starts the preview. It listens before anything is built, so that the page is there at once.
 *
 * @throws EnvironmentError when no port or network is to be had
 */
export async function startPreview(options: PreviewOptions): Promise<RunningPreview> {
  const { root, port: wanted, strictPort, host } = options
  const session = new Session({ ...options, now: () => new Date(), random: randomBytes })
  const inbox = new LateInbox({ root, version: options.version, changed: () => { session.audience.tell({ type: 'mail' }) } })
  const token = randomBytes(24).toString('base64url')
  const local = await listen('127.0.0.1', wanted, strictPort, (port) =>
    createApp(session, { hosts: hostsOf(port, []), token, readOnly: false }, uiFolder, inbox),
  )
  const opened: Listening[] = [local]
  const closing: (() => Promise<void>)[] = []
  try {
    const shared = host ? await share(session, local.port, opened) : undefined
    const stop = await watchContent(root, options.list === undefined ? [] : [options.list.path], (files) => void session.changed(files))
    closing.push(stop)
    // The browser takes a moment to come; the message can be ready by then.
    void session
      .current()
      .then((slug) => session.snapshot(slug))
      // Mail can come in from now on; without the inbox everything else still works.
      .then(() => inbox.open())
      .catch(() => undefined)
    const close = async (): Promise<void> => {
      await Promise.all([...closing.map((end) => end()), ...opened.map((server) => server.close()), inbox.close()])
    }
    return { url: `http://localhost:${local.port}/`, session, close, ...(shared === undefined ? {} : { shared }) }
  } catch (error) {
    await Promise.all(opened.map((server) => server.close()))
    throw error
  }
}

/** A second server on the network: it can only be read, and only by who has the key. */
async function share(session: Session, port: number, opened: Listening[]): Promise<string> {
  const address = networkAddress()
  if (address === undefined) {
    throw new EnvironmentError([diagnostic('GZ-P003', 'this machine is in no network', { hint: 'leave --host out to see the preview on this machine' })])
  }
  const key = randomBytes(9).toString('base64url')
  const server = await listen(address, port, false, (taken) =>
    createApp(session, { hosts: hostsOf(taken, [address]), token: '', readOnly: true, key }, uiFolder),
  )
  opened.push(server)
  return `http://${address}:${server.port}/?key=${key}`
}

function networkAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return all.find((found) => !found.internal && found.family === 'IPv4')?.address
}
