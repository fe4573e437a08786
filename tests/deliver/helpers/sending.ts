import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Clock, runSend, type SendEvent, type SendJob, type SendSettings, type Stop } from '../../../src/deliver/engine.ts'
import { openSqliteLedger } from '../../../src/deliver/ledger/sqlite.io.ts'
import type { DeliveryRecord, IssueRecord, LedgerStore } from '../../../src/deliver/ledger/store.ts'
import { transportFor } from '../../../src/deliver/smtp.io.ts'
import { parseTarget } from '../../../src/deliver/smtp-url.ts'
import type { Transport } from '../../../src/deliver/transport.ts'
import type { Recipient } from '../../../src/model/recipient.ts'

export const realClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

export const quickSettings: SendSettings = {
  connections: 3,
  messagesPerConnection: 100,
  patience: 300,
  wait: 0,
  rate: undefined,
  domainRate: undefined,
}

/** A ledger in a folder of its own, with an issue frozen for some recipients. */
export interface Bench {
  folder: string
  path: string
  ledger: LedgerStore
  issue: IssueRecord
  events: SendEvent[]
  /** Sends once, by a URL or a transport. */
  send: (to: string | Transport, more?: Partial<Omit<SendJob, 'settings'>>, settings?: Partial<SendSettings>) => Promise<Stop | undefined>
  rows: () => Promise<DeliveryRecord[]>
  dispose: () => Promise<void>
}

/** Freezes an issue named `first` for these recipients. */
export async function benchFor(recipients: readonly Recipient[]): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'gazette-send-'))
  const path = join(folder, 'gazette.db')
  const ledger = openSqliteLedger(path)
  const preparation = await ledger.prepare('first', Date.now())
  await preparation.add(recipients)
  const { generation } = preparation
  const confirmation = { generation, contentHash: 'c', content: '', list: 'people.csv', listHash: '', refused: 0, duplicates: 0 }
  const issue = await ledger.confirm('first', confirmation, Date.now())
  const events: SendEvent[] = []
  return {
    folder,
    path,
    ledger,
    issue,
    events,
    send: (to, more = {}, settings = {}) =>
      runSend({
        ledger,
        issue,
        transport: typeof to === 'string' ? transportFor(parseTarget(to)) : to,
        settings: { ...quickSettings, ...settings },
        prepare: ({ address }) =>
          Promise.resolve({
            envelope: { from: 'news@example.com', to: address, utf8: false },
            message: Buffer.from(`To: ${address}\r\nSubject: Hello\r\n\r\nHello ${address}\r\n`),
          }),
        clock: realClock,
        random: () => 0.5,
        onEvent: (event) => events.push(event),
        drain: new AbortController().signal,
        abort: new AbortController().signal,
        owner: 'test',
        ...more,
      }),
    rows: () => ledger.deliveries(issue.id, 0, 1_000_000),
    dispose: async () => {
      await ledger.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
