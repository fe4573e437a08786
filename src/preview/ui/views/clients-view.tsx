import type { ClientRow, IssueView } from '../../protocol.ts'
import { Segments } from '../chrome/controls.tsx'
import { overview } from '../lib/data.ts'
import { counted } from '../lib/format.ts'
import { lossesOf, useLosses } from '../lib/losses.ts'
import { go, place } from '../lib/navigate.ts'
import type { Place } from '../lib/place.ts'
import { useStore } from '../lib/store.ts'
import { framed } from './framed.ts'
import { Thumbnail } from './thumbnail.tsx'

type Look = Pick<Place, 'mode' | 'blocked'>

const looks: readonly { name: string; look: Look }[] = [
  { name: 'Light', look: { mode: 'light', blocked: false } },
  { name: 'Dark, as written', look: { mode: 'authored', blocked: false } },
  { name: 'Dark, forced', look: { mode: 'forced', blocked: false } },
  { name: 'Pictures blocked', look: { mode: 'light', blocked: true } },
]

/** Every client on every screen at once, small. */
export function ClientsView({ shown }: { shown: IssueView }): preact.JSX.Element {
  const here = useStore(place)
  const clients = useStore(overview)?.clients ?? []
  const losses = useLosses(shown.slug, here.to, shown.message?.version ?? '', true)
  const width = here.phone ? 375 : 700
  return (
    <div class="canvas matrix-canvas" tabIndex={0} role="region" aria-label="The message in every client">
      <div class="matrix-bar">
        <Segments label="Screen" choices={[{ value: 'desktop', label: 'Desktop' }, { value: 'phone', label: 'Phone' }]} value={here.phone ? 'phone' : 'desktop'} onChange={(value) => { go({ phone: value === 'phone' }) }} />
        <p>Choose a picture to look at it in full. What a client does not do by itself is there for comparison.</p>
      </div>
      <table class="matrix">
        <caption class="hidden">The message in every client</caption>
        <thead>
          <tr>
            <th scope="col">Client</th>
            {looks.map(({ name }) => (
              <th scope="col" key={name}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {clients.map((client) => (
            <tr key={client.client}>
              <th scope="row">
                <span class="matrix-client">{client.name}</span>
                <span class="matrix-note">{noteOf(lossesOf(losses, client.client)?.length)}</span>
              </th>
              {looks.map(({ name, look }) => (
                <td key={name}>
                  <Thumbnail
                    {...framed(shown, { ...look, to: here.to, remote: here.remote, client: client.client }, client)}
                    width={width}
                    label={`${client.name}: ${name}`}
                    onChoose={() => { go({ ...look, client: client.client, view: 'message', panel: 'client', loss: 0, width: here.phone ? 375 : 0 }) }}
                  />
                  {doesSo(client, look) ? null : <span class="matrix-note">for comparison</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function noteOf(count: number | undefined): string {
  if (count === undefined) return ''
  return count === 0 ? 'takes nothing away' : `takes ${counted(count, 'thing')} away`
}

/** Whether a client shows a message so of itself. */
function doesSo({ dark }: ClientRow, { mode }: Look): boolean {
  if (mode === 'light') return true
  return mode === 'authored' ? dark === 'authored' : dark === 'partial' || dark === 'full'
}
