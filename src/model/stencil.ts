/** Where a slot stands, which decides how its value is escaped. */
export type SlotContext =
  | 'text'
  | 'attribute'
  /** The whole value of a link or image address. */
  | 'url'
  /** A part of an address, after a fixed beginning. */
  | 'url-part'
  /** The plain-text part: no escaping. */
  | 'plain'
  /** A header of the message. */
  | 'header'

/** A place in the rendered message that differs per recipient, as the template asked for it. */
export interface SlotRequest {
  /** Opaque token that stands in the rendered text until it is cut out. */
  token: string
  /** Field of the recipient, for example `firstName`, or one of the message's own: `unsubscribeUrl`, `viewUrl`. */
  field: string
  /** Used when the recipient lacks the field. Left out, the field is required. */
  default?: string
  /** Where the template asks for it. */
  place?: { file: string; line?: number; column?: number }
}

/** A slot found in a rendered part. */
export interface BoundSlot {
  field: string
  default?: string
  context: SlotContext
}

/** A rendered part with its slots cut out: `segments[0] slots[0] segments[1] …`; one more segment than slots. */
export interface BoundText {
  segments: string[]
  slots: BoundSlot[]
}

/**
 * The whole message, encoded once, with its slots cut out. A recipient's message is the segments with the encoded
 * values between them; nothing static is encoded twice.
 */
export interface Stencil {
  /** Finished bytes, CRLF line ends; one more than `slots`. */
  segments: Uint8Array[]
  slots: StencilSlot[]
}

export interface StencilSlot extends BoundSlot {
  /**
   * How the value is written: as part of a quoted-printable body; as the recipient's mailbox, `email` with `name` before
   * it when there is one; or as it is, in a header.
   */
  encoding: 'quoted-printable' | 'mailbox' | 'raw'
}

/**
 * Fields of one recipient; `email` is always there. Values are plain text. Besides the newsletter's own there may be
 * `name` (before the address in To), `messageId` (without angle brackets), `date` (as in RFC 5322) and `unsubscribeUrl`,
 * each with a default in the stencil.
 */
export type RecipientFields = Readonly<Record<string, string>>
