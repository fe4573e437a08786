import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { hasErrorCode, writeWhole } from '../../lib/files.io.ts'
import { isRecord } from '../../lib/records.ts'
import { summarise, type Summary } from './summary.ts'

/** How a message came in. */
export interface Arrival {
  from: string
  to: string[]
  /** The user that logged in, if one did. */
  user?: string
  secure: boolean
}

/** A message in the inbox, without its content. */
export interface StoredMessage extends Arrival, Summary {
  id: string
  /** Milliseconds since 1970. */
  at: number
  bytes: number
  read: boolean
}

/** How much an inbox keeps; the oldest go first. */
export interface Limits {
  messages: number
  bytes: number
}

export const defaultLimits: Limits = { messages: 2000, bytes: 512 * 1024 * 1024 }

/** What happened in the inbox. */
export type InboxEvent = { kind: 'arrived'; message: StoredMessage } | { kind: 'changed' }

/**
 * Messages in a folder: each as the very bytes that came in, `ID.eml`, with a small `ID.json` beside it. The newest come
 * first. Everything it lists is in memory; contents stay on disk.
 */
export class Mailbox {
  readonly folder: string
  readonly #limits: Limits
  readonly #listeners = new Set<(event: InboxEvent) => void>()
  #messages: StoredMessage[] = []
  #counter = 0
  /** Messages taken in since this inbox was opened, those that are gone again included. */
  received = 0

  private constructor(folder: string, limits: Limits) {
    this.folder = folder
    this.#limits = limits
  }

  /** Opens the inbox of a folder, which is made when it is not there. */
  static async open(folder: string, limits: Limits = defaultLimits): Promise<Mailbox> {
    const mailbox = new Mailbox(folder, limits)
    await mkdir(folder, { recursive: true })
    const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
    const found = await Promise.all(names.map((name) => readStored(join(folder, name))))
    mailbox.#messages = found.filter((message) => message !== undefined).toSorted(newestFirst)
    return mailbox
  }

  list(): readonly StoredMessage[] {
    return this.#messages
  }

  find(id: string): StoredMessage | undefined {
    return id === 'latest' ? this.#messages[0] : this.#messages.find((message) => message.id === id)
  }

  /** The bytes of a message; undefined when there is none of that id. */
  async raw(id: string): Promise<Buffer | undefined> {
    const message = this.find(id)
    if (message === undefined) return undefined
    try {
      return await readFile(this.#path(message.id, 'eml'))
    } catch (error) {
      if (hasErrorCode(error, 'ENOENT')) return undefined
      throw error
    }
  }

  /** Keeps a message. */
  async add(raw: Buffer, arrival: Arrival, at: number): Promise<StoredMessage> {
    const id = `${at.toString(36)}${(this.#counter++ % 1296).toString(36).padStart(2, '0')}${randomBytes(3).toString('hex')}`
    const message: StoredMessage = { id, at, bytes: raw.length, read: false, ...arrival, ...(await summarise(raw)) }
    await writeWhole(this.#path(id, 'eml'), raw)
    await writeWhole(this.#path(id, 'json'), JSON.stringify(message))
    this.received++
    this.#take(message)
    await this.#trim()
    return message
  }

  /** Notices what another process that uses the same folder has put there or removed. */
  async refresh(): Promise<void> {
    const before = new Set(this.#messages)
    const ids = new Set((await readdir(this.folder)).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length)))
    const fresh = [...ids].filter((id) => this.find(id) === undefined)
    const found = await Promise.all(fresh.map((id) => readStored(this.#path(id, 'json'))))
    for (const message of found) if (message !== undefined) this.#take(message)
    const kept = this.#messages.filter((message) => ids.has(message.id) || !before.has(message))
    if (kept.length === this.#messages.length) return
    this.#messages = kept
    this.#tell({ kind: 'changed' })
  }

  /** Lists a message, once, whoever brought it in. */
  #take(message: StoredMessage): void {
    if (this.#messages.some(({ id }) => id === message.id)) return
    this.#messages = [message, ...this.#messages].toSorted(newestFirst)
    this.#tell({ kind: 'arrived', message })
  }

  /** Removes messages, or all of them. */
  async remove(ids?: readonly string[]): Promise<void> {
    const gone = ids === undefined ? this.#messages : this.#messages.filter(({ id }) => ids.includes(id))
    // Off the disk first: whoever looks at the folder meanwhile must not find them again.
    for (const { id } of gone) await this.#delete(id)
    this.#messages = this.#messages.filter((message) => !gone.includes(message))
    this.#tell({ kind: 'changed' })
  }

  /** Notes whether messages were read; all of them when no ids are given. */
  async setRead(read: boolean, ids?: readonly string[]): Promise<void> {
    for (const message of this.#messages) {
      if (message.read === read || (ids !== undefined && !ids.includes(message.id))) continue
      message.read = read
      await writeWhole(this.#path(message.id, 'json'), JSON.stringify(message))
    }
    this.#tell({ kind: 'changed' })
  }

  /** @returns what ends the listening */
  listen(listener: (event: InboxEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  #tell(event: InboxEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  async #trim(): Promise<void> {
    let bytes = this.#messages.reduce((sum, message) => sum + message.bytes, 0)
    while (this.#messages.length > 1 && (this.#messages.length > this.#limits.messages || bytes > this.#limits.bytes)) {
      const oldest = this.#messages.pop()
      if (oldest === undefined) return
      bytes -= oldest.bytes
      await this.#delete(oldest.id)
    }
  }

  async #delete(id: string): Promise<void> {
    // The description goes first: without it a message is not listed, and what is left behind does no harm.
    await rm(this.#path(id, 'json'), { force: true })
    await rm(this.#path(id, 'eml'), { force: true })
  }

  #path(id: string, extension: 'eml' | 'json'): string {
    return join(this.folder, `${id}.${extension}`)
  }
}

async function readStored(path: string): Promise<StoredMessage | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'))
    return isStored(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isStored(value: unknown): value is StoredMessage {
  return isRecord(value) && typeof value['id'] === 'string' && typeof value['at'] === 'number' && Array.isArray(value['to'])
}

function newestFirst(a: StoredMessage, b: StoredMessage): number {
  return b.at - a.at || (a.id < b.id ? 1 : -1)
}
