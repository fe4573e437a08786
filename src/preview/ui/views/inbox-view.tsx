import type { InboxGuide, IssueView, MessageView } from '../../protocol.ts'
import { Segments } from '../chrome/controls.tsx'
import { overview } from '../lib/data.ts'
import { characters } from '../lib/format.ts'
import { go, place } from '../lib/navigate.ts'
import { useStore } from '../lib/store.ts'
import { InboxRow, type List } from './inbox-row.tsx'

interface Shown {
  list: List
  name: string
  /** Client of the guide that says how much fits. */
  client: string
}

const wide: readonly Shown[] = [
  { list: 'gmail', name: 'Gmail in a browser', client: 'gmail-web' },
  { list: 'apple', name: 'Apple Mail on a Mac', client: 'apple-mail' },
  { list: 'outlook', name: 'Outlook for Windows', client: 'outlook-windows' },
]

const phone: readonly Shown[] = [
  { list: 'gmail', name: 'Gmail on a phone', client: 'gmail-app' },
  { list: 'apple', name: 'Apple Mail on a phone', client: 'apple-mail' },
  { list: 'outlook', name: 'Outlook on a phone', client: 'outlook-app' },
]

/** The message in the lists of mail programs: all that a reader decides by. */
export function InboxView({ shown }: { shown: IssueView }): preact.JSX.Element | null {
  const here = useStore(place)
  const guides = useStore(overview)?.inbox ?? []
  const { message } = shown
  if (message === undefined) return null
  return (
    <div class="canvas inboxes" tabIndex={0} role="region" aria-label="The message in the list of an inbox">
      <div class="matrix-bar">
        <Segments label="Screen" choices={[{ value: 'desktop', label: 'Desktop' }, { value: 'phone', label: 'Phone' }]} value={here.phone ? 'phone' : 'desktop'} onChange={(value) => { go({ phone: value === 'phone' }) }} />
        <p>The rows around it stand for other mail.</p>
      </div>
      {(here.phone ? phone : wide).map(({ list, name, client }) => (
        <section key={name} aria-label={name} class="inbox">
          <header>
            <h3>{name}</h3>
            <Guide guide={guides.find((one) => one.client === client && one.phone === here.phone)} message={message} />
          </header>
          <div class="inbox-screens">
            {(['light', 'dark'] as const).map((scheme) => (
              <InboxRow key={scheme} list={list} phone={here.phone} scheme={scheme} message={message} />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}

/** How long subject and preheader are, beside what the list shows of them. */
function Guide({ guide, message }: { guide: InboxGuide | undefined; message: MessageView }): preact.JSX.Element | null {
  if (guide === undefined) return null
  const subject = characters(message.subject)
  const preheader = characters(message.preheader)
  const left = guide.shared ? Math.max(0, guide.subject + guide.preheader - subject) : guide.preheader
  return (
    <p>
      <span class={subject > guide.subject ? 'too-long' : ''}>
        Subject {subject} of about {guide.subject} characters
      </span>
      {' · '}
      <span class={preheader > left ? 'too-long' : ''}>
        preheader {preheader} of about {left}
      </span>
    </p>
  )
}
