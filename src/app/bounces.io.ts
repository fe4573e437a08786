import { resolve } from 'node:path'
import { bounceKind, type BounceVerdict, complaintKind, worstKind } from '../deliver/bounce/kind.ts'
import { readMailbox } from '../deliver/bounce/mailbox.io.ts'
import { readReturned, type ReturnedMessage } from '../deliver/bounce/report.ts'
import type { LedgerStore, SuppressionReason } from '../deliver/ledger/store.ts'
import { findTag } from '../deliver/recipient-tag.ts'
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts'
import { EnvironmentError, UsageError } from '../diagnostics/errors.ts'
import { parseAddress } from '../lib/mail-address.ts'
import { existingLedger, tagSecret } from './ledger.io.ts'

export interface BouncesRequest {
  /** The newsletter folder, absolute. */
  root: string
  /** .eml files, mbox files, maildirs or folders of .eml files. */
  paths: readonly string[]
  now: Date
}

/** What became of one message. */
export type BounceOutcome =
  | 'hard'
  | 'soft'
  | 'complaint'
  | 'unsubscribed'
  | 'sender'
  /** A delay, a delivery receipt, or feedback that is no complaint. */
  | 'notice'
  /** Read before. */
  | 'known'
  /** A report about a message that this ledger did not send. */
  | 'foreign'
  /** Not a report. */
  | 'other'

export interface ReadMessage {
  place: string
  outcome: BounceOutcome
  /** Absent when the message could not be attributed. */
  address?: string
  issue?: string
  /** Why, in a few words. */
  detail: string
  /** Whether the address is not mailed again because of this message. */
  suppressed: boolean
}

export interface BouncesResult {
  messages: ReadMessage[]
  diagnostics: Diagnostic[]
}

/** An address that cannot be reached in so many issues is given up. */
const softIssuesToSuppress = 3
/** Soft bounces longer ago, in milliseconds, do not count. */
const softWindow = 60 * 24 * 3600 * 1000

/**
 * Reads messages that came back and remembers what they say: an address that is dead, that was out of reach in three
 * issues within 60 days, that complained or asked to leave is not mailed again. A report counts only when it carries the
 * signed tag of a message that this ledger sent, in the address it was sent to (VERP) or in the Message-ID it quotes:
 * what anybody could write does not take a reader off the list.
 *
 * @throws {UsageError} when nothing was sent from this folder
 * @throws {EnvironmentError} when a mailbox cannot be read
 */
export async function readBounces({ root, paths, now }: BouncesRequest): Promise<BouncesResult> {
  const ledger = existingLedger(root)
  if (ledger === undefined) {
    const hint = 'bounces are attributed by the ledger in .gazette/, which the first send makes'
    throw new UsageError([diagnostic('GZ-D032', 'nothing was sent from this folder, so no bounce can be attributed', { hint })])
  }
  try {
    const reader = new BounceReader(ledger, await tagSecret(ledger), await slugs(ledger), now.getTime())
    for (const path of paths) await reader.readAll(resolve(root, path), path)
    return { messages: reader.messages, diagnostics: reader.diagnostics }
  } finally {
    await ledger.close()
  }
}

async function slugs(ledger: LedgerStore): Promise<ReadonlyMap<number, string>> {
  return new Map((await ledger.issues()).map(({ id, slug }) => [id, slug]))
}

/** Whom a report is about. */
interface Subject {
  address: string
  key: string
  issue: string
}

class BounceReader {
  readonly messages: ReadMessage[] = []
  readonly diagnostics: Diagnostic[] = []
  readonly #ledger: LedgerStore
  readonly #secret: string
  readonly #slugs: ReadonlyMap<number, string>
  readonly #now: number
  /** Rules about the sender that were reported already. */
  readonly #troubles = new Set<string>()

  constructor(ledger: LedgerStore, secret: string, slugs: ReadonlyMap<number, string>, now: number) {
    this.#ledger = ledger
    this.#secret = secret
    this.#slugs = slugs
    this.#now = now
  }

  /** @param path absolute; `name` is how the author wrote it */
  async readAll(path: string, name: string): Promise<void> {
    try {
      for await (const { place, raw } of readMailbox(path)) {
        const message = await readReturned(raw)
        const read = message === undefined ? other('cannot be read') : await this.#read(message, place)
        this.messages.push({ place: place.replace(path, name), ...read })
      }
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error
      throw new EnvironmentError([diagnostic('GZ-D030', `${name} cannot be read`, { hint: error.message })], { cause: error })
    }
  }

  async #read(message: ReturnedMessage, place: string): Promise<Omit<ReadMessage, 'place'>> {
    if (message.type === 'other') return other(message.subject === '' ? 'no report' : `no report: ${message.subject.slice(0, 80)}`)
    if (message.type === 'unsubscribe') return await this.#unsubscribe(message.address)
    const subject = await this.#subject(message.traces)
    if (subject === undefined) return { outcome: 'foreign', detail: 'carries no tag of a message that was sent from here', suppressed: false }
    const verdict = message.type === 'complaint' ? complaintKind(message.feedback) : worstKind(message.recipients.map(bounceKind))
    const base = { address: subject.address, issue: subject.issue, detail: verdict.meaning, suppressed: false }
    if (verdict.kind === 'none') return { ...base, outcome: 'notice' }
    if (verdict.kind === 'sender') {
      this.#trouble(verdict, place)
      return { ...base, outcome: 'sender' }
    }
    const status = message.type === 'delivery' ? (message.recipients[0]?.status ?? '') : ''
    const detail = message.type === 'delivery' ? (message.recipients[0]?.diagnostic.slice(0, 400) ?? '') : message.feedback
    const recorded = { key: subject.key, issue: subject.issue, kind: verdict.kind, status, detail, reportId: message.id, at: this.#now }
    const { isNew, softIssues } = await this.#ledger.recordBounce(recorded, this.#now - softWindow)
    if (!isNew) return { ...base, outcome: 'known' }
    const isGivenUp = verdict.kind !== 'soft' || softIssues >= softIssuesToSuppress
    if (isGivenUp) {
      const reason = verdict.kind === 'complaint' ? 'complaint' : 'bounce'
      await this.#suppress(subject.key, subject.issue, reason, message.type === 'complaint' ? 'arf' : 'dsn')
    }
    return { ...base, outcome: verdict.kind, suppressed: isGivenUp }
  }

  async #unsubscribe(from: string): Promise<Omit<ReadMessage, 'place'>> {
    const parsed = parseAddress(from)
    if (!parsed.ok) return other(`asks to leave, and the address ${parsed.reason}`)
    const known = (await this.#ledger.suppression(parsed.value.key)) !== undefined
    if (!known) await this.#suppress(parsed.value.key, '', 'unsubscribed', 'mail')
    return { address: parsed.value.address, detail: 'asks to leave', outcome: known ? 'known' : 'unsubscribed', suppressed: !known }
  }

  async #suppress(key: string, issue: string, reason: SuppressionReason, source: string): Promise<void> {
    await this.#ledger.suppress([{ key, reason, issue, source, at: this.#now }])
  }

  async #subject(traces: readonly string[]): Promise<Subject | undefined> {
    for (const trace of traces) {
      const tag = findTag(this.#secret, trace)
      const row = tag === undefined ? undefined : await this.#ledger.delivery(tag.issueId, tag.recipientId)
      if (tag !== undefined && row !== undefined) {
        const parsed = parseAddress(row.address)
        const key = parsed.ok ? parsed.value.key : row.address
        return { address: row.address, key, issue: this.#slugs.get(tag.issueId) ?? '' }
      }
    }
    return undefined
  }

  #trouble({ rule, meaning }: BounceVerdict, place: string): void {
    if (this.#troubles.has(rule)) return
    this.#troubles.add(rule)
    const hint = 'nobody is taken off the list for it; mend it before the next issue, and see docs/delivery.md'
    this.diagnostics.push(diagnostic('GZ-D031', `mail came back because ${meaning}`, { file: place, hint }))
  }
}

function other(detail: string): Omit<ReadMessage, 'place'> {
  return { outcome: 'other', detail, suppressed: false }
}
