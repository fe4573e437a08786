import type { MessageView } from '../../protocol.ts'

/** A list of messages as a kind of mail program draws it. */
export type List = 'gmail' | 'apple' | 'outlook'

/** The message between two others in the list of an inbox, unread. */
export function InboxRow({ list, phone, scheme, message }: { list: List; phone: boolean; scheme: 'light' | 'dark'; message: MessageView }): preact.JSX.Element {
  const sender = message.from.name || message.from.address
  const snippet = message.snippet
  const time = timeOf(message.date)
  const oneLine = list === 'gmail' && !phone
  return (
    <div class={`mail-list ${list} ${phone ? 'phone' : 'wide'} ${scheme}`}>
      <Other list={list} oneLine={oneLine} />
      <div class={`mail-row ours${oneLine ? ' one-line' : ''}`} role="img" aria-label={`${sender}: ${message.subject}. ${snippet}`}>
        {oneLine ? <span class="mail-box" /> : <span class="mail-face">{list === 'apple' ? '' : sender.slice(0, 1)}</span>}
        <span class="mail-sender">{sender}</span>
        <span class="mail-time">{time}</span>
        <span class="mail-subject">{message.subject}</span>
        <span class="mail-snippet">{oneLine && snippet !== '' ? ` – ${snippet}` : snippet}</span>
      </div>
      <Other list={list} oneLine={oneLine} />
    </div>
  )
}

/** Another message: only where its words would be. */
function Other({ list, oneLine }: { list: List; oneLine: boolean }): preact.JSX.Element {
  return (
    <div class={`mail-row other${oneLine ? ' one-line' : ''}`} aria-hidden="true">
      {oneLine ? <span class="mail-box" /> : <span class="mail-face">{list === 'apple' ? '' : ' '}</span>}
      <span class="mail-sender"><i /></span>
      <span class="mail-time"><i /></span>
      <span class="mail-subject"><i /></span>
      <span class="mail-snippet"><i /></span>
    </div>
  )
}

function timeOf(date: string): string {
  const parsed = new Date(date)
  return Number.isNaN(parsed.getTime()) ? '' : parsed.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}
