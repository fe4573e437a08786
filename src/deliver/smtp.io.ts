import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection'
import { type Capabilities, SmtpChannel, type Timeouts } from './smtp-channel.io.ts'
import type { SendmailTarget, SmtpTarget, Target } from './smtp-url.ts'
import { targetName } from './smtp-url.ts'
import { type Channel, ConnectError, type Envelope, type Gate, type Outcome, type Transport } from './transport.ts'

/** RFC 5321 §4.5.3.2 asks for five minutes for a command and ten after a message; half of that is patient enough. */
const defaultTimeouts: Timeouts = { command: 120_000, message: 300_000 }

/** How to send to a target. Nothing is connected yet. */
export function transportFor(target: Target): Transport {
  if (target.kind === 'sendmail') return { name: targetName(target), open: () => Promise.resolve(sendmailChannel(target)) }
  return { name: targetName(target), open: () => openSmtp(target) }
}

/**
 * Connects, encrypts and logs in by nodemailer, which has seen every server there is, and sends the mail itself: that
 * way we know what has left, and a message is handed over in one piece.
 */
async function openSmtp(target: SmtpTarget): Promise<Channel> {
  const connection = new SMTPConnection(await optionsOf(target))
  const failed = new Promise<never>((_resolve, reject) => {
    connection.on('error', (error) => {
      reject(connectError(error, target))
    })
  })
  failed.catch(() => undefined)
  const connected = new Promise<string>((resolve, reject) => {
    connection.connect((error) => {
      if (error === undefined) resolve(String(connection.lastServerResponse))
      else reject(connectError(error, target))
    })
  })
  const greeting = await Promise.race([connected, failed])
  if (target.auth !== undefined) await Promise.race([login(connection, target), failed])
  const socket = connection._socket
  if (socket === false || socket === null) throw new ConnectError(`${targetName(target)} closed the connection`, false)
  const { timeout } = target
  const timeouts = timeout === undefined ? defaultTimeouts : { command: timeout, message: timeout }
  return new SmtpChannel(takenOver(socket), capabilitiesIn(greeting), timeouts)
}

/** From here on the replies are ours to read; nodemailer keeps watching for the end of the connection. */
function takenOver(socket: Socket): Socket {
  socket.removeAllListeners('data')
  return socket
}

async function optionsOf(target: SmtpTarget): Promise<SMTPConnectionOptions> {
  const { host, port, tls, timeout } = target
  const setup = Math.min(timeout ?? 30_000, 30_000)
  return {
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    name: target.name,
    connectionTimeout: setup,
    greetingTimeout: setup,
    dnsTimeout: setup,
    socketTimeout: setup,
    allowInternalNetworkInterfaces: true,
    logger: false,
    tls: {
      minVersion: 'TLSv1.2',
      ...(target.servername === undefined ? {} : { servername: target.servername }),
      ...(target.ca === undefined ? {} : { ca: await readFile(target.ca) }),
    },
  }
}

function login(connection: SMTPConnection, target: SmtpTarget): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.login({ ...target.auth }, (error) => {
      if (error === null) {
        resolve()
        return
      }
      connection.close()
      reject(connectError(error, target))
    })
  })
}

function connectError(error: unknown, target: SmtpTarget): ConnectError {
  const { code = '', originalCode = '', responseCode = 0, message } = error as ConnectionProblem
  // A server that is busy answers 4xx even to a password.
  const isRefused = code === 'EAUTH' && responseCode >= 500
  const isUntrusted = code === 'ETLS' || /CERT|SELF_SIGNED|UNABLE_TO_|ERR_SSL|ERR_TLS/.test(originalCode)
  const isFinal = isRefused || isUntrusted || code === 'ENOAUTH'
  return new ConnectError(`${targetName(target)}: ${withoutSecrets(message, target)}`, isFinal, { cause: error })
}

/** What nodemailer and Node say of a failed connection. */
interface ConnectionProblem {
  code?: string
  originalCode?: string
  responseCode?: number
  message: string
}

function withoutSecrets(text: string, { auth }: SmtpTarget): string {
  return auth === undefined || auth.pass === '' ? text : text.replaceAll(auth.pass, '…')
}

/** Reads what the server can do from its answer to EHLO. */
export function capabilitiesIn(greeting: string): Capabilities {
  const lines = greeting.split('\n').map((line) => line.replace(/^\d{3}[ -]/, '').trim().toUpperCase())
  const size = Number(lines.find((line) => /^SIZE \d+$/.test(line))?.slice(5) ?? 0)
  return {
    pipelining: lines.includes('PIPELINING'),
    smtpUtf8: lines.includes('SMTPUTF8'),
    eightBitMime: lines.includes('8BITMIME'),
    size: size > 0 ? size : undefined,
  }
}

/** Exit codes of sendmail (sysexits.h) that tell more than "did not work". */
const replies: Partial<Record<number, { code: number; text: string }>> = {
  67: { code: 550, text: '5.1.1 user unknown' },
  68: { code: 550, text: '5.1.2 domain not found' },
  77: { code: 550, text: '5.7.1 not permitted' },
}

/** One sendmail process per message. It has the message when its standard input has ended, which is what the gate holds. */
function sendmailChannel({ path }: SendmailTarget): Channel {
  const transporter = createTransport({ sendmail: true, path, newline: 'unix' })
  return {
    isUsable: () => true,
    close: () => undefined,
    destroy: () => undefined,
    deliver: async (envelope: Envelope, message: Buffer, gate: Gate): Promise<Outcome> => {
      const end: { state: 'held' | 'written' | 'withheld' } = { state: 'held' }
      const body = Readable.from(
        (async function* () {
          yield message.subarray(0, -1)
          end.state = (await gate()) ? 'written' : 'withheld'
          if (end.state === 'withheld') throw new Error(end.state)
          yield message.subarray(-1)
        })(),
        { objectMode: false },
      )
      try {
        const { from, to } = envelope
        await transporter.sendMail({ envelope: { from, to }, raw: body, disableFileAccess: true, disableUrlAccess: true })
        return { kind: 'reply', stage: 'message', code: 250, text: `handed to ${path}` }
      } catch (error) {
        if (end.state === 'withheld') return { kind: 'withheld' }
        const detail = error instanceof Error ? error.message : String(error)
        const exit = /exited with code (\d+)/.exec(detail)?.[1]
        // A process that ends with an error has not taken the message; one that was killed may have.
        if (exit !== undefined) return { kind: 'reply', stage: 'message', ...(replies[Number(exit)] ?? { code: 451, text: detail }) }
        return { kind: 'lost', mayHaveLeft: end.state === 'written', detail }
      } finally {
        if (!body.destroyed) {
          body.destroy()
          await once(body, 'close')
        }
      }
    },
  }
}
