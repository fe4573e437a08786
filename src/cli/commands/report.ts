import type { CommandDefinition } from '../command.ts'

/** `gazette report ISSUE`: who got it, who did not, and why. */
export const report: CommandDefinition = {
  name: 'report',
  argument: '<issue>',
  summary: 'say who got an issue, who did not, and why',
  group: 'Deliver',
  examples: [
    ['gazette report 2026-w48', 'the counts, and those who did not get it'],
    ['gazette report 2026-w48 --csv > report.csv', 'a row for each recipient: email, state, attempts, code, reply, message_id, at'],
    ['gazette report 2026-w48 --csv --state rejected,in_doubt', 'only those who were refused, or may have got it'],
    ['gazette report 2026-w48 --spreadsheet > report.csv', 'the same for Excel: no cell can be taken for a formula'],
  ],
  options: (command) =>
    command
      .option('--csv', 'print CSV, one row for each recipient, cells as they are')
      .option('--spreadsheet', "print CSV for a spreadsheet: with a byte order mark, and with ' before what could run as a formula")
      .option('--state <states>', 'only these states, separated by commas'),
  run: async (shell, [issue = ''], options) => {
    const { runReport } = await import('../deliver/report.ts')
    return runReport(shell, issue, options)
  },
}
