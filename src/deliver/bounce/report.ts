import { createHash } from 'node:crypto'
import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { fieldGroups, typedValue, type FieldGroup } from './fields.ts'
import type { RecipientStatus } from './kind.ts'

interface Common {
  /** Identifies the message, so that reading it twice counts it once. */
  id: string
  /** Texts that may carry a recipient's tag, the most trustworthy first. */
  traces: string[]
}

/** A message that came back to the sender, by what it is. */
export type ReturnedMessage =
  | (Common & { type: 'delivery'; recipients: RecipientStatus[] })
  | (Common & { type: 'complaint'; feedback: string })
  | (Common & { type: 'unsubscribe'; address: string })
  | (Common & { type: 'other'; subject: string })

/** Deep nests of messages are made by attackers, not by mail servers. */
const limits = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024, forceRfc822Attachments: true, attachmentEncoding: 'utf8' } as const

/**
 * Reads a message by its MIME structure: a delivery status notification (RFC 3464), a feedback report (RFC 5965), a
 * request to be taken off the list by mail (RFC 2369), or none of these. The prose of a report is never interpreted.
 *
 * @returns undefined when it is no message that can be read
 */
export async function readReturned(raw: Uint8Array): Promise<ReturnedMessage | undefined> {
  const email = await parsed(raw)
  if (email === undefined || email.headers.length === 0) return undefined
  const id = email.messageId?.trim() ?? ''
  const original = originalOf(email.attachments)
  const common = {
    id: id === '' ? createHash('sha256').update(raw).digest('hex') : id,
    traces: [...arrivedAt(email), ...messageIdsOf(original)],
  }
  const status = part(email, 'message/delivery-status', 'message/global-delivery-status')
  if (status !== undefined) {
    return { type: 'delivery', ...common, recipients: fieldGroups(textOf(status)).filter((group) => group.has('action')).map(statusOf) }
  }
  const feedback = part(email, 'message/feedback-report')
  if (feedback !== undefined) {
    const [fields] = fieldGroups(textOf(feedback))
    const traces = [...common.traces, typedValue(fields?.get('original-mail-from')), ...messageIdsOf(textOf(feedback))]
    return { type: 'complaint', ...common, traces, feedback: fields?.get('feedback-type')?.toLowerCase() ?? '' }
  }
  const subject = email.subject ?? ''
  const address = email.from !== undefined && email.from.group === undefined ? email.from.address : ''
  if (/^\s*(re:\s*)?unsubscribe\s*$/i.test(subject) && address !== '') return { type: 'unsubscribe', ...common, address }
  return { type: 'other', ...common, subject }
}

async function parsed(raw: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(raw, limits)
  } catch {
    return undefined
  }
}

function statusOf(group: FieldGroup): RecipientStatus {
  return {
    action: group.get('action')?.toLowerCase() ?? '',
    status: /[245]\.\d{1,3}\.\d{1,3}/.exec(group.get('status') ?? '')?.[0] ?? '',
    diagnostic: typedValue(group.get('diagnostic-code')),
  }
}

/** The addresses a message was delivered to; with a tagged return path (VERP) one of them names the recipient. */
function arrivedAt(email: Email): string[] {
  const names = new Set(['delivered-to', 'x-original-to', 'envelope-to', 'to'])
  return email.headers.filter(({ key }) => names.has(key)).map(({ value }) => value)
}

function part(email: Email, ...types: string[]): Attachment | undefined {
  return email.attachments.find(({ mimeType }) => types.includes(mimeType.toLowerCase()))
}

/** The header of the message that is returned or complained of, whole or in part (RFC 6522 §3). */
function originalOf(attachments: readonly Attachment[]): string {
  const types = ['message/rfc822', 'message/global', 'text/rfc822-headers', 'message/rfc822-headers', 'message/global-headers']
  const original = attachments.find(({ mimeType }) => types.includes(mimeType.toLowerCase()))
  return original === undefined ? '' : (textOf(original).split(/\r?\n\r?\n/, 1)[0] ?? '')
}

function messageIdsOf(header: string): string[] {
  return [...header.matchAll(/^(?:x-)?(?:original-)?message-id:\s*(<[^>\s]+>)/gim)].map(([, id = '']) => id)
}

function textOf({ content }: Attachment): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}
