import type { IssueView, RecipientRow } from '../../protocol.ts'
import { Icon } from '../chrome/icons.tsx'
import { overview } from '../lib/data.ts'
import { counted } from '../lib/format.ts'
import { go, place } from '../lib/navigate.ts'
import { useStore } from '../lib/store.ts'
import { Differences } from './differences.tsx'

/** Whom the message is seen as, and whom it is compared with. */
export function PeoplePanel({ shown }: { shown: IssueView }): preact.JSX.Element {
  const shelf = useStore(overview)
  const people = shelf?.recipients ?? []
  const slots = shown.message?.slots ?? []
  const rows = people.filter((person) => person.kind === 'row')
  return (
    <section aria-label="Recipients">
      <Differences shown={shown} />
      <p class="quiet">{slots.length === 0 ? 'Nothing in the text depends on the reader.' : `The message shows ${slots.join(', ')} of its reader.`}</p>
      {(shown.message?.unusable ?? []).map(({ field, reason }) => (
        <p class="warned" key={field}>
          {reason === 'missing' ? `This reader has no ${field}, and the template gives no default: sending would stop before it starts.` : `The ${field} of this reader would break a header: sending would stop before it starts.`}
        </p>
      ))}
      <People people={people.filter((person) => person.kind === 'specimen')} />
      {rows.length === 0 ? null : (
        <>
          <h3>{shelf?.list ?? 'List'}</h3>
          <People people={rows} />
          {(shelf?.moreRecipients ?? 0) === 0 ? null : <p class="quiet">and {counted(shelf?.moreRecipients ?? 0, 'more', 'more')}</p>}
        </>
      )}
    </section>
  )
}

function People({ people }: { people: readonly RecipientRow[] }): preact.JSX.Element {
  const here = useStore(place)
  return (
    <ul class="people">
      {people.map((person) => (
        <li key={person.key}>
          <button type="button" class="person-choice" aria-pressed={person.key === here.to} onClick={() => { go({ to: person.key, ...(person.key === here.with ? { with: '' } : {}) }) }}>
            <span class="person">{person.label}</span>
            <span class="person-note">{person.note}</span>
          </button>
          {person.key === here.to ? null : (
            <button
              type="button"
              class="icon-button compare"
              aria-pressed={person.key === here.with}
              aria-label={`Compare with ${person.label}`}
              title={`Compare with ${person.label}`}
              onClick={() => { go({ with: person.key === here.with ? '' : person.key, view: 'message' }) }}
            >
              <Icon name="compare" />
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
