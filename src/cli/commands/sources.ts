import { diagnostic } from '../../diagnostics/diagnostic.ts'
import { UsageError } from '../../diagnostics/errors.ts'
import type { CommandDefinition } from '../command.ts'

const actions = ['list', 'import']

/** `gazette sources`, `gazette sources import FILE`: the feeds that `gazette pull` reads. */
export const sources: CommandDefinition = {
  name: 'sources',
  argument: '[action] [file]',
  summary: 'list the feeds that pull reads, or take over those of a feed reader',
  group: 'Write',
  examples: [
    ['gazette sources', 'list the sources in newsletter.yaml, and when each was read last'],
    ['gazette sources import subscriptions.opml', 'add the feeds of an OPML file to newsletter.yaml'],
  ],
  run: async (shell, [action = 'list', file]) => {
    const work = await import('../ingest/sources.ts')
    if (action === 'list') return work.runList(shell)
    if (action === 'import' && file !== undefined) return work.runImport(shell, file)
    if (action === 'import') throw new UsageError([diagnostic('GZ-U001', 'gazette sources import needs a file', { hint: 'export your subscriptions from a feed reader as OPML' })])
    const { suggestion } = await import('../../lib/suggest.ts')
    throw new UsageError([diagnostic('GZ-U001', `gazette sources cannot ${JSON.stringify(action)}`, { hint: suggestion(action, actions) ?? 'list or import' })])
  },
}
