import { issue } from '../lib/data.ts'
import { kilobytes, roomWords } from '../lib/format.ts'
import { go } from '../lib/navigate.ts'
import { useStore } from '../lib/store.ts'
import type { MessageView } from '../../protocol.ts'

/** What an inbox shows of the message, and how much room is left in it. */
export function Heading(): preact.JSX.Element | null {
  const message = useStore(issue)?.message
  if (message === undefined) return null
  return (
    <div class="heading">
      <div class="heading-words">
        <h2>{message.subject}</h2>
        <p>
          <span class="sender">{message.from.name || message.from.address}</span>
          {message.to.address === '' ? null : <span class="recipient"> to {message.to.name || message.to.address}</span>}
          {message.preheader === '' ? null : <span class="preheader"> · {message.preheader}</span>}
        </p>
      </div>
      <Meter message={message} />
    </div>
  )
}

/** Bytes of HTML beside what Gmail shows before it cuts, and how many stories still fit. */
function Meter({ message }: { message: MessageView }): preact.JSX.Element {
  const { html, clip } = message.size
  const share = html / clip
  const level = share > 1 ? 'over' : share > 0.92 ? 'near' : 'fine'
  return (
    <button type="button" class={`meter ${level}`} title="Gmail cuts a message after this much HTML and hides the rest behind a link. Choose it to see what each story takes." onClick={() => { go({ panel: 'checks', only: '', finding: '' }) }}>
      <span class="meter-words">
        {kilobytes(html)} of {kilobytes(clip)} <span class="meter-room">· {roomWords(message.size)}</span>
      </span>
      <span class="meter-track" aria-hidden="true">
        <span style={{ width: `${Math.min(100, share * 100)}%` }} />
      </span>
    </button>
  )
}
