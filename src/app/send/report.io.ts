import { senderOf } from '../../deliver/ledger/lock.io.ts'
import { type DeliveryState, deliveryStates } from '../../deliver/ledger/states.ts'
import type { IssueRecord, LedgerStore } from '../../deliver/ledger/store.ts'
import { messageIdOf, recipientTag } from '../../deliver/recipient-tag.ts'
import { diagnostic } from '../../diagnostics/diagnostic.ts'
import { UsageError } from '../../diagnostics/errors.ts'
import { suggestion } from '../../lib/suggest.ts'
import { thaw } from './frozen.ts'
import { existingLedger, stateFolder, tagSecret } from '../ledger.io.ts'
import { type IssueProgress, progressOf } from './progress.ts'

/** What happened to one recipient. */
export interface ReportRow {
  email: string
  state: DeliveryState
  attempts: number
  /** SMTP reply code; 0 when there was no reply. */
  code: number
  reply: string
  /** Without angle brackets; empty for whom nothing was sent to. */
  message_id: string
  /** ISO date and time of the latest change; empty when nothing happened yet. */
  at: string
}

/** What the ledger knows of an issue. */
export interface IssueReport {
  progress: IssueProgress
  /** The process that is sending it, in words; undefined when none is. */
  sender: string | undefined
  /** Recipients in the order of the list, never all of them at once. */
  rows: (states: ReadonlySet<DeliveryState>) => AsyncGenerator<ReportRow[]>
  close: () => Promise<void>
}

const rowsAtOnce = 1000

/** Opens the report of an issue. @throws {UsageError} when nothing of it was ever sent */
export async function openReport(root: string, slug: string, now: Date): Promise<IssueReport> {
  const ledger = existingLedger(root)
  const issue = await ledger?.issue(slug)
  if (ledger === undefined || issue === undefined) {
    const known = ((await ledger?.issues()) ?? []).map((one) => one.slug)
    await ledger?.close()
    const hint = suggestion(slug, known)
    throw new UsageError([diagnostic('GZ-D026', `nothing of ${slug} has been sent yet`, hint === undefined ? {} : { hint })])
  }
  return {
    progress: await progressOf(ledger, issue),
    sender: senderOf(stateFolder(root), issue.slug, now),
    rows: (states) => rowsOf(ledger, issue, states),
    close: () => ledger.close(),
  }
}

/** Reads the states of an option: `rejected,in_doubt`. @throws {UsageError} */
export function parseStates(text: string | undefined): ReadonlySet<DeliveryState> {
  if (text === undefined) return new Set(deliveryStates)
  return new Set(
    text.split(',').map((part) => {
      const word = part.trim().replace(/[ -]/g, '_')
      const state = deliveryStates.find((known) => known === word)
      if (state !== undefined) return state
      throw new UsageError([diagnostic('GZ-U004', `--state knows no ${part.trim()}`, { hint: `it takes ${deliveryStates.join(', ')}` })])
    }),
  )
}

async function* rowsOf(ledger: LedgerStore, issue: IssueRecord, states: ReadonlySet<DeliveryState>): AsyncGenerator<ReportRow[]> {
  const secret = await tagSecret(ledger)
  const { posting } = thaw(issue.content)
  let after = 0
  for (;;) {
    const records = await ledger.deliveries(issue.id, after, rowsAtOnce)
    if (records.length === 0) return
    after = records.at(-1)?.recipientId ?? after
    yield records
      .filter(({ state }) => states.has(state))
      .map(({ recipientId, address, state, attempts, code, reply, at }) => ({
        email: address,
        state,
        attempts,
        code,
        reply,
        message_id: attempts === 0 ? '' : messageIdOf(posting.slug, recipientTag(secret, { issueId: issue.id, recipientId }), posting.domain),
        at: at === 0 ? '' : new Date(at).toISOString(),
      }))
  }
}
