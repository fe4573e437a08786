import type { CommandDefinition } from '../command.ts'

/** `gazette preview [issue]`: the live preview in the browser. */
export const preview: CommandDefinition = {
  name: 'preview',
  argument: '[issue]',
  summary: 'see the issue in the browser, as every client shows it, and edit it there',
  group: 'Make',
  examples: [
    ['gazette preview', 'open the newest issue and follow every change that is saved'],
    ['gazette preview 2026-w48 --list readers.csv', 'see an issue as the people of a list will'],
    ['gazette preview --static review', 'write the page into a folder that opens without Gazette'],
    ['gazette preview --host', 'read along on a phone in the same network'],
  ],
  options: (command) =>
    command
      .option('-p, --port <number>', 'listen on this port instead of 4400 or the next free one')
      .option('--open', 'open the page in the browser')
      .option('--list <file>', 'offer the people of this list to see the message as')
      .option('--static <folder>', 'write the page as files to hand to a colleague, and end')
      .option('--host', 'let a phone in the same network read along; shows a code to scan'),
  run: async (shell, [issue], options) => {
    const { runPreview } = await import('../preview-run.ts')
    return runPreview(shell, issue, options)
  },
}
