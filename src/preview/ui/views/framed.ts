import type { ClientRow, IssueView } from '../../protocol.ts'
import type { ForcedDark } from '../../../model/force-dark.ts'
import type { Sought } from '../frame/stories.ts'
import { framePath } from '../../protocol-paths.ts'
import type { Place } from '../lib/place.ts'

/** What a frame needs to know of the message and of how it is looked at. */
export interface Framed {
  path: string
  version: string
  remote: boolean
  stories: readonly Sought[]
  dark?: ForcedDark
}

/** How a frame shows the message of the page. */
export function framed(shown: IssueView, here: Pick<Place, 'to' | 'client' | 'mode' | 'blocked' | 'remote'>, client: ClientRow | undefined): Framed {
  return {
    path: framePath(shown.slug, here),
    version: shown.message?.version ?? '',
    remote: here.remote,
    stories: shown.stories,
    ...(here.mode === 'forced' ? { dark: client?.dark === 'partial' ? ('partial' as const) : ('full' as const) } : {}),
  }
}
