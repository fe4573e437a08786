import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { type Fault, type FaultStage, strike } from './faults.ts'
import type { Mailbox } from './mailbox.io.ts'

export interface ReceiverOptions {
  host: string
  /** 0 for any free one. */
  port: number
  mailbox: Mailbox
  /** Read at every step, so that they can be changed while it runs. */
  faults: () => readonly Fault[]
  now: () => number
  /** From 0 to 1. */
  random: () => number
}

export interface Receiver {
  port: number
  close: () => Promise<void>
}

/** Largest message that is taken, in bytes. */
const largestMessage = 50 * 1024 * 1024

type Reply = (error?: Error | null) => void

/**
 * A mail server that takes everything for anybody, with any password, and delivers nothing. STARTTLS works, with a
 * certificate that everybody has.
 *
 * @throws what the system says when the port cannot be had
 */
export async function startReceiver({ host, port, mailbox, faults, now, random }: ReceiverOptions): Promise<Receiver> {
  /** By the port of the other side, to be able to hang up on it. */
  const sockets = new Map<number, Socket>()

  /** Lets the fault do its work, or goes on. @returns whether the caller is to go on */
  const disturbed = (stage: FaultStage, address: string, session: SMTPServerSession, go: Reply): boolean => {
    const fault = strike(faults(), stage, address, random)
    switch (fault?.kind) {
      case undefined:
        return false
      case 'reject':
      case 'defer':
      case 'busy':
        go(refusal(fault))
        if (fault.kind === 'busy') hangUp(session, 50)
        return true
      case 'slow':
        setTimeout(go, fault.delay)
        return true
      case 'drop':
      case 'drop-after-dot':
        hangUp(session)
        return true
      case 'silent':
        return true
    }
  }
  const hangUp = (session: SMTPServerSession, after = 0): void => {
    setTimeout(() => sockets.get(session.remotePort)?.destroy(), after)
  }

  const server = new SMTPServer({
    name: 'inbox.gazette.test',
    banner: 'Gazette test inbox',
    logger: false,
    authOptional: true,
    allowInsecureAuth: true,
    authMethods: ['PLAIN', 'LOGIN', 'CRAM-MD5'],
    disableReverseLookup: true,
    size: largestMessage,
    rejectOversized: true,
    maxAllowedUnauthenticatedCommands: false,
    lenientAddressParsing: true,
    closeTimeout: 200,
    socketTimeout: 10 * 60_000,
    onAuth: ({ username }, _session, reply) => {
      reply(null, { user: username ?? 'somebody' })
    },
    onMailFrom: ({ address }, session, reply) => {
      if (!disturbed('mail', address, session, reply)) reply()
    },
    onRcptTo: ({ address }, session, reply) => {
      if (!disturbed('rcpt', address, session, reply)) reply()
    },
    onData: (stream, session, reply) => {
      const { mailFrom, rcptTo } = session.envelope
      const first = rcptTo[0]?.address ?? ''
      const early = strike(faults(), 'data', first, random)
      if (early?.kind === 'drop' || early?.kind === 'drop-after-dot') {
        hangUp(session)
        return
      }
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (early?.kind === 'reject' || early?.kind === 'defer' || early?.kind === 'busy') {
          reply(refusal(early))
          return
        }
        const arrival = {
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          secure: session.secure,
          ...(typeof session.user === 'string' ? { user: session.user } : {}),
        }
        const late = strike(faults(), 'message', first, random)
        if (late?.kind === 'reject' || late?.kind === 'defer' || late?.kind === 'busy') {
          reply(refusal(late))
          return
        }
        mailbox.add(Buffer.concat(chunks), arrival, now()).then(
          ({ id }) => {
            if (late?.kind === 'drop' || late?.kind === 'drop-after-dot') hangUp(session)
            else if (late?.kind === 'slow') setTimeout(reply, late.delay, null, `2.0.0 Ok: kept as ${id}`)
            else if (late?.kind !== 'silent') reply(null, `2.0.0 Ok: kept as ${id}`)
          },
          (error: unknown) => {
            reply(Object.assign(new Error(`4.3.1 cannot keep it: ${String(error)}`), { responseCode: 452 }))
          },
        )
      })
    },
  })
  server.server.on('connection', (socket: Socket) => {
    const { remotePort } = socket
    if (remotePort === undefined) return
    sockets.set(remotePort, socket)
    socket.once('close', () => sockets.delete(remotePort))
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, host, () => {
      resolve()
    })
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve)
      }),
  }
}

function refusal({ code }: Fault): Error {
  const text = code === 421 ? '4.3.2 Busy' : code >= 500 ? '5.7.1 Refused' : '4.3.0 Not now'
  return Object.assign(new Error(`${text} (a fault of the test inbox)`), { responseCode: code })
}
