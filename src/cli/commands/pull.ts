import type { CommandDefinition } from '../command.ts'
import { collect } from './add.ts'

/** `gazette pull [name...]`: what is new in the feeds of newsletter.yaml becomes articles. */
export const pull: CommandDefinition = {
  name: 'pull',
  argument: '[source...]',
  summary: 'read the feeds in newsletter.yaml and bring in what is new',
  group: 'Write',
  examples: [
    ['gazette pull', 'read every source and write what is new to content/articles'],
    ["gazette pull 'The Lock Keeper'", 'read one source, by its name, its host or its address'],
    ['gazette pull --dry-run', 'say what would come in, and write nothing'],
  ],
  options: (command) =>
    command
      .option('-n, --dry-run', 'write neither articles nor what was seen')
      .option('--allow-host <name>', 'fetch from this host although it is not public; may be repeated', collect, []),
  run: async (shell, names, options) => {
    const { runPull } = await import('../ingest/pull.ts')
    return runPull(shell, names, options)
  },
}
