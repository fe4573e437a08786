import { useEffect, useRef } from 'preact/hooks'
import type { ClientLoss, ClientRow, IssueView } from '../../protocol.ts'
import { overview } from '../lib/data.ts'
import { counted } from '../lib/format.ts'
import { lossesOf, useClient, useLosses } from '../lib/losses.ts'
import { go, place } from '../lib/navigate.ts'
import { useStore } from '../lib/store.ts'

const trust = { high: 'Close to the client', fair: 'Layout and colours are close', rough: 'A rough guide' } as const

const onDark = {
  none: 'On a dark screen it leaves messages as they are.',
  authored: 'On a dark screen it follows the dark styles of the message.',
  partial: 'On a dark screen it darkens light backgrounds and lightens dark text.',
  full: 'On a dark screen it turns every colour around.',
} as const

/** What the chosen client takes away, and how far its view may be trusted. */
export function ClientPanel({ shown }: { shown: IssueView }): preact.JSX.Element {
  const here = useStore(place)
  const client = useClient(here.client)
  const losses = lossesOf(useLosses(shown.slug, here.to, shown.message?.version ?? '', client !== undefined), here.client)
  return <section aria-label="Client">{client === undefined ? <Choose /> : <Client client={client} losses={losses} chosen={here.loss} />}</section>
}

function Choose(): preact.JSX.Element {
  const clients = useStore(overview)?.clients ?? []
  return (
    <>
      <p class="quiet">The message is shown as it is sent. Choose a mail program to see what it makes of it.</p>
      <ul class="people">
        {clients.map(({ client, name, dark }) => (
          <li key={client}>
            <button type="button" onClick={() => { go({ client, loss: 0, view: 'message' }) }}>
              <span class="person">{name}</span>
              <span class="person-note">{onDark[dark]}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function Client({ client, losses, chosen }: { client: ClientRow; losses: readonly ClientLoss[] | undefined; chosen: number }): preact.JSX.Element {
  const { name, fidelity, dark } = client
  return (
    <>
      <h3 class="first">{name}</h3>
      <p class="fidelity">
        <strong>{trust[fidelity.level]}.</strong> {fidelity.note}
      </p>
      <p class="quiet">{onDark[dark]}</p>
      {losses === undefined ? null : losses.length === 0 ? (
        <p>It takes nothing away from this message.</p>
      ) : (
        <>
          <h3>It takes away {counted(losses.length, 'thing')}</h3>
          <ol class="losses">
            {losses.map((loss) => (
              <Loss key={`${loss.what} ${loss.why}`} loss={loss} chosen={chosen > 0 && loss.places.includes(chosen - 1)} />
            ))}
          </ol>
        </>
      )}
      <p class="panel-end">
        <button type="button" class="link" onClick={() => { go({ client: '', loss: 0 }) }}>
          Show the message as it is sent
        </button>
      </p>
    </>
  )
}

function Loss({ loss, chosen }: { loss: ClientLoss; chosen: boolean }): preact.JSX.Element {
  const element = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (chosen) element.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const { what, why, places, start } = loss
  return (
    <li ref={element} class={chosen ? 'chosen' : ''}>
      <button type="button" class="loss" aria-pressed={chosen} onClick={() => { go({ loss: chosen ? 0 : (places[0] ?? 0) + 1, view: 'message' }) }}>
        <code>{what}</code>
        {places.length > 1 ? <span class="times">{places.length} times</span> : null}
      </button>
      <p class="loss-why">{why.replaceAll('`', '')}</p>
      {chosen ? (
        <button type="button" class="link" onClick={() => { go({ view: 'source', at: start, line: 0 }) }}>
          show in the source
        </button>
      ) : null}
    </li>
  )
}
