import { setTimeout as sleep } from 'node:timers/promises'
import { performance } from 'node:perf_hooks'
import type { Newsletter } from '../../config/newsletter.ts'
import type { DkimSigner } from '../../deliver/dkim.ts'
import { type Clock, runSend, type SendEvent, type Stop } from '../../deliver/engine.ts'
import type { IssueRecord, LedgerStore } from '../../deliver/ledger/store.ts'
import { messageIdOf, recipientTag } from '../../deliver/recipient-tag.ts'
import type { Transport } from '../../deliver/transport.ts'
import type { UnsubscribeKeys } from '../../deliver/unsubscribe-token.ts'
import { makeMessage, type MessageMaker } from '../message-maker.ts'
import type { FrozenIssue } from './frozen.ts'
import { type IssueProgress, progressOf } from './progress.ts'
import { tagSecret } from '../ledger.io.ts'

/** How a send is watched and stopped. */
export interface RunHooks {
  onEvent: (event: SendEvent) => void
  /** Aborted: finish what is under way, begin nothing. */
  drain: AbortSignal
  /** Aborted: hang up. */
  abort: AbortSignal
}

export interface SendOutcome {
  issue: IssueProgress
  /** Why it ended before its list did. */
  stop: Stop | undefined
  /** When the earliest of those that were put off is due, in milliseconds since 1970. */
  nextDue: number | undefined
}

interface PlannedRun {
  ledger: LedgerStore
  issue: IssueRecord
  frozen: FrozenIssue
  transport: Transport
  delivery: Newsletter['delivery']
  keys: UnsubscribeKeys
  dkim: DkimSigner | undefined
  /** Name of this process in the ledger. */
  owner: string
  hooks: RunHooks
  /** See failpoints.io.ts. */
  failpoint: string | undefined
}

/** The clocks of this machine. */
const clock: Clock = { now: () => Date.now(), monotonic: () => performance.now(), sleep: (ms) => sleep(ms) }

/** Sends what is due of a confirmed issue, and counts what came of it. @throws what the ledger says when it cannot be written */
export async function runPlanned(run: PlannedRun): Promise<SendOutcome> {
  const { ledger, issue, frozen, transport, delivery, keys, dkim, owner, hooks, failpoint } = run
  const secret = await tagSecret(ledger)
  const { posting, stencil } = frozen
  const maker: MessageMaker = { stencil, posting, keys, dkim, date: new Date(frozen.date) }
  const parts = failpoint === undefined ? { ledger, transport } : (await import('./failpoints.io.ts')).withFailpoint(failpoint, { ledger, transport })
  const stop = await runSend({
    ...parts,
    issue,
    settings: { ...delivery, rate: delivery.rate, domainRate: delivery.domainRate },
    prepare: ({ recipientId, address, fields }, workspace) => {
      const tag = recipientTag(secret, { issueId: issue.id, recipientId })
      return makeMessage(maker, { address, fields, messageId: messageIdOf(posting.slug, tag, posting.domain), tag }, workspace)
    },
    clock,
    random: Math.random,
    owner,
    ...hooks,
  })
  if (stop?.kind === 'failed') throw stop.error
  await ledger.complete(issue.id, clock.now())
  return { issue: await progressOf(ledger, issue), stop, nextDue: await ledger.nextDue(issue.id) }
}
