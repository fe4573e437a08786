import type { Newsletter } from '../../../config/newsletter.ts'
import { dayOf } from '../../../lib/calendar.ts'
import { openMemory } from './memory-file.io.ts'
import { chosenSources } from './sources.io.ts'

/** A source as it is listed. */
export interface ListedSource {
  source: string
  /** Address or path. */
  at: string
  section?: string
  /** Title of the feed, when it was read before. */
  title?: string
  /** Moment of the last pull that read it, ISO. */
  read?: string
}

/** The sources of a newsletter, and when each was read last. */
export async function listSources(root: string, newsletter: Newsletter, now: Date): Promise<ListedSource[]> {
  if (newsletter.sources.length === 0) return []
  const { memory } = await openMemory(root, dayOf(now, newsletter.timezone))
  const sources = await chosenSources(root, newsletter, [])
  return sources.map(({ key, label, url, file, settings }) => {
    const { title, read } = memory.source(key)
    const { section } = settings
    return { source: label, at: url ?? file ?? '', ...(section === undefined ? {} : { section }), ...(title === undefined ? {} : { title }), ...(read === undefined ? {} : { read }) }
  })
}
