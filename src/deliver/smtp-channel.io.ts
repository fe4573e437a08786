import type { Socket } from 'node:net'
import { type Reply, ReplyReader } from './smtp-replies.ts'
import type { Channel, Envelope, Gate, Outcome, Stage } from './transport.ts'

/** What a server said it can do (EHLO). */
export interface Capabilities {
  pipelining: boolean
  smtpUtf8: boolean
  eightBitMime: boolean
  /** Largest message in bytes; undefined when the server names none. */
  size: number | undefined
}

/** How long to wait for a reply, in milliseconds. RFC 5321 §4.5.3.2 asks for patience after the end of a message. */
export interface Timeouts {
  command: number
  message: number
}

const endOfMessage = '.\r\n'

/**
 * Mail transactions over a connection that has been greeted, encrypted and logged in. MAIL, RCPT and DATA go out
 * together when the server allows it (RFC 2920). The end of a message is written only when its gate has opened.
 */
export class SmtpChannel implements Channel {
  readonly #socket: Socket
  readonly #can: Capabilities
  readonly #timeouts: Timeouts
  readonly #reader = new ReplyReader()
  readonly #arrived: Reply[] = []
  #waiting: ((reply: Reply | undefined) => void) | undefined
  #ended: string | undefined
  /** A transaction was begun and not finished, so the next one starts with RSET. */
  #isDirty = false

  constructor(socket: Socket, can: Capabilities, timeouts: Timeouts) {
    this.#socket = socket
    this.#can = can
    this.#timeouts = timeouts
    socket.setTimeout(0)
    socket.on('data', (chunk: Buffer) => {
      this.#receive(chunk)
    })
    socket.on('error', (error) => {
      this.#end(error.message)
    })
    socket.on('end', () => {
      this.#end('the server closed the connection')
    })
    socket.on('close', () => {
      this.#end('the connection was closed')
    })
  }

  isUsable(): boolean {
    return this.#ended === undefined && this.#socket.writable && this.#arrived.length === 0
  }

  close(): void {
    if (this.isUsable()) this.#socket.end('QUIT\r\n')
    // Whoever does not close their side within a moment is not waited for.
    setTimeout(() => this.#socket.destroy(), 1000).unref()
    this.#end('closed')
  }

  destroy(): void {
    this.#socket.destroy()
    this.#end('stopped')
  }

  async deliver(envelope: Envelope, message: Buffer, gate: Gate): Promise<Outcome> {
    const { utf8 } = envelope
    if (utf8 && !this.#can.smtpUtf8) return { kind: 'unsupported', detail: 'the server does not take addresses that are not ASCII (SMTPUTF8)' }
    if (this.#can.size !== undefined && message.length > this.#can.size) {
      return { kind: 'reply', stage: 'mail', code: 552, text: `5.3.4 message of ${message.length} bytes, the server takes ${this.#can.size} (size)` }
    }
    const refusal = this.#can.pipelining ? await this.#envelopeAtOnce(envelope, message.length) : await this.#envelopeStepwise(envelope, message.length)
    return refusal ?? this.#send(message, gate)
  }

  /** @returns undefined when the server wants the message now */
  async #envelopeAtOnce(envelope: Envelope, size: number): Promise<Outcome | undefined> {
    const commands = this.#commands(envelope, size)
    this.#isDirty = true
    this.#socket.write(commands.map(({ line }) => line).join(''))
    let refusal: Outcome | undefined
    for (const { stage } of commands) {
      const reply = await this.#reply(this.#timeouts.command)
      if (reply === undefined) return this.#lost(false)
      if (isReady(stage, reply)) {
        // A server may want the message although it has refused its only recipient; it gets an empty one.
        if (stage === 'data' && refusal !== undefined) {
          this.#socket.write(endOfMessage)
          if ((await this.#reply(this.#timeouts.command)) === undefined) return refusal
        }
      } else if (stage !== 'reset') {
        refusal ??= { kind: 'reply', stage, ...reply }
        if (this.#closesAfter(reply)) return refusal
      }
    }
    return refusal
  }

  async #envelopeStepwise(envelope: Envelope, size: number): Promise<Outcome | undefined> {
    for (const { stage, line } of this.#commands(envelope, size)) {
      this.#isDirty = true
      this.#socket.write(line)
      const reply = await this.#reply(this.#timeouts.command)
      if (reply === undefined) return this.#lost(false)
      if (stage !== 'reset' && !isReady(stage, reply)) {
        this.#closesAfter(reply)
        return { kind: 'reply', stage, ...reply }
      }
    }
    return undefined
  }

  #commands({ from, to, utf8 }: Envelope, size: number): { stage: Stage | 'reset'; line: string }[] {
    const parameters = [
      ...(this.#can.size === undefined ? [] : [` SIZE=${size}`]),
      ...(utf8 && this.#can.eightBitMime ? [' BODY=8BITMIME'] : []),
      ...(utf8 ? [' SMTPUTF8'] : []),
    ]
    const commands: { stage: Stage | 'reset'; line: string }[] = [
      { stage: 'mail', line: `MAIL FROM:<${checked(from)}>${parameters.join('')}\r\n` },
      { stage: 'rcpt', line: `RCPT TO:<${checked(to)}>\r\n` },
      { stage: 'data', line: 'DATA\r\n' },
    ]
    return this.#isDirty ? [{ stage: 'reset', line: 'RSET\r\n' }, ...commands] : commands
  }

  async #send(message: Buffer, gate: Gate): Promise<Outcome> {
    this.#socket.write(dotStuffed(message))
    if (!(await gate())) {
      this.destroy()
      return { kind: 'withheld' }
    }
    // Nothing has left that could end the message, so a connection that is gone by now has not delivered it.
    const early = this.#arrived.shift()
    if (early !== undefined && early.code >= 400) {
      this.destroy()
      return { kind: 'reply', stage: 'message', ...early }
    }
    if (early !== undefined || !this.isUsable()) return this.#lost(false)
    this.#socket.write(endOfMessage)
    const reply = await this.#reply(this.#timeouts.message)
    if (reply === undefined) return this.#lost(true)
    this.#isDirty = false
    this.#closesAfter(reply)
    return { kind: 'reply', stage: 'message', ...reply }
  }

  /** A server that answers 421 is about to close (RFC 5321 §3.8). */
  #closesAfter(reply: Reply): boolean {
    if (reply.code !== 421) return false
    this.destroy()
    return true
  }

  #lost(mayHaveLeft: boolean): Outcome {
    const detail = this.#ended ?? 'no answer'
    this.destroy()
    return { kind: 'lost', mayHaveLeft, detail }
  }

  /** The next reply; undefined when none came in time, or none will come. */
  #reply(timeout: number): Promise<Reply | undefined> {
    const reply = this.#arrived.shift()
    if (reply !== undefined || this.#ended !== undefined) return Promise.resolve(reply)
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#end(`no answer for ${Math.round(timeout / 1000)} seconds`)
      }, timeout)
      this.#waiting = (arrived) => {
        clearTimeout(timer)
        this.#waiting = undefined
        resolve(arrived)
      }
    })
  }

  #receive(chunk: Buffer): void {
    try {
      for (const reply of this.#reader.read(chunk.toString('utf8'))) {
        if (this.#waiting === undefined) this.#arrived.push(reply)
        else this.#waiting(reply)
      }
    } catch (error) {
      this.#end(error instanceof Error ? error.message : String(error))
      this.#socket.destroy()
    }
    // Nobody is waiting and the server speaks: it is closing, or it is out of step. Neither is good for another message.
    if (this.#arrived.length > 8) this.destroy()
  }

  #end(detail: string): void {
    this.#ended ??= detail
    this.#waiting?.(undefined)
  }
}

function isReady(stage: Stage | 'reset', { code }: Reply): boolean {
  return stage === 'data' ? code === 354 : code >= 200 && code < 300
}

/** The last line of defence: an address that could be more than an address never becomes part of a command. */
function checked(address: string): string {
  if (/[\u0000-\u0020\u007f<>]/.test(address)) throw new RangeError(`not an address: ${JSON.stringify(address)}`)
  return address
}

/** A line that starts with a dot gets another one (RFC 5321 §4.5.2). Most messages have none and stay as they are. */
export function dotStuffed(message: Buffer): Buffer {
  const pieces: Buffer[] = []
  let start = 0
  const cut = (at: number): void => {
    pieces.push(message.subarray(start, at), dot)
    start = at
  }
  if (message[0] === dot[0]) cut(0)
  for (let at = message.indexOf('\n.'); at >= 0; at = message.indexOf('\n.', at + 1)) cut(at + 1)
  return pieces.length === 0 ? message : Buffer.concat([...pieces, message.subarray(start)])
}

const dot = Buffer.from('.')
