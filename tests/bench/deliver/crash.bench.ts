import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openSqliteLedger } from '../../../src/deliver/ledger/sqlite.io.ts'
import type { DeliveryRecord } from '../../../src/deliver/ledger/store.ts'
import { fakeSmtp } from '../../deliver/helpers/fake-smtp.ts'
import { article } from '../../support/newsletter-folder.ts'

const shim = fileURLToPath(new URL('../../../src/cli/gazette.cjs', import.meta.url))
const recipients = Number(process.env.GAZETTE_BENCH_RECIPIENTS ?? 20_000)
const kills = Number(process.env.GAZETTE_BENCH_KILLS ?? 30)
const connections = 10

function folder(): string {
  const root = mkdtempSync(join(tmpdir(), 'gazette-crash-'))
  const files = {
    'content/newsletter.yaml': `name: Weekly\nfrom:\n  address: news@example.com\ndelivery:\n  connections: ${connections}\n  wait: 15s\n  patience: 30s\n`,
    'content/articles/2026-11-20-crane.md': article('The crane comes down', 'url: https://example.com/crane\n'),
    'content/issues/2026-w47.md': '---\ndate: 2026-11-21\nsubject: The crane\narticles: [2026-11-20-crane]\n---\n',
    'people.csv': `email\n${Array.from({ length: recipients }, (_, index) => `reader${index + 1}@example.com\n`).join('')}`,
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

/** Everything that a server can do wrong in a send, each now and then. */
const now = (rate: number): boolean => Math.random() < rate

it(`${kills} × kill -9 at random moments of a send to ${recipients}, by a server with faults`, { timeout: 3_600_000 }, async () => {
  const copies = new Map<string, number>()
  const server = await fakeSmtp({
    mail: () => (now(0.001) ? '421 4.3.2 Shutting down' : now(0.001) ? 'drop' : '250 Ok'),
    rcpt: () => (now(0.002) ? '451 4.3.0 Try later' : '250 Ok'),
    message: ({ to: [to = ''] }) => {
      copies.set(to, (copies.get(to) ?? 0) + 1)
      server.messages.length = 0
      return now(0.0005) ? 'drop' : '250 2.0.0 Ok'
    },
  })
  const root = folder()
  const rows = async (): Promise<DeliveryRecord[]> => {
    const ledger = openSqliteLedger(join(root, '.gazette/gazette.db'))
    const issue = await ledger.issue('2026-w47')
    const all = issue === undefined ? [] : await ledger.deliveries(issue.id, 0, recipients + 1)
    await ledger.close()
    return all
  }
  const start = (more: string[]): ReturnType<typeof spawn> =>
    spawn(process.execPath, [shim, 'send', '2026-w47', '--list', 'people.csv', '--confirm', String(recipients), '-q', ...more], {
      cwd: root,
      env: { PATH: process.env.PATH, GAZETTE_SMTP_URL: server.url },
      stdio: 'ignore',
    })
  try {
    console.log('kill  after ms  received  in doubt by this kill  accepted  pending')
    let worst = 0
    for (let kill = 1; kill <= kills; kill++) {
      const before = copies.size
      const child = start(kill === 1 ? [] : ['--frozen'])
      const isOver = (): boolean => child.exitCode !== null
      while (copies.size === before && !isOver()) await sleep(2)
      const wait = Math.floor(Math.random() * 700)
      await sleep(wait)
      if (!isOver()) {
        child.kill('SIGKILL')
        await once(child, 'exit')
      }
      const after = await rows()
      const count = (...states: string[]): number => after.filter(({ state }) => states.includes(state)).length
      worst = Math.max(worst, count('attempting'))
      console.log([kill, wait, copies.size, count('attempting'), count('accepted'), count('pending', 'leased', 'deferred')].map((value, index) => String(value).padStart([4, 8, 8, 21, 8, 7][index] ?? 0)).join('  '))
    }
    for (let run = 0; run < 6; run++) {
      await once(start(['--frozen', '--retry-failed']), 'exit')
      if ((await rows()).every(({ state }) => state === 'accepted' || state === 'in_doubt')) break
    }
    const end = await rows()
    const duplicates = [...copies.values()].filter((number) => number > 1).length
    const unrecorded = end.filter(({ address, state }) => !copies.has(address) && state !== 'in_doubt').length
    const doubtful = end.filter(({ state }) => state === 'in_doubt')
    const crashed = doubtful.filter(({ reason }) => reason === 'crash').length
    const lost = doubtful.filter(({ address }) => !copies.has(address)).length
    console.log(`${end.length} prepared: ${end.length - doubtful.length} accepted + ${doubtful.length} in doubt (${crashed} by the kills, ${doubtful.length - crashed} by the server hanging up after the message)`)
    console.log(`duplicates ${duplicates}; never received and not recorded ${unrecorded}; never received and in doubt ${lost}; in doubt by one kill at most ${worst} (${connections} connections)`)
    expect({ duplicates, unrecorded, isBounded: worst <= connections, prepared: end.length }).toEqual({ duplicates: 0, unrecorded: 0, isBounded: true, prepared: recipients })
  } finally {
    await server.close()
    rmSync(root, { recursive: true, force: true })
  }
})
