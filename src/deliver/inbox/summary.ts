import PostalMime, { type Address, type Email } from 'postal-mime'

/** What a list of messages shows of one. */
export interface Summary {
  subject: string
  /** The Message-ID with its angle brackets; empty when there is none. */
  messageId: string
  sender: Person
  recipients: Person[]
  snippet: string
  attachments: number
}

export interface Person {
  name: string
  address: string
}

/** Nobody writes messages with more parts; somebody who tests a mail program might. */
const limits = { maxNestingDepth: 50, maxHeadersSize: 512 * 1024 } as const

/** Reads a whole message. @returns undefined when it is too odd to be read */
export async function parseMessage(raw: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(raw, limits)
  } catch {
    return undefined
  }
}

/** Reads what a list shows; never fails. */
export async function summarise(raw: Uint8Array): Promise<Summary> {
  const email = await parseMessage(raw)
  return {
    subject: email?.subject ?? '',
    messageId: email?.messageId ?? '',
    sender: people(email?.from === undefined ? [] : [email.from])[0] ?? { name: '', address: '' },
    recipients: people(email?.to ?? []),
    snippet: (email?.text ?? '').replace(/\s+/g, ' ').trim().slice(0, 250),
    attachments: email?.attachments.filter(({ disposition, related }) => disposition === 'attachment' || related !== true).length ?? 0,
  }
}

/** Addresses with their names; groups are taken apart. */
export function people(addresses: readonly Address[]): Person[] {
  return addresses.flatMap((one) =>
    one.group === undefined ? [{ name: one.name, address: one.address }] : one.group.map(({ name, address }) => ({ name, address })),
  )
}
