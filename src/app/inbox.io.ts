import { join } from 'node:path'
import { diagnostic } from '../diagnostics/diagnostic.ts'
import { EnvironmentError } from '../diagnostics/errors.ts'
import { dnsKeys } from '../deliver/dkim-keys.io.ts'
import type { KeyLookup } from '../deliver/dkim-verify.ts'
import type { Fault } from '../deliver/inbox/faults.ts'
import { defaultLimits, Mailbox } from '../deliver/inbox/mailbox.io.ts'
import { type Receiver, startReceiver } from '../deliver/inbox/receiver.io.ts'
import { inboxApp } from '../deliver/inbox/server.io.ts'
import { serveApp, type WebServer } from '../deliver/serve.io.ts'
import { hasErrorCode } from '../lib/files.io.ts'

/** The ports of Mailpit, so that either can stand in for the other. */
export const inboxPorts = { smtp: 1025, web: 8025 } as const

/** Where the messages of the test inbox are, relative to the newsletter folder. */
export const inboxFolder = join('.gazette', 'inbox')

export interface InboxRequest {
  /** The newsletter folder, absolute. */
  root: string
  host: string
  /** 0 for any free one. */
  smtpPort: number
  /** Left out, there is no page. */
  webPort?: number
  /** Most messages that are kept; left out, 2000. */
  keep?: number
  faults: Fault[]
  version: string
  /** Public DKIM keys; left out, those in DNS. */
  lookup?: KeyLookup
}

/** A test inbox that runs. */
export interface Inbox {
  mailbox: Mailbox
  smtpPort: number
  /** Address of the page, when there is one. */
  url: string | undefined
  close: () => Promise<void>
}

/**
 * Starts a test inbox: a mail server that delivers nothing, and a page that shows what it was given.
 *
 * @throws {EnvironmentError} when a port is taken
 */
export async function openInbox(request: InboxRequest): Promise<Inbox> {
  const { root, host, smtpPort, webPort, keep, faults, version, lookup = dnsKeys } = request
  const mailbox = await Mailbox.open(join(root, inboxFolder), keep === undefined ? defaultLimits : { ...defaultLimits, messages: keep })
  const receiver = await onPort(smtpPort, 'mail', () =>
    startReceiver({ host, port: smtpPort, mailbox, faults: () => faults, now: () => Date.now(), random: Math.random }),
  )
  const web = webPort === undefined ? undefined : await page(receiver, webPort)

  async function page({ port, close }: Receiver, wanted: number): Promise<WebServer> {
    try {
      const app = inboxApp({ mailbox, faults, lookup, version }, () => port, host !== '127.0.0.1')
      return await onPort(wanted, 'the page', () => serveApp(app, host, wanted))
    } catch (error) {
      await close()
      throw error
    }
  }
  return {
    mailbox,
    smtpPort: receiver.port,
    url: web === undefined ? undefined : `http://${host}:${web.port}`,
    close: async () => {
      await Promise.all([receiver.close(), web?.close()])
    },
  }
}

async function onPort<Value>(port: number, what: string, start: () => Promise<Value>): Promise<Value> {
  try {
    return await start()
  } catch (error) {
    if (!hasErrorCode(error, 'EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL')) throw error
    const hint = 'another test inbox may be running, which will do as well; or choose other ports with --port and --web-port'
    throw new EnvironmentError([diagnostic('GZ-D008', `port ${port} for ${what} cannot be had`, { hint })], { cause: error })
  }
}
