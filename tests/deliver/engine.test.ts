import { afterEach, describe, expect, it } from 'vitest'
import type { Clock } from '../../src/deliver/engine.ts'
import { openSqliteLedger } from '../../src/deliver/ledger/sqlite.io.ts'
import type { LedgerStore, Suppression } from '../../src/deliver/ledger/store.ts'
import { equationOf } from '../../src/deliver/ledger/states.ts'
import type { Channel, Transport } from '../../src/deliver/transport.ts'
import { type FakeSmtp, fakeSmtp, type ReceivedMessage, type Script } from './helpers/fake-smtp.ts'
import { type Bench, benchFor, realClock } from './helpers/sending.ts'
import { people, recipientOf } from './ledger/conformance.ts'

let bench: Bench | undefined
let server: FakeSmtp | undefined
afterEach(async () => {
  await server?.close()
  await bench?.dispose()
  bench = undefined
  server = undefined
})

async function start(count: number, script: Script = {}): Promise<{ bench: Bench; server: FakeSmtp }> {
  bench = await benchFor(people(count))
  server = await fakeSmtp(script)
  return { bench, server }
}

const states = async ({ rows }: Bench): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const { state } of await rows()) counts[state] = (counts[state] ?? 0) + 1
  return counts
}

const isOneOf = (message: ReceivedMessage, ...numbers: number[]): boolean =>
  numbers.some((number) => message.to.includes(`reader${number}@example.com`))

const addressIs = (address: string, ...numbers: number[]): boolean => numbers.some((number) => address === `reader${number}@example.com`)

describe('a send', () => {
  it('gets every message to its recipient, once', async () => {
    const { bench, server } = await start(250)
    expect(await bench.send(server.url)).toBeUndefined()
    expect(await states(bench)).toEqual({ accepted: 250 })
    expect(server.messages.map(({ to }) => to[0]).sort()).toEqual(people(250).map(({ address }) => address.address).sort())
    for (const { to, raw } of server.messages) expect(raw).toContain(`Hello ${to[0] ?? ''}\r\n`)
    expect(await bench.ledger.complete(bench.issue.id, 1)).toBe(true)
  })

  it('keeps the messages of its connections apart, although each is made where the one before was', async () => {
    const { bench, server } = await start(60)
    const long = 'x'.repeat(200_000)
    await bench.send(server.url, {
      prepare: ({ address }, workspace) => {
        const text = `To: ${address}\r\n\r\n${address} ${long} ${address}\r\n`
        if (workspace.bytes.length === 0) workspace.bytes = Buffer.alloc(text.length + 100)
        const message = workspace.bytes.subarray(0, workspace.bytes.write(text))
        return Promise.resolve({ envelope: { from: 'news@example.com', to: address, utf8: false }, message })
      },
    })
    expect(server.messages).toHaveLength(60)
    for (const { to, raw } of server.messages) {
      const address = to[0] ?? ''
      expect(raw === `To: ${address}\r\n\r\n${address} ${long} ${address}\r\n`, address).toBe(true)
    }
  })

  it('changes the connection after so many messages', async () => {
    const { bench, server } = await start(25)
    await bench.send(server.url, {}, { connections: 1, messagesPerConnection: 10 })
    expect(server.connections()).toBe(3)
    expect(server.messages).toHaveLength(25)
  })

  it('sends nothing a second time when it is run again', async () => {
    const { bench, server } = await start(10)
    await bench.send(server.url)
    await bench.send(server.url)
    expect(server.messages).toHaveLength(10)
  })

  it('notes the reply, the rule and the attempt of everyone', async () => {
    const { bench, server } = await start(6, {
      rcpt: (address) => (addressIs(address, 1) ? '550 5.1.1 User unknown' : addressIs(address, 2) ? '450 4.2.0 Greylisted' : '250 Ok'),
      message: (message) => (isOneOf(message, 3) ? '554 5.6.0 No' : isOneOf(message, 4) ? '451 4.3.0 Later' : '250 2.0.0 Ok: queued'),
    })
    expect(await bench.send(server.url)).toBeUndefined()
    const rows = await bench.rows()
    expect(rows.map(({ state, code, reason, attempts }) => [state, code, reason, attempts])).toEqual([
      ['rejected', 550, 'no-such-mailbox', 1],
      ['deferred', 450, 'greylisted', 1],
      ['rejected', 554, 'message-refused', 1],
      ['deferred', 451, 'not-now', 1],
      ['accepted', 250, '', 1],
      ['accepted', 250, '', 1],
    ])
    expect(rows[0]?.reply).toBe('550 5.1.1 User unknown')
    expect(equationOf(await bench.ledger.counts(bench.issue.id), 6)).toMatchObject({ accepted: 2, rejected: 2, pending: 2, addsUp: true })
    expect(await bench.ledger.suppression('reader1@example.com')).toMatchObject({ reason: 'bounce', source: 'reply', issue: 'first' })
  })

  it('tries again what was put off when its time has come, and gives up in the end', async () => {
    const { bench, server } = await start(1, { rcpt: () => '450 4.2.0 Greylisted' })
    let now = Date.now()
    const clock: Clock = { ...realClock, now: () => now }
    for (let attempt = 1; attempt <= 8; attempt++) {
      await bench.send(server.url, { clock })
      expect((await bench.rows())[0]).toMatchObject({ attempts: attempt, state: attempt === 8 ? 'rejected' : 'deferred' })
      await bench.send(server.url, { clock })
      expect((await bench.rows())[0]?.attempts).toBe(attempt)
      now += 30 * 3_600_000
    }
    expect((await bench.rows())[0]).toMatchObject({ reason: 'expired', reply: '450 4.2.0 Greylisted' })
  })

  it('waits for what is put off when it may', async () => {
    let refusals = 0
    const { bench, server } = await start(3, { rcpt: () => (refusals++ === 0 ? '450 4.2.0 Greylisted' : '250 Ok') })
    let now = Date.now()
    // A minute passes in a moment.
    const clock: Clock = { ...realClock, now: () => (now += 1000), sleep: () => realClock.sleep(1) }
    await bench.send(server.url, { clock }, { wait: 120_000, connections: 1 })
    expect(await states(bench)).toEqual({ accepted: 3 })
    expect(bench.events).toContainEqual(expect.objectContaining({ kind: 'waiting' }))
  })

  it('does not wait longer than it may', async () => {
    const { bench, server } = await start(1, { rcpt: () => '450 4.2.0 Greylisted' })
    await bench.send(server.url, {}, { wait: 30_000 })
    expect(await states(bench)).toEqual({ deferred: 1 })
    expect(bench.events.map(({ kind }) => kind)).toEqual(['delivery'])
  })

  it('marks every recipient before the end of its message leaves', async () => {
    bench = await benchFor(people(40))
    const { path, issue } = bench
    const other = openSqliteLedger(path)
    const seen: (string | undefined)[] = []
    server = await fakeSmtp({
      message: () => '250 Ok',
    })
    const transport: Transport = {
      name: 'watched',
      open: () => {
        const channel: Channel = {
          isUsable: () => true,
          close: () => undefined,
          destroy: () => undefined,
          deliver: async ({ to }, _message, gate) => {
            if (!(await gate())) return { kind: 'withheld' }
            const row = (await other.deliveries(issue.id, 0, 100)).find(({ address }) => address === to)
            seen.push(row?.state)
            return { kind: 'reply', stage: 'message', code: 250, text: 'Ok' }
          },
        }
        return Promise.resolve(channel)
      },
    }
    await bench.send(transport)
    await other.close()
    expect(seen).toEqual(Array(40).fill('attempting'))
  })
})

describe('who leaves during a send', () => {
  const leaving = (...numbers: number[]): Suppression[] =>
    numbers.map((number) => ({ key: `reader${number}@example.com`, reason: 'unsubscribed', issue: 'first', source: 'link', at: 1 }))

  it('gets nothing, although the message stands ready and only its end is missing', async () => {
    const { bench, server } = await start(30)
    const other = openSqliteLedger(bench.path)
    const ledger: LedgerStore = {
      ...bench.ledger,
      commit: async (issueId, results, marks, now) => {
        // The last moment there is: the message is out but for its end, and the mark is asked for.
        if (marks.some(({ recipientId }) => recipientId === 7)) await other.suppress(leaving(7, 20))
        return bench.ledger.commit(issueId, results, marks, now)
      },
    }
    expect(await bench.send(server.url, { ledger })).toBeUndefined()
    await other.close()
    expect(server.messages.filter((message) => isOneOf(message, 7, 20))).toEqual([])
    expect(await states(bench)).toEqual({ accepted: 28, suppressed: 2 })
    expect((await bench.rows())[6]).toMatchObject({ state: 'suppressed', reply: 'unsubscribed', attempts: 0 })
    expect(await bench.ledger.complete(bench.issue.id, 1)).toBe(true)
  })

  it('is left out without costing a connection when the turn comes later', async () => {
    const { bench, server } = await start(10, {
      message: async (_message, number) => {
        if (number === 1) await bench.ledger.suppress(leaving(4, 5, 9))
        return '250 Ok'
      },
    })
    let ms = 0
    const clock: Clock = { now: () => 1000 + ms, monotonic: () => ms, sleep: async (length) => {
      ms += length
      await new Promise((resolve) => setImmediate(resolve))
    } }
    await bench.send(server.url, { clock }, { domainRate: 1, connections: 1 })
    expect(await states(bench)).toEqual({ accepted: 7, suppressed: 3 })
    expect(server.connections()).toBe(1)
    expect(server.commands.filter((line) => line.startsWith('RCPT'))).toHaveLength(7)
  })

  it('keeps what the server said of them when it was said before', async () => {
    const { bench, server } = await start(4, { rcpt: (address) => (addressIs(address, 2) ? '550 5.1.1 User unknown' : '250 Ok') })
    let ms = 0
    // So much time passes between any two messages that those in hand are looked through before each.
    const clock: Clock = { ...realClock, monotonic: () => (ms += 1500) }
    await bench.send(server.url, { clock }, { connections: 1 })
    expect(await states(bench)).toEqual({ accepted: 3, rejected: 1 })
  })
})

describe('broken connections', () => {
  it('before the end of a message are tried again at once; nobody gets it twice', async () => {
    let drops = 0
    const { bench, server } = await start(30, { mail: () => (drops++ % 7 === 3 ? 'drop' : '250 Ok') })
    let now = Date.now()
    const clock: Clock = { ...realClock, now: () => (now += 50), sleep: () => realClock.sleep(1) }
    await bench.send(server.url, { clock }, { wait: 60_000, patience: 60_000 })
    expect(await states(bench)).toEqual({ accepted: 30 })
    expect(new Set(server.messages.map(({ to }) => to[0])).size).toBe(30)
    expect(server.messages).toHaveLength(30)
  })

  it('after the end of a message are doubt, and are not tried again', async () => {
    const { bench, server } = await start(12, { message: (message) => (isOneOf(message, 5, 9) ? 'drop' : '250 Ok') })
    await bench.send(server.url)
    await bench.send(server.url)
    expect(await states(bench)).toEqual({ accepted: 10, in_doubt: 2 })
    expect(server.messages).toHaveLength(12)
    expect(await bench.ledger.complete(bench.issue.id, 1)).toBe(false)
    expect((await bench.rows()).filter(({ state }) => state === 'in_doubt')).toMatchObject([{ reason: 'answer-lost' }, { reason: 'answer-lost' }])
  })

  it('with 421 are taken up again without blaming the recipient', async () => {
    let count = 0
    const { bench, server } = await start(20, { mail: () => (++count % 6 === 0 ? '421 4.3.2 Shutting down' : '250 Ok') })
    let now = Date.now()
    const clock: Clock = { ...realClock, now: () => (now += 50) }
    await bench.send(server.url, { clock }, { wait: 60_000, patience: 60_000 })
    expect(await states(bench)).toEqual({ accepted: 20 })
    expect(server.messages).toHaveLength(20)
  })

  it('to a silent server end after the timeout, before or after the message', async () => {
    const { bench, server } = await start(2, { message: (message) => (isOneOf(message, 1) ? 'silent' : '250 Ok') })
    await bench.send(`${server.url}?timeout=2`)
    expect((await bench.rows()).map(({ state }) => state)).toEqual(['in_doubt', 'accepted'])
  })
})

describe('a server that is gone', () => {
  it('ends the send after a while; nobody is blamed, and it goes on where it stopped', async () => {
    bench = await benchFor(people(5))
    const gone = await fakeSmtp()
    await gone.close()
    expect(await bench.send(gone.url)).toMatchObject({ kind: 'server-gone', detail: expect.stringContaining('ECONNREFUSED') as unknown })
    expect(await bench.rows()).toEqual(Array(5).fill(expect.objectContaining({ state: 'pending', attempts: 0 })))
    server = await fakeSmtp()
    expect(await bench.send(server.url)).toBeUndefined()
    expect(await states(bench)).toEqual({ accepted: 5 })
  })

  it('may come back in time', async () => {
    bench = await benchFor(people(40))
    const first = await fakeSmtp({ message: (_message, number) => (number === 10 ? 'drop' : '250 Ok') })
    const { port } = first
    let opened = 0
    server = await fakeSmtp()
    const { url } = server
    const { transportFor } = await import('../../src/deliver/smtp.io.ts')
    const { parseTarget } = await import('../../src/deliver/smtp-url.ts')
    const transport: Transport = {
      name: 'moving',
      // Some connections to the first server, some to nothing, and then to the second one.
      open: () => {
        opened++
        if (opened === 2) void first.close()
        return transportFor(parseTarget(opened <= 3 ? `smtp://127.0.0.1:${port}` : url)).open()
      },
    }
    const stop = await bench.send(transport, {}, { connections: 1, patience: 20_000 })
    expect(stop).toBeUndefined()
    expect(await states(bench)).toEqual({ accepted: 39, in_doubt: 1 })
    expect(bench.events.map(({ kind }) => kind)).toContain('server-back')
  })

  it('is not asked again when it refuses for good', async () => {
    const { bench, server } = await start(3, { ehlo: '250 no encryption here' })
    expect(await bench.send(`${server.url}?tls=required`)).toMatchObject({ kind: 'connection-refused' })
    expect(await states(bench)).toEqual({ pending: 3 })
  })
})

describe("trouble that is the sender's", () => {
  it('stops the send before the whole list is tried', async () => {
    const { bench, server } = await start(200, { rcpt: () => '554 5.7.1 Relay access denied' })
    expect(await bench.send(server.url)).toMatchObject({ kind: 'refused', result: { reason: 'relay-denied' } })
    const counts = await states(bench)
    expect(counts.deferred).toBeLessThanOrEqual(6)
    expect((counts.pending ?? 0) + (counts.deferred ?? 0)).toBe(200)
  })

  it('is not seen in single refusals', async () => {
    const { bench, server } = await start(60, { rcpt: (address) => (/[05]@/.test(address) ? '554 5.7.1 Relay access denied' : '250 Ok') })
    expect(await bench.send(server.url)).toBeUndefined()
    expect(await states(bench)).toEqual({ accepted: 48, deferred: 12 })
  })

  it('is seen when everybody refuses the content', async () => {
    const { bench, server } = await start(200, { message: () => '554 5.7.1 Message looks like spam' })
    expect(await bench.send(server.url)).toMatchObject({ kind: 'refused', result: { reason: 'looks-like-spam' } })
    expect((await states(bench)).rejected).toBeLessThanOrEqual(23)
  })

  it('is not seen in recipients that do not exist, however many', async () => {
    const { bench, server } = await start(60, { rcpt: () => '550 5.1.1 User unknown' })
    expect(await bench.send(server.url)).toBeUndefined()
    expect(await states(bench)).toEqual({ rejected: 60 })
  })
})

describe('stopping', () => {
  it('drains: finishes what is under way, begins nothing, gives the rest back', async () => {
    const drain = new AbortController()
    const { bench, server } = await start(100, {
      message: (_message, number) => {
        if (number === 20) drain.abort()
        return '250 Ok'
      },
    })
    expect(await bench.send(server.url, { drain: drain.signal })).toEqual({ kind: 'drained' })
    const counts = await states(bench)
    expect(counts.accepted).toBe(server.messages.length)
    expect(counts.accepted).toBeLessThan(30)
    expect(counts.pending).toBe(100 - server.messages.length)
    expect(await bench.send(server.url)).toBeUndefined()
    expect(server.messages).toHaveLength(100)
  })

  it('hangs up: what may have left is in doubt, what has not is pending', async () => {
    const abort = new AbortController()
    const { bench, server } = await start(50, {
      message: (_message, number) => (number >= 10 ? 'silent' : '250 Ok'),
    })
    const sending = bench.send(server.url, { abort: abort.signal, drain: abort.signal })
    await expect.poll(async () => (await states(bench)).accepted).toBe(9)
    abort.abort()
    expect(await sending).toEqual({ kind: 'drained' })
    const counts = await states(bench)
    expect(counts.accepted).toBe(9)
    expect(counts.in_doubt).toBeGreaterThanOrEqual(server.messages.length - 9)
    expect(counts.in_doubt).toBeLessThanOrEqual(3)
    expect(counts.attempting).toBeUndefined()
  })
})

describe('two owners', () => {
  it('share a list without mailing anybody twice', async () => {
    const { bench, server } = await start(400)
    const second = openSqliteLedger(bench.path)
    await Promise.all([bench.send(server.url), bench.send(server.url, { ledger: second, owner: 'second' })])
    await second.close()
    expect(await states(bench)).toEqual({ accepted: 400 })
    expect(server.messages).toHaveLength(400)
    expect(new Set(server.messages.map(({ to }) => to[0])).size).toBe(400)
  })

  it('one of whom slept past its lease: it sends nothing and records nothing', async () => {
    const { bench, server } = await start(3)
    const second = openSqliteLedger(bench.path)
    let wake = (): void => undefined
    const asleep = new Promise<void>((resolve) => (wake = resolve))
    // The sleeper stops in the middle of a message, just before its end.
    const sleeper = bench.send(server.url, {
      ledger: {
        ...bench.ledger,
        commit: async (...commit) => {
          await asleep
          return bench.ledger.commit(...commit)
        },
      },
    })
    while ((await second.counts(bench.issue.id)).leased < 3) await realClock.sleep(5)
    await second.recover(bench.issue.id, Date.now() + 61_000, false)
    await bench.send(server.url, { ledger: second, owner: 'second' })
    wake()
    await sleeper
    await second.close()
    expect(server.messages).toHaveLength(3)
    expect(await states(bench)).toEqual({ accepted: 3 })
  })
})

describe('limits', () => {
  it('hold the rate of all messages', async () => {
    const { bench, server } = await start(30)
    let ms = 0
    const clock: Clock = { now: () => 1000 + ms, monotonic: () => ms, sleep: async (length) => {
      ms += length
      await new Promise((resolve) => setImmediate(resolve))
    } }
    await bench.send(server.url, { clock }, { rate: 10, connections: 1 })
    expect(server.messages).toHaveLength(30)
    expect(ms).toBeGreaterThanOrEqual(2000)
    expect(ms).toBeLessThan(2500)
  })

  it('of one domain do not hold up the others', async () => {
    bench = await benchFor([...people(10), ...Array.from({ length: 10 }, (_, index) => recipientOf(`a@d${index}.example`))])
    server = await fakeSmtp()
    let ms = 0
    const clock: Clock = { now: () => 1000 + ms, monotonic: () => ms, sleep: async (length) => {
      ms += length
      await new Promise((resolve) => setImmediate(resolve))
    } }
    await bench.send(server.url, { clock }, { domainRate: 1, connections: 1 })
    const order = server.messages.map(({ to }) => to[0]?.split('@')[1])
    expect(order.slice(0, 11).filter((domain) => domain === 'example.com')).toHaveLength(1)
    expect(order).toHaveLength(20)
    expect(ms).toBeGreaterThanOrEqual(9000)
  })
})

describe('a ledger that cannot be written', () => {
  it('lets no message out, and says so', async () => {
    const { bench, server } = await start(20)
    const failing = { ...bench.ledger, commit: () => Promise.reject(new Error('database or disk is full')) }
    expect(await bench.send(server.url, { ledger: failing })).toMatchObject({ kind: 'failed', error: { message: 'database or disk is full' } })
    expect(server.messages).toEqual([])
    await bench.ledger.recover(bench.issue.id, Date.now(), true)
    expect(await states(bench)).toEqual({ pending: 20 })
  })

  it('in the middle: what was sent and not recorded is in doubt, nothing else', async () => {
    const { bench, server } = await start(100)
    let commits = 0
    const failing = {
      ...bench.ledger,
      commit: (...commit: Parameters<typeof bench.ledger.commit>) =>
        ++commits > 5 ? Promise.reject(new Error('database or disk is full')) : bench.ledger.commit(...commit),
    }
    expect(await bench.send(server.url, { ledger: failing })).toMatchObject({ kind: 'failed' })
    await bench.ledger.recover(bench.issue.id, Date.now(), true)
    const counts = await states(bench)
    expect((counts.accepted ?? 0) + (counts.in_doubt ?? 0)).toBe(server.messages.length)
    expect(counts.in_doubt).toBeLessThanOrEqual(3)
    await bench.send(server.url)
    expect(server.messages).toHaveLength(100)
    expect(new Set(server.messages.map(({ to }) => to[0])).size).toBe(100)
  })
})
