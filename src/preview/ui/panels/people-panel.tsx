import type { IssueView, RecipientRow } from '../../protocol.ts'
import { overview } from '../lib/data.ts'
import { counted } from '../lib/format.ts'
import { go, place } from '../lib/navigate.ts'
import { useStore } from '../lib/store.ts'

/** Whom the message is seen as. */
export function PeoplePanel({ shown }: { shown: IssueView }): preact.JSX.Element {
  const here = useStore(place)
  const shelf = useStore(overview)
  const people = shelf?.recipients ?? []
  const slots = shown.message?.slots ?? []
  const rows = people.filter((person) => person.kind === 'row')
  return (
    <section aria-label="Recipients">
      <p class="quiet">{slots.length === 0 ? 'Nothing in the text depends on the reader.' : `The message shows ${slots.join(', ')} of its reader.`}</p>
      {(shown.message?.unusable ?? []).map(({ field, reason }) => (
        <p class="warned" key={field}>
          {reason === 'missing' ? `This reader has no ${field}, and the template gives no default: sending would stop before it starts.` : `The ${field} of this reader would break a header: sending would stop before it starts.`}
        </p>
      ))}
      <People people={people.filter((person) => person.kind === 'specimen')} chosen={here.to} />
      {rows.length === 0 ? null : (
        <>
          <h3>{shelf?.list ?? 'List'}</h3>
          <People people={rows} chosen={here.to} />
          {(shelf?.moreRecipients ?? 0) === 0 ? null : <p class="quiet">and {counted(shelf?.moreRecipients ?? 0, 'more', 'more')}</p>}
        </>
      )}
    </section>
  )
}

function People({ people, chosen }: { people: readonly RecipientRow[]; chosen: string }): preact.JSX.Element {
  return (
    <ul class="people">
      {people.map((person) => (
        <li key={person.key}>
          <button type="button" aria-pressed={person.key === chosen} onClick={() => { go({ to: person.key }) }}>
            <span class="person">{person.label}</span>
            <span class="person-note">{person.note}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
