import { useEffect } from 'preact/hooks'
import { size } from '../lib/format.ts'
import { go, place } from '../lib/navigate.ts'
import { useStore } from '../lib/store.ts'
import { clear, type Entry, entries, facts, loadEntries, type Person, problem, refreshMail } from './mail-data.ts'
import { MailMessage } from './mail-message.tsx'

/** The test inbox: what was sent to this machine to be looked at. */
export function MailView(): preact.JSX.Element {
  const here = useStore(place)
  const known = useStore(facts)
  const list = useStore(entries)
  const trouble = useStore(problem)
  useEffect(() => {
    void refreshMail().then(loadEntries, () => undefined)
  }, [])
  const chosen = list?.find(({ ID }) => ID === here.mail) ?? list?.[0]
  return (
    <div class="mail">
      <div class="mail-bar">
        <h2>Test inbox</h2>
        <p>{trouble ?? (known === undefined ? '' : `takes mail at ${known.smtp} · nothing in it leaves this machine`)}</p>
        <button type="button" class="button small" disabled={list === undefined || list.length === 0} onClick={() => { void clear().then(() => { go({ mail: '' }) }) }}>Clear</button>
      </div>
      {list === undefined ? <p class="waiting">{trouble === undefined ? 'Opening the inbox…' : ''}</p> : chosen === undefined ? <Empty /> : (
        <div class="mail-both">
          <nav class="kept-list" aria-label="Messages in the test inbox">
            <ol>
              {list.map((entry) => (
                <Row key={entry.ID} entry={entry} isChosen={entry.ID === chosen.ID} />
              ))}
            </ol>
          </nav>
          <MailMessage key={chosen.ID} entry={chosen} part={here.part} />
        </div>
      )}
    </div>
  )
}

function Empty(): preact.JSX.Element {
  return (
    <div class="mail-empty">
      <p>No mail yet. A test of this issue arrives here as a mail program gets it.</p>
      <button type="button" class="button primary" onClick={() => { go({ panel: 'send' }) }}>Send a test</button>
    </div>
  )
}

function Row({ entry, isChosen }: { entry: Entry; isChosen: boolean }): preact.JSX.Element {
  const { ID, Subject, Created, Size, Read, To, Bcc } = entry
  return (
    <li>
      <button type="button" class={`kept-row${Read ? '' : ' unread'}`} aria-current={isChosen ? 'true' : undefined} onClick={() => { go({ mail: ID }) }}>
        <span class="kept-to"><span>{[...To, ...Bcc].map(nameOf).join(', ')}</span><time dateTime={Created}>{when(Created)}</time></span>
        <span class="kept-subject">{Subject === '' ? '(no subject)' : Subject}{Read ? null : <span class="hidden">, unread</span>}</span>
        <span class="kept-size">{size(Size)}</span>
      </button>
    </li>
  )
}

function nameOf({ Name, Address }: Person): string {
  return Name === '' ? Address : Name
}

/** The time of today's mail, the day of older mail. */
function when(created: string): string {
  const date = new Date(created)
  const isToday = date.toDateString() === new Date().toDateString()
  return isToday ? date.toLocaleTimeString('en-GB') : date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })
}
