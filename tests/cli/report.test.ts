import { describe, expect, it } from 'vitest'
import { documentOf, gazette } from '../support/cli.ts'
import { listOf, mailServer, send, sendFolder } from '../support/send-folder.ts'

/** A send of which one is accepted, one refused, one put off, one in doubt and one suppressed. */
async function sent(people = listOf(5)): Promise<string> {
  const root = sendFolder(people, { 'suppressed.csv': 'reader5@example.com\n' })
  const server = await mailServer({
    rcpt: (address) => (address.startsWith('reader2') ? '550 5.1.1 "No", user unknown' : address.startsWith('reader3') ? '450 4.2.0 Greylisted' : '250 Ok'),
    message: ({ to }) => (to[0]?.startsWith('reader4') === true ? 'drop' : '250 2.0.0 Ok'),
  })
  const run = await send(root, server.url, '--confirm', String(people.split('\n').length - 3))
  expect(run.code, run.stderr).toBe(3)
  return root
}

describe('gazette report', () => {
  it('gives a row for each recipient as CSV', async () => {
    const root = await sent()
    const run = await gazette(['report', '2026-w47', '--csv'], { cwd: root })
    expect(run.code, run.stderr).toBe(0)
    const id = (n: number): unknown => expect.stringMatching(new RegExp(`^2026-w47\\.1-${n}-[a-z2-7]{16}@harbour\\.example$`))
    const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as unknown
    const [header, ...rows] = run.stdout.trimEnd().split('\r\n')
    expect(header).toBe('email,state,attempts,code,reply,message_id,at')
    expect(rows.map((row) => row.replace('"550 5.1.1 ""No"", user unknown"', 'refused').split(','))).toEqual([
      ['reader1@example.com', 'accepted', '1', '250', '250 2.0.0 Ok', id(1), at],
      ['reader2@example.com', 'rejected', '1', '550', 'refused', id(2), at],
      ['reader3@example.com', 'deferred', '1', '450', '450 4.2.0 Greylisted', id(3), at],
      ['reader4@example.com', 'in_doubt', '1', '', expect.any(String), id(4), at],
      ['reader5@example.com', 'suppressed', '0', '', 'listed in the suppression file', '', ''],
    ])
    const some = await gazette(['report', '2026-w47', '--csv', '--state', 'rejected,in-doubt'], { cwd: root })
    expect(some.stdout.trimEnd().split('\r\n').map((row) => row.split(',')[0])).toEqual(['email', 'reader2@example.com', 'reader4@example.com'])
  })

  it('names those who did not get it, and why', async () => {
    const root = await sent()
    const { stdout } = await gazette(['report', '2026-w47'], { cwd: root })
    expect(stdout).toContain('1 accepted + 1 rejected + 1 suppressed + 1 in doubt + 1 pending = 5 prepared')
    expect(stdout).toContain('rejected: there is no such mailbox')
    expect(stdout).toContain('rejected  reader2@example.com  550 5.1.1 "No", user unknown')
    expect(stdout).toMatch(/^put off +reader3@example\.com {2}450 4\.2\.0 Greylisted$/m)
    expect(stdout).toMatch(/^in doubt +reader4@example\.com {2}\S/m)
    expect(stdout).toContain('suppressed: in the suppression file')
    expect(stdout).not.toContain('reader1@')
    const json = await gazette(['report', '2026-w47', '--json', '--state', 'accepted'], { cwd: root })
    expect(documentOf(json)).toMatchObject({ ok: true, data: { prepared: 5, addsUp: true, recipients: [{ email: 'reader1@example.com', state: 'accepted', code: 250 }] } })
  })

  it('keeps a spreadsheet from running a cell', async () => {
    const root = await sent(`${listOf(5)}=cmd|calc@example.com\n`)
    const raw = await gazette(['report', '2026-w47', '--csv'], { cwd: root })
    expect(raw.stdout).toContain('\r\n=cmd|calc@example.com,accepted,')
    const safe = await gazette(['report', '2026-w47', '--spreadsheet'], { cwd: root })
    expect(safe.stdout).toContain("\r\n'=cmd|calc@example.com,accepted,")
    expect(safe.stdout.startsWith('\ufeffemail,')).toBe(true)
  })

  it('says so when there is nothing to report', async () => {
    const root = sendFolder(listOf(1))
    for (const args of [['report', '2026-w47'], ['status', '2026-w47']]) {
      const run = await gazette(args, { cwd: root })
      expect([run.code, run.stderr.includes('GZ-D026')]).toEqual([2, true])
    }
    expect((await gazette(['report', '2026-w47', '--state', 'lost'], { cwd: root })).stderr).toContain('GZ-U004')
  })
})

describe('gazette status ISSUE', () => {
  it('prints the equation, and tells a script that not all went well', async () => {
    const root = await sent()
    const run = await gazette(['status', '2026-w47'], { cwd: root })
    expect(run.code).toBe(3)
    expect(run.stdout).toContain('2026-w47: 1 accepted + 1 rejected + 1 suppressed + 1 in doubt + 1 pending = 5 prepared')
    expect(run.stdout).toContain('Next: gazette send 2026-w47 --list people.csv')
  })
})
