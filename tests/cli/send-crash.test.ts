import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSqliteLedger } from '../../src/deliver/ledger/sqlite.io.ts'
import { gazette } from '../support/cli.ts'
import { startGazette } from '../support/running.ts'
import { equation, listOf, mailServer, send, sendFolder } from '../support/send-folder.ts'

const people = 12
const connections = 3

/** How often each recipient was given the message. */
function copiesIn(messages: readonly { to: string[] }[]): Map<string, number> {
  const copies = new Map<string, number>()
  for (const { to } of messages) copies.set(to[0] ?? '', (copies.get(to[0] ?? '') ?? 0) + 1)
  return copies
}

/** Records that a reader left, as the server for unsubscribing does. It is done when this returns. */
function leave(root: string, key: string): Promise<void> {
  const ledger = openSqliteLedger(join(root, '.gazette/gazette.db'))
  const done = ledger.suppress([{ key, reason: 'unsubscribed', issue: '2026-w47', source: 'link', at: Date.now() }])
  return done.finally(() => ledger.close())
}

/** Runs the send to its end, and checks that nobody was mailed twice and that whoever was not is in doubt. @returns how many are in doubt */
async function resumed(root: string, server: Awaited<ReturnType<typeof mailServer>>, left: readonly string[] = []): Promise<number> {
  const run = await send(root, server.url, '--frozen')
  expect([0, 3], run.stderr).toContain(run.code)
  const report = await gazette(['report', '2026-w47', '--csv'], { cwd: root })
  const states = new Map(report.stdout.trim().split('\r\n').slice(1).map((row) => row.split(',') as [string, string]))
  const copies = copiesIn(server.messages)
  expect([...copies.values()].filter((count) => count > 1)).toEqual([])
  const doubtful = [...states].filter(([, state]) => state === 'in_doubt').map(([email]) => email)
  for (const [email, state] of states) {
    if (left.includes(email)) expect([email, state, copies.get(email)]).toEqual([email, 'suppressed', undefined])
    else if (copies.get(email) === 1) expect(['accepted', 'in_doubt']).toContain(state)
    else expect([email, state]).toEqual([email, 'in_doubt'])
  }
  expect(states.size).toBe(people)
  expect(await equation(root)).toMatchObject({ in_doubt: doubtful.length, accepted: people - doubtful.length - left.length, suppressed: left.length, prepared: people, addsUp: true })
  return doubtful.length
}

describe('kill -9 at each point of the protocol, then the same command again', () => {
  it.each([
    // Nothing was under way.
    ['before-claim', 0, 0],
    ['after-claim', 0, 0],
    // The message was whole but for its end; others may have been further.
    ['at-end:3', 0, connections],
    // The end may have left.
    ['after-mark:3', 1, connections],
    ['after-dot:3', 1, connections],
    ['after-reply:3', 1, connections],
    ['before-commit:2', 1, connections],
    ['after-commit:2', 0, connections],
  ])('%s', async (failpoint, least, most) => {
    const root = sendFolder(listOf(people))
    const server = await mailServer()
    const first = await gazette(['send', '2026-w47', '--list', 'people.csv', '--confirm', String(people)], { cwd: root, env: { GAZETTE_SMTP_URL: server.url, GAZETTE_FAILPOINT: failpoint } })
    expect(first.code).toBe(null)
    const doubtful = await resumed(root, server)
    expect(doubtful).toBeGreaterThanOrEqual(least)
    expect(doubtful).toBeLessThanOrEqual(most)
  })

  it.each(['at-end:2', 'after-mark:1', 'after-mark:3', 'after-reply:2', 'before-commit:2', 'after-commit:2'])('%s, and a reader leaves while the message is on its way', async (failpoint) => {
    const root = sendFolder(listOf(people))
    const leaver = 'reader2@example.com'
    const server = await mailServer({
      rcpt: (address) => {
        if (address === leaver) void leave(root, leaver)
        return '250 Ok'
      },
    })
    await gazette(['send', '2026-w47', '--list', 'people.csv', '--confirm', String(people)], { cwd: root, env: { GAZETTE_SMTP_URL: server.url, GAZETTE_FAILPOINT: failpoint } })
    expect(await resumed(root, server, [leaver])).toBeLessThanOrEqual(connections)
  })

  it('in the middle of a message', async () => {
    const root = sendFolder(listOf(people))
    let kill = (): void => undefined
    const server = await mailServer({ onPart: () => { kill() } })
    const first = startGazette(['send', '2026-w47', '--list', 'people.csv', '--confirm', String(people)], { cwd: root, env: { GAZETTE_SMTP_URL: server.url } })
    kill = () => { first.child.kill('SIGKILL') }
    expect(await first.ended).toBe(null)
    kill = () => undefined
    expect(await resumed(root, server)).toBeLessThanOrEqual(connections)
  })

  it('those in doubt are mailed when the author says so, and only then', async () => {
    const root = sendFolder(listOf(people))
    const server = await mailServer()
    await gazette(['send', '2026-w47', '--list', 'people.csv', '--confirm', String(people)], { cwd: root, env: { GAZETTE_SMTP_URL: server.url, GAZETTE_FAILPOINT: 'after-mark:1' } })
    const doubtful = await resumed(root, server)
    const before = server.messages.length
    const run = await send(root, server.url, '--frozen', '--in-doubt', 'resend')
    expect(run.code, run.stderr).toBe(0)
    expect(server.messages.length - before).toBe(doubtful)
    expect(await equation(root)).toMatchObject({ accepted: people, in_doubt: 0, addsUp: true })
  })
})
