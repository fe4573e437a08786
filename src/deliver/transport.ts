/** Who a message goes from and to, on the way; the header of the message plays no part in it. */
export interface Envelope {
  from: string
  to: string
  /** Whether the server must speak SMTPUTF8 (RFC 6531). */
  utf8: boolean
}

/** How far a transaction had come when a reply arrived. */
export type Stage = 'connect' | 'mail' | 'rcpt' | 'data' | 'message'

/** How an attempt to hand over a message ended. */
export type Outcome =
  /** The server answered; a code below 300 at `message` means that it has taken the message over. */
  | { kind: 'reply'; stage: Stage; code: number; text: string }
  /** The connection ended without an answer. */
  | {
      kind: 'lost'
      /** Whether the last byte of the message may have left: if so, only the server knows whether it took the message. */
      mayHaveLeft: boolean
      detail: string
    }
  /** The gate was shut: the last byte has not left and never will. */
  | { kind: 'withheld' }
  /** This server cannot take this message at all. */
  | { kind: 'unsupported'; detail: string }

/**
 * Called once, when everything but the end of the message has been handed over. The end is written only after it has
 * resolved to true.
 */
export type Gate = () => Promise<boolean>

/** One connection over which messages go one after the other. */
export interface Channel {
  /** @param message whole message with CRLF line ends, ending in one */
  deliver: (envelope: Envelope, message: Buffer, gate: Gate) => Promise<Outcome>
  /** Whether another message can go over it. */
  isUsable: () => boolean
  /** Takes leave politely. */
  close: () => void
  /** Ends it now; a message under way ends as `lost`. */
  destroy: () => void
}

/** A way to send. */
export interface Transport {
  /** For people, without secrets. */
  name: string
  /** @throws {ConnectError} */
  open: () => Promise<Channel>
}

/** Why no connection came about. */
export class ConnectError extends Error {
  /** Whether trying again is of no use: wrong password, no TLS, a certificate of somebody else. */
  readonly isFinal: boolean

  constructor(message: string, isFinal: boolean, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ConnectError'
    this.isFinal = isFinal
  }
}
