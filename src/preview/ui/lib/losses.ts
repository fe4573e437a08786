import type { ClientLoss, ClientLosses, ClientRow } from '../../protocol.ts'
import { lossesPath } from '../../protocol-paths.ts'
import { overview } from './data.ts'
import { fail } from './actions.ts'
import { useStore } from './store.ts'
import { transport } from './transport.ts'
import { useEffect, useState } from 'preact/hooks'

/**
 * What each client takes away from the message on the page; the old answer stays until the new one is there.
 *
 * @param wanted false while nobody looks, so that nothing is asked
 */
export function useLosses(slug: string, to: string, version: string, wanted: boolean): ClientLosses | undefined {
  const [losses, setLosses] = useState<ClientLosses>()
  useEffect(() => {
    if (!wanted || version === '') return
    let late = false
    transport.json<ClientLosses>(lossesPath(slug, to)).then((loaded) => {
      if (!late) setLosses(loaded)
    }, fail)
    return () => {
      late = true
    }
  }, [slug, to, version, wanted])
  return losses
}

/** The client of a name; undefined for the message as it is sent. */
export function useClient(name: string): ClientRow | undefined {
  return useStore(overview)?.clients.find(({ client }) => client === name)
}

/** How many things a client takes away, whatever the number of their places. */
export function lossesOf(losses: ClientLosses | undefined, client: string): readonly ClientLoss[] | undefined {
  return losses?.[client as keyof ClientLosses]
}
