import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { createTransport } from 'nodemailer'
import { describe, it } from 'vitest'
import { freeze } from '../../../src/app/send/frozen.ts'
import { runPlanned } from '../../../src/app/send/run.io.ts'
import { deliverySchema } from '../../../src/config/delivery.ts'
import { createDkimSigner } from '../../../src/deliver/dkim.ts'
import { openSqliteLedger } from '../../../src/deliver/ledger/sqlite.io.ts'
import { transportFor } from '../../../src/deliver/smtp.io.ts'
import { parseTarget } from '../../../src/deliver/smtp-url.ts'
import { people } from '../../deliver/ledger/conformance.ts'
import { format, spread } from '../timing.ts'
import { keys, nodemailerMail, sampleMaker } from './sample-message.ts'
import { sourceRate, startSink, withoutPostfix } from './sink.ts'

const ours = 20_000
const theirs = 2000
const rounds = Number(process.env.GAZETTE_BENCH_ROUNDS ?? 3)
const connections = 10
const pem = readFileSync(fileURLToPath(new URL('../../deliver/fixtures/dkim.key', import.meta.url)), 'utf8')

interface Rate {
  perSecond: number
  /** Messages per second of processor time of this process. */
  perCpuSecond: number
}

async function timed(messages: number, work: () => Promise<unknown>): Promise<Rate> {
  const started = performance.now()
  const cpu = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { perSecond: (messages / (performance.now() - started)) * 1000, perCpuSecond: (messages / (user + system)) * 1e6 }
}

/** A whole send, as `gazette send` does it after its list is confirmed: ledger on disk, every write waited for. */
async function gazetteRate(port: number, messages: number, isSigned: boolean): Promise<Rate> {
  const folder = mkdtempSync(join(tmpdir(), 'gazette-bench-'))
  const ledger = openSqliteLedger(join(folder, 'gazette.db'))
  const maker = sampleMaker()
  const frozen = { subject: 'Bench', stencil: maker.stencil, posting: maker.posting, date: 0 }
  const preparation = await ledger.prepare('2026-w48', 0)
  await preparation.add(people(messages))
  const { generation } = preparation
  const issue = await ledger.confirm('2026-w48', { generation, contentHash: '', content: freeze(frozen), list: 'people.csv', listHash: '', refused: 0, duplicates: 0 }, Date.now())
  const dkim = isSigned ? createDkimSigner(pem, 'example.com', 'bench', () => Date.now()) : undefined
  const idle = new AbortController().signal
  const run = { ledger, issue, frozen, transport: transportFor(parseTarget(`smtp://127.0.0.1:${port}`)), delivery: deliverySchema.parse({ connections }), keys, dkim, owner: 'bench', failpoint: undefined }
  let accepted = 0
  const rate = await timed(messages, async () => {
    const outcome = await runPlanned({ ...run, hooks: { onEvent: () => undefined, drain: idle, abort: idle } })
    accepted = outcome.issue.accepted
  })
  await ledger.close()
  rmSync(folder, { recursive: true, force: true })
  if (accepted !== messages) throw new Error(`${accepted} of ${messages} were accepted`)
  return rate
}

/** What the documentation of nodemailer recommends for lists: a pool, fed as it asks to be. */
async function nodemailerRate(port: number, messages: number, isSigned: boolean): Promise<Rate> {
  const dkim = isSigned ? { dkim: { domainName: 'example.com', keySelector: 'bench', privateKey: pem } } : {}
  const transport = createTransport({ host: '127.0.0.1', port, pool: true, maxConnections: connections, maxMessages: 500, ignoreTLS: true, ...dkim })
  let next = 0
  const rate = await timed(messages, () =>
    Promise.all(
      Array.from({ length: connections * 2 }, async () => {
        while (next < messages) {
          const index = ++next
          await transport.sendMail(nodemailerMail(`reader${index}@example.com`, `Reader ${index}`, `${index}@example.com`))
        }
      }),
    ),
  )
  transport.close()
  return rate
}

describe('sending messages of 40 KB to smtp-sink', () => {
  it.for([
    ['unsigned', false],
    ['signed (DKIM)', true],
  ] as const)('%s, beside a pool of nodemailer and smtp-source', async ([name, isSigned], { skip }) => {
    skip(withoutPostfix !== undefined, withoutPostfix)
    const sink = await startSink()
    try {
      const rates: { gazette: Rate; nodemailer: Rate; source: number }[] = []
      await gazetteRate(sink.port, 1000, isSigned)
      for (let round = 0; round < rounds; round++) {
        rates.push({
          nodemailer: await nodemailerRate(sink.port, theirs, isSigned),
          gazette: await gazetteRate(sink.port, isSigned ? ours / 4 : ours, isSigned),
          source: sourceRate(sink.port, ours, 48_000, connections),
        })
      }
      const show = (of: (one: (typeof rates)[number]) => number, unit: string): string => format(spread(rates.map(of)), unit)
      console.log(`${name}: gazette ${show((one) => one.gazette.perSecond, '/s')}, ${show((one) => one.gazette.perCpuSecond, '/CPU s')}`)
      console.log(`${name}: nodemailer ${show((one) => one.nodemailer.perSecond, '/s')}, ${show((one) => one.nodemailer.perCpuSecond, '/CPU s')}`)
      console.log(`${name}: ${show((one) => one.gazette.perSecond / one.nodemailer.perSecond, 'times nodemailer')}, per CPU second ${show((one) => one.gazette.perCpuSecond / one.nodemailer.perCpuSecond, 'times')}`)
      console.log(`${name}: smtp-source ${show((one) => one.source, '/s')}; share of that ceiling ${show((one) => (100 * one.gazette.perSecond) / one.source, '%')}`)
    } finally {
      await sink.stop()
    }
  })
})
