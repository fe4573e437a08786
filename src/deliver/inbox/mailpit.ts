import type { Email } from 'postal-mime'
import { fileParts, type FilePart } from './content.ts'
import type { StoredMessage } from './mailbox.io.ts'
import { type Person, people } from './summary.ts'
import { type HeaderField, listUnsubscribe } from './verdicts.ts'

/**
 * The shapes of Mailpit's HTTP API, version 1, so that what was written for it, tests above all, works with this inbox.
 * Its names are in capitals, and so they are here.
 */
export interface MailpitPerson {
  Name: string
  Address: string
}

const person = ({ name, address }: Person): MailpitPerson => ({ Name: name, Address: address })
const bare = (id: string): string => id.replace(/^<|>$/g, '')

/** One message of a list. */
export function listEntry(message: StoredMessage): Record<string, unknown> {
  const shown = new Set(message.recipients.map(({ address }) => address.toLowerCase()))
  return {
    ID: message.id,
    MessageID: bare(message.messageId),
    Read: message.read,
    From: person(message.sender),
    To: message.recipients.map(person),
    Cc: [],
    // Who got it without standing in its header.
    Bcc: message.to.filter((address) => !shown.has(address.toLowerCase())).map((address) => ({ Name: '', Address: address })),
    ReplyTo: [],
    Subject: message.subject,
    Created: new Date(message.at).toISOString(),
    Username: message.user ?? '',
    Tags: [],
    Size: message.bytes,
    Attachments: message.attachments,
    Snippet: message.snippet,
  }
}

/** A page of a list. */
export function listPage(messages: readonly StoredMessage[], total: number, start: number): Record<string, unknown> {
  const unread = messages.filter(({ read }) => !read).length
  return {
    total,
    unread,
    count: messages.length,
    messages_count: total,
    messages_unread: unread,
    start,
    tags: [],
    messages: messages.map(listEntry),
  }
}

/** A whole message. */
export function messageDetail(message: StoredMessage, email: Email, fields: readonly HeaderField[]): Record<string, unknown> {
  const { header, post, links, errors } = listUnsubscribe(fields)
  const files = fileParts(email)
  return {
    ID: message.id,
    MessageID: bare(message.messageId),
    From: person(message.sender),
    To: message.recipients.map(person),
    Cc: people(email.cc ?? []).map(person),
    Bcc: people(email.bcc ?? []).map(person),
    ReplyTo: people(email.replyTo ?? []).map(person),
    ReturnPath: message.from,
    Subject: message.subject,
    ListUnsubscribe: { Header: header, HeaderPost: post, Links: links, Errors: errors.join('; ') },
    Date: email.date ?? new Date(message.at).toISOString(),
    Tags: [],
    Username: message.user ?? '',
    Text: email.text ?? '',
    HTML: email.html ?? '',
    Size: message.bytes,
    Inline: files.filter(({ inline }) => inline).map(fileEntry),
    Attachments: files.filter(({ inline }) => !inline).map(fileEntry),
  }
}

function fileEntry(part: FilePart): Record<string, unknown> {
  return { PartID: String(part.id), FileName: part.name, ContentType: part.type, ContentID: part.contentId, Size: part.bytes }
}

/** Fields by name, each with all its values. */
export function headerMap(fields: readonly HeaderField[]): Record<string, string[]> {
  const map: Record<string, string[]> = {}
  for (const { name, value } of fields) (map[name] ??= []).push(value)
  return map
}

/** Messages that hold every word of a query in their subject, people, Message-ID or snippet; `to:` and the like narrow a word. */
export function search(messages: readonly StoredMessage[], query: string): StoredMessage[] {
  const words = [...query.matchAll(/(?:(to|from|subject|message-id):)?(?:"([^"]*)"|(\S+))/gi)].map(([, where = '', quoted, bare_]) => ({
    where: where.toLowerCase(),
    word: (quoted ?? bare_ ?? '').toLowerCase(),
  }))
  return messages.filter((message) => words.every(({ where, word }) => textOf(message, where).toLowerCase().includes(word)))
}

function textOf(message: StoredMessage, where: string): string {
  const from = `${message.from} ${message.sender.name} ${message.sender.address}`
  const to = [...message.to, ...message.recipients.flatMap(({ name, address }) => [name, address])].join(' ')
  const all: Record<string, string> = { from, to, subject: message.subject, 'message-id': message.messageId }
  return all[where] ?? [from, to, message.subject, message.messageId, message.snippet].join(' ')
}
