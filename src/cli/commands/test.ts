import type { CommandDefinition } from '../command.ts'

/** `gazette test [issue]`: sends the issue to a test inbox, or to yourself. */
export const test: CommandDefinition = {
  name: 'test',
  argument: '[issue]',
  summary: 'send an issue to the test inbox, or to a few people, marked as a test',
  group: 'Deliver',
  examples: [
    ['gazette test', 'send the newest issue to the test inbox'],
    ['gazette test 2026-w48 --to me@example.com', 'send it to yourself, by GAZETTE_SMTP_URL when it is set'],
    ['gazette test --as people.csv:2', 'see it as the recipient in line 2 of a list would'],
    ['gazette test --dir out/test', 'write .eml files instead of sending'],
  ],
  options: (command) =>
    command
      .option('--to <address>', 'who gets it; may be given again', (value: string, others: string[]) => [...others, value], [] as string[])
      .option('--as <file:line>', 'fill the slots from this line of a list')
      .option('--dir <folder>', 'write .eml files into this folder instead of sending')
      .option('--inbox', 'send to the test inbox even when GAZETTE_SMTP_URL is set'),
  run: async (shell, [issue], options) => {
    const { runTest } = await import('../deliver/test.ts')
    return runTest(shell, issue, options)
  },
}
