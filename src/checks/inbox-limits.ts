import type { MailClient } from '../model/mail-client.ts'

/**
 * Roughly how many characters of a subject and a preheader the list of an inbox shows, in its usual width. Where
 * both share one line (`shared`), the preheader gets what the subject leaves. Looked up in the clients' default
 * windows; fonts and widths vary, so these are guides, not borders.
 */
export interface InboxLimit {
  client: MailClient
  where: string
  subject: number
  preheader: number
  shared: boolean
}

export const inboxLimits: readonly InboxLimit[] = [
  { client: 'gmail-app', where: 'Gmail on a phone', subject: 38, preheader: 44, shared: false },
  { client: 'apple-mail', where: 'Apple Mail on a phone', subject: 41, preheader: 86, shared: false },
  { client: 'outlook-app', where: 'Outlook on a phone', subject: 42, preheader: 75, shared: false },
  { client: 'yahoo', where: 'Yahoo in a browser', subject: 46, preheader: 55, shared: true },
  { client: 'apple-mail', where: 'Apple Mail on a Mac', subject: 52, preheader: 95, shared: false },
  { client: 'outlook-windows', where: 'Outlook for Windows', subject: 55, preheader: 35, shared: false },
  { client: 'outlook-com', where: 'Outlook.com', subject: 60, preheader: 50, shared: true },
  { client: 'gmail-web', where: 'Gmail in a browser', subject: 70, preheader: 100, shared: true },
]

/** Characters as a reader counts them, a flag or a family being one. */
export function lengthOf(text: string): number {
  // Plain ASCII, which most texts are, needs no segmenting.
  if (/^[ -~]*$/.test(text)) return text.length
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return Array.from(graphemes.segment(text)).length
}

/** Made when it is first needed: it takes longer than most rules. */
let graphemes: Intl.Segmenter | undefined
