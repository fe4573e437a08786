import type { InboxFacts } from '../../protocol-mail.ts'
import { mayWrite } from '../lib/actions.ts'
import { mailChanges, say } from '../lib/data.ts'
import { createStore } from '../lib/store.ts'
import { transport } from '../lib/transport.ts'

/** A message in the list, as the API of the inbox gives it. */
export interface Entry {
  ID: string
  Read: boolean
  From: Person
  To: Person[]
  Bcc: Person[]
  Subject: string
  Created: string
  Size: number
  Snippet: string
}

export interface Person {
  Name: string
  Address: string
}

/** A message with its texts. */
export interface Detail extends Omit<Entry, 'Created' | 'Snippet'> {
  Date: string
  MessageID: string
  ReturnPath: string
  Text: string
  HTML: string
  Inline: FilePart[]
  Attachments: FilePart[]
}

export interface FilePart {
  PartID: string
  FileName: string
  ContentType: string
  Size: number
}

export interface Verdict {
  name: string
  title: string
  result: 'good' | 'bad' | 'unknown'
  detail: string
}

/** Messages that the list shows; older ones are in the folder. */
const listed = 200

export const facts = createStore<InboxFacts | undefined>(undefined)
export const entries = createStore<Entry[] | undefined>(undefined)
export const problem = createStore<string | undefined>(undefined)

mailChanges.follow(() => {
  if (mayWrite()) void refreshMail()
})

/** Asks how full the inbox is, and for its list when that is on the page. */
export async function refreshMail(): Promise<void> {
  try {
    facts.set(await transport.json<InboxFacts>('/api/inbox'))
    if (entries.get() !== undefined) await loadEntries()
    problem.set(undefined)
  } catch (error) {
    problem.set(error instanceof Error ? error.message : String(error))
  }
}

/** Reads the list of the test inbox anew. */
export async function loadEntries(): Promise<void> {
  const { messages } = await transport.json<{ messages: Entry[] }>(`/api/v1/messages?limit=${String(listed)}`)
  entries.set(messages)
}

/** Removes one message, or all of them. */
export async function clear(ids?: string[]): Promise<void> {
  try {
    await transport.post('/api/inbox-clear', ids === undefined ? {} : { ids })
    say(ids === undefined ? 'The inbox is empty.' : 'The message is removed.')
    await refreshMail()
  } catch (error) {
    say(error instanceof Error ? error.message : String(error), 'failed')
  }
}

/** Path of a part of a message in the API. */
export function mailPath(id: string, part = ''): string {
  return `/api/v1/message/${encodeURIComponent(id)}${part === '' ? '' : `/${part}`}`
}
