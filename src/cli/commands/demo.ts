import type { CommandDefinition } from '../command.ts'

/** `gazette demo [dir]`: the sample newsletter, built and in the browser. */
export const demo: CommandDefinition = {
  name: 'demo',
  argument: '[dir]',
  summary: 'see what Gazette makes: copy the sample newsletter here, build it and show it in the browser',
  group: 'Write',
  examples: [
    ['gazette demo', 'in an empty folder: a finished issue and its preview, without a network'],
    ['gazette demo tour --no-preview', 'only write and build the sample, in a folder of its own'],
  ],
  options: (command) =>
    command
      .option('-p, --port <number>', 'show it on this port instead of 4400 or the next free one')
      .option('--no-open', 'print the address and open no browser')
      .option('--no-preview', 'end when the issue is built'),
  run: async (shell, [dir], options) => {
    const { runDemo } = await import('../demo.ts')
    return runDemo(shell, dir, options)
  },
}
