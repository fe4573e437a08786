import { createHash } from 'node:crypto'
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import type { Mailbox } from './protocol.ts'
import type { Good } from './snapshot.ts'

/** A message as a mail program would take it apart. */
export interface OpenedMessage {
  bytes: Buffer
  /** Differs for different bytes. */
  hash: string
  headers: { name: string; value: string }[]
  from: Mailbox
  to: Mailbox
  subject: string
  date: string
  html: string
  text: string
  /** Parts that the HTML names as `cid:`, by id without angle brackets. */
  pictures: Map<string, { type: string; bytes: Uint8Array }>
}

/** Takes the finished bytes of a message apart, with a parser that knows nothing of how they were made. */
export async function openMessage(bytes: Buffer): Promise<OpenedMessage> {
  const email: Email = await PostalMime.parse(bytes)
  return {
    bytes,
    hash: hashOf(bytes),
    headers: email.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    from: mailbox(email.from),
    to: mailbox(email.to?.[0]),
    subject: email.subject ?? '',
    date: email.date ?? '',
    // The line end before a part's boundary belongs to the boundary (RFC 2046 §5.1.1).
    html: (email.html ?? '').replace(/\r?\n$/, ''),
    text: email.text ?? '',
    pictures: new Map(email.attachments.flatMap((attachment) => picture(attachment))),
  }
}

/** Changes whenever a frame of the message does: with its bytes, and with what is marked in it. */
export function versionOf({ marked }: Pick<Good, 'marked'>, { hash }: OpenedMessage): string {
  return marked.length === 0 ? hash : `${hash}.${hashOf(marked.join(' '))}`
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 12)
}

function mailbox(address: Address | undefined): Mailbox {
  return address === undefined || address.group !== undefined ? { name: address?.name ?? '', address: '' } : address
}

function picture({ contentId, mimeType, content }: Attachment): [string, { type: string; bytes: Uint8Array }][] {
  if (contentId === undefined || typeof content === 'string') return []
  return [[contentId.replace(/^<|>$/g, ''), { type: mimeType, bytes: new Uint8Array(content) }]]
}
