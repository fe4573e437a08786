import { createTransport, type SendMailOptions } from 'nodemailer'
import { postingOf } from '../../../src/app/posting.ts'
import type { MessageMaker } from '../../../src/app/message-maker.ts'
import { parseNewsletter } from '../../../src/config/load.io.ts'
import { parseUnsubscribeKeys, unsubscribeToken, unsubscribeUrl } from '../../../src/deliver/unsubscribe-token.ts'
import { bindHtml, bindText } from '../../../src/render/bind.ts'
import { composeMessage } from '../../../src/render/mime/compose-message.ts'
import { issue } from '../../support/issue.ts'

/** Size of the HTML of the message, in bytes. */
const htmlSize = 40_000

export const unsubscribePattern = 'https://weekly.example.com/u/{token}'
export const keys = parseUnsubscribeKeys('a-secret-of-more-than-24-characters')

const newsletter = parseNewsletter(
  `name: Weekly\nfrom:\n  address: news@example.com\nlinks:\n  unsubscribe: ${unsubscribePattern}\n  listId: weekly.example.com\n`,
).newsletter

/** A newsletter's HTML and text, with a greeting and a link to unsubscribe. */
function sources(): { html: string; text: string } {
  const row =
    '<tr><td style="font-family:Georgia,serif;font-size:16px;line-height:24px;color:#1d2733;padding:12px 24px">' +
    '<a href="https://weekly.example.com/articles/high-water?utm_source=weekly" style="color:#0b6670">High water on a calm day</a> ' +
    'The tide came over the quay at a quarter past six, and nobody in the caf\u00e9 had looked up. It was gone by eight.</td></tr>\n'
  const open = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Weekly</title></head><body><table>\n<tr><td>Hello %NAME%,</td></tr>\n'
  const close = '<tr><td><a href="%LINK%">Leave</a></td></tr></table></body></html>\n'
  const rows = Math.ceil((htmlSize - open.length - close.length) / Buffer.byteLength(row))
  const line = 'High water on a calm day. The tide came over the quay at a quarter past six, and nobody looked up.\nhttps://weekly.example.com/articles/high-water\n\n'
  return { html: open + row.repeat(rows) + close, text: `Hello %NAME%,\n\n${line.repeat(24)}Leave: %LINK%\n` }
}

/** What makes our messages. */
export function sampleMaker(): MessageMaker {
  if (newsletter === undefined) throw new Error('the newsletter is not valid')
  const { html, text } = sources()
  const slots = [
    { token: '%NAME%', field: 'name', default: 'there' },
    { token: '%LINK%', field: 'unsubscribeUrl', default: unsubscribePattern },
  ]
  const stencil = composeMessage({
    issue: issue({ subject: 'High water on a calm day' }),
    publication: newsletter,
    html: bindHtml(html, slots).value,
    text: bindText(text, slots).value,
    date: new Date(0),
  }).value
  if (stencil === undefined) throw new Error('the message could not be composed')
  return { stencil, posting: postingOf(newsletter, '2026-w48'), keys, dkim: undefined, date: new Date(0) }
}

/** The same message for nodemailer, as its documentation says to write it. */
export function nodemailerMail(address: string, name: string, messageId: string): SendMailOptions {
  const { html, text } = kept
  const link = unsubscribeUrl(unsubscribePattern, unsubscribeToken(keys, { key: address, issue: '2026-w48' }))
  const filled = (source: string): string => source.replaceAll('%NAME%', name).replaceAll('%LINK%', link)
  return {
    from: { name: 'Weekly', address: 'news@example.com' },
    to: { name, address },
    subject: 'High water on a calm day',
    text: filled(text),
    html: filled(html),
    messageId: `<${messageId}>`,
    date: new Date(0),
    list: { id: { url: 'weekly.example.com', comment: 'Weekly' }, unsubscribe: [[link, 'mailto:news@example.com?subject=unsubscribe']] },
    headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', Precedence: 'bulk', 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

const kept = sources()

/** Composes a message by nodemailer, without sending it. */
export function nodemailerComposer(): (mail: SendMailOptions) => Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return async (mail) => (await transport.sendMail(mail)).message as Buffer
}
