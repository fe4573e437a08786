import { type Equation, equationOf } from '../../deliver/ledger/states.ts'
import type { IssueRecord, LedgerStore } from '../../deliver/ledger/store.ts'
import { meaningOf } from '../../deliver/reply-rules.ts'

/** How far the sending of an issue is. */
export interface IssueProgress extends Equation {
  issue: string
  list: string
  /** Of the list: rows that could not be mailed, and rows that were there twice. */
  refused: number
  duplicates: number
  /** ISO date and time. */
  begun: string
  completed?: string
  /** How many of `pending` were put off by a server. */
  deferred: number
  /** Why, for everything that did not go well, the most frequent first. */
  reasons: { state: string; reason: string; meaning: string; count: number }[]
}

/** Counts an issue. */
export async function progressOf(ledger: LedgerStore, { id, slug, list, refused, duplicates, preparedAt, prepared }: IssueRecord): Promise<IssueProgress> {
  const counts = await ledger.counts(id)
  const completedAt = (await ledger.issue(slug))?.completedAt
  return {
    issue: slug,
    list,
    ...equationOf(counts, prepared),
    deferred: counts.deferred,
    refused,
    duplicates,
    begun: new Date(preparedAt).toISOString(),
    ...(completedAt === undefined ? {} : { completed: new Date(completedAt).toISOString() }),
    reasons: (await ledger.reasons(id)).map((one) => ({ ...one, meaning: meaningOf(one.reason) })),
  }
}
