import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { watch } from 'chokidar'
import { inboxFolder } from '../app/inbox.io.ts'
import type { Mailbox } from '../deliver/inbox/mailbox.io.ts'

export interface LateInboxOptions {
  /** The newsletter folder, absolute. */
  root: string
  version: string
  /** Told whenever a message came or went. */
  changed: () => void
}

export interface OpenInbox {
  mailbox: Mailbox
  smtpPort: number
  /** Answers as the API of `gazette inbox` below `/api/v1` does. */
  api: (path: string, init?: RequestInit) => Promise<Response>
}

/** Changes of the folder that come within this time are one. Milliseconds. */
const settle = 80

/**
 * The test inbox inside the preview. It is opened when it is first needed, so that the page does not wait for it, and
 * shows whatever is put into the folder: by its own port, by `gazette inbox`, or by `gazette test`.
 */
export class LateInbox {
  readonly #options: LateInboxOptions
  #opened: Promise<OpenInbox> | undefined
  #closers: (() => unknown)[] = []
  #isClosed = false

  constructor(options: LateInboxOptions) {
    this.#options = options
  }

  /** @throws EnvironmentError when no port is to be had */
  open(): Promise<OpenInbox> {
    if (this.#isClosed) return Promise.reject(new Error('the preview has ended'))
    this.#opened ??= this.#start().catch((error: unknown) => {
      this.#opened = undefined
      throw error
    })
    return this.#opened
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#opened?.catch(() => undefined)
    await Promise.all(this.#closers.map((end) => end()))
  }

  async #start(): Promise<OpenInbox> {
    const { root, version, changed } = this.#options
    const [{ openInbox }, { inboxApi }, { dnsKeys }] = await Promise.all([
      import('../app/inbox.io.ts'),
      import('../deliver/inbox/api.io.ts'),
      import('../deliver/dkim-keys.io.ts'),
    ])
    // The usual port is left to `gazette inbox`, which may run beside this.
    const inbox = await openInbox({ root, host: '127.0.0.1', smtpPort: 0, faults: [], version })
    const { mailbox, smtpPort } = inbox
    const api = inboxApi({ mailbox, faults: [], lookup: dnsKeys, version })
    const deaf = mailbox.listen(changed)
    this.#closers.push(inbox.close, deaf, await follow(join(root, inboxFolder), mailbox))
    return { mailbox, smtpPort, api: async (path, init) => api.request(path, init) }
  }
}

/** Looks into the folder again whenever somebody changed it. @returns stops that */
async function follow(folder: string, mailbox: Mailbox): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true })
  const watcher = watch(folder, { ignoreInitial: true, depth: 0, ignored: (path) => path.endsWith('.tmp') || path.endsWith('.eml') })
  let timer: NodeJS.Timeout | undefined
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      mailbox.refresh().catch(() => undefined)
    }, settle)
  })
  watcher.on('error', () => undefined)
  return async () => {
    clearTimeout(timer)
    await watcher.close()
  }
}
