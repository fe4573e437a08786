import type { Email } from 'postal-mime'
import { type Markup, markup } from '../../lib/markup.ts'
import { readableSize } from '../../lib/size.ts'
import { fileParts } from './content.ts'
import { type Fault, faultText } from './faults.ts'
import type { StoredMessage } from './mailbox.io.ts'
import type { Verdict } from './verdicts.ts'

export const views = ['html', 'text', 'headers', 'raw', 'files', 'checks'] as const
export type View = (typeof views)[number]

const viewNames: Record<View, string> = { html: 'HTML', text: 'Text', headers: 'Headers', raw: 'Source', files: 'Files', checks: 'Checks' }

/** A message as the page shows it. */
export interface Opened {
  message: StoredMessage
  email: Email
  raw: Buffer
  verdicts: readonly Verdict[]
}

export interface PageFacts {
  messages: readonly StoredMessage[]
  faults: readonly Fault[]
  smtpPort: number
  opened?: Opened
  view: View
}

/** Most messages that the list shows; older ones are found by the API. */
const listed = 200

/** The whole page. */
export function inboxPage({ messages, faults, smtpPort, opened, view }: PageFacts): string {
  const unread = messages.filter(({ read }) => !read).length
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${opened === undefined ? 'Inbox' : opened.message.subject} · Gazette</title>
<link rel="stylesheet" href="/inbox.css">
<link rel="icon" href="data:,">
</head>
<body data-chosen="${opened?.message.id ?? ''}">
<header>
  <h1>Test inbox</h1>
  <span class="quiet"><span id="count">${countText(messages.length, unread)}</span> · smtp://127.0.0.1:${smtpPort}${faultNote(faults)}</span>
  <button id="clear" type="button">Clear</button>
</header>
<nav aria-label="Messages">${messageList(messages, opened?.message.id)}</nav>
<main>${opened === undefined ? emptyState(messages.length > 0, smtpPort) : openedMessage(opened, view)}</main>
<script src="/inbox.js"></script>
</body>
</html>`.html
}

/** The list alone, as it is put into a page that is open. */
export function messageList(messages: readonly StoredMessage[], chosen: string | undefined): Markup {
  const unread = messages.filter(({ read }) => !read).length
  const items = messages.slice(0, listed).map(
    (message) => markup`<li><a href="/message/${message.id}" class="${message.read ? '' : 'unread'}"${message.id === chosen ? markup` aria-current="true"` : ''}>
<span class="to quiet"><span>${message.to.join(', ')}</span><time datetime="${new Date(message.at).toISOString()}">${timeText(message.at)}</time></span>
<span class="subject">${message.subject === '' ? '(no subject)' : message.subject}</span></a></li>`,
  )
  const more = messages.length > listed ? markup`<li class="quiet" style="padding:8px 16px">and ${messages.length - listed} older</li>` : undefined
  return markup`<ol data-count="${countText(messages.length, unread)}">${items}${more}</ol>`
}

function countText(messages: number, unread: number): string {
  const counted = `${messages} ${messages === 1 ? 'message' : 'messages'}`
  return unread === 0 ? counted : `${counted}, ${unread} unread`
}

function timeText(at: number): string {
  const date = new Date(at)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
}

function faultNote(faults: readonly Fault[]): Markup | undefined {
  return faults.length === 0 ? undefined : markup` · <span class="faults">faults on: ${faults.map(faultText).join('; ')}</span>`
}

function emptyState(hasMail: boolean, smtpPort: number): Markup {
  if (hasMail) return markup`<div class="empty"><h2>Choose a message</h2><p class="quiet">j and k go down and up the list.</p></div>`
  return markup`<div class="empty"><h2>No mail yet</h2>
<p>Send the newest issue here with <code>gazette test</code>. Any program that sends mail to port ${smtpPort} of this machine ends up here as well; nothing leaves it.</p></div>`
}

function openedMessage({ message, email, raw, verdicts }: Opened, view: View): Markup {
  const bad = verdicts.filter(({ result }) => result === 'bad').length
  const files = fileParts(email)
  const tabs = views
    .filter((name) => name !== 'files' || files.length > 0)
    .map((name) => {
      const note = name === 'checks' && bad > 0 ? ` (${bad})` : name === 'files' ? ` (${files.length})` : ''
      return markup`<a href="/message/${message.id}?view=${name}"${name === view ? markup` aria-current="page"` : ''}>${viewNames[name]}${note}</a>`
    })
  return markup`<div class="head">
<h2>${message.subject === '' ? '(no subject)' : message.subject}</h2>
<p class="quiet">${message.sender.name} ‹${message.sender.address}› to ${message.to.join(', ')} · ${readableSize(message.bytes)} · ${new Date(message.at).toLocaleString('en-GB')}</p>
<div class="tabs" role="navigation" aria-label="Views">${tabs}</div>
</div>
${viewOf(view, { message, email, raw, verdicts })}`
}

function viewOf(view: View, { message, email, raw, verdicts }: Opened): Markup {
  switch (view) {
    case 'html':
      return email.html === undefined
        ? markup`<div class="body"><pre>${email.text ?? ''}</pre></div>`
        : markup`<div class="body framed"><iframe title="The message" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/api/v1/message/${message.id}/html"></iframe></div>`
    case 'text':
      return markup`<div class="body"><pre>${email.text ?? 'There is no plain text.'}</pre></div>`
    case 'headers':
      return markup`<div class="body"><dl>${email.headers.map(({ originalKey, value }) => markup`<dt>${originalKey}</dt><dd>${value}</dd>`)}</dl></div>`
    case 'raw':
      return markup`<div class="body"><pre>${raw.toString('utf8')}</pre></div>`
    case 'files':
      return markup`<div class="body"><ul class="files">${fileParts(email).map(
        ({ id, name, type, bytes }) => markup`<li><a href="/api/v1/message/${message.id}/part/${id}">${name}</a> <span class="quiet">${type}, ${readableSize(bytes)}</span></li>`,
      )}</ul></div>`
    case 'checks':
      return markup`<div class="body"><dl>${verdicts.map(
        ({ title, detail, result }) => markup`<dt>${title}</dt><dd class="${result}">${detail}</dd>`,
      )}</dl><div class="actions"><button id="unsubscribe" type="button">Try one-click unsubscribe</button><span id="unsubscribe-result" class="quiet" role="status"></span></div></div>`
  }
}
