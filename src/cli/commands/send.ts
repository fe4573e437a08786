import type { CommandDefinition } from '../command.ts'
import type { SendFlags } from '../deliver/send-flags.ts'

/** `gazette send ISSUE --list FILE`: delivers an issue, through the ledger. */
export const send: CommandDefinition = {
  name: 'send',
  argument: '<issue>',
  summary: 'send an issue to a list; run again, it goes on where it stopped',
  group: 'Deliver',
  examples: [
    ['gazette send 2026-w48 --list people.csv', 'show the plan, ask for the number of recipients, send'],
    ['gazette send 2026-w48 --list people.csv --confirm 4812', 'send without asking, if the number is right'],
    ['gazette send 2026-w48 --list people.csv --dry-run', 'show the plan and stop'],
    ['gazette send 2026-w48 --list people.csv --retry-failed', 'try those again who were refused or put off'],
    ['GAZETTE_SMTP_URL=smtp://127.0.0.1:1025 gazette send 2026-w48 --list people.csv', 'rehearse, with gazette inbox in another terminal'],
  ],
  options: (command) =>
    command
      .requiredOption('-l, --list <file>', 'CSV file with a column `email`, and others that slots use')
      .option('--confirm <number>', 'how many messages this is to send; otherwise you are asked')
      .option('--dry-run', 'show what would be sent, and stop')
      .option('--retry-failed', 'also try those again who were refused, and at once those who were put off')
      .option('--in-doubt <hold|resend>', 'what to do about those who may have got it already: hold, or resend, which may mail some twice', 'hold')
      .option('--frozen', 'go on with the message as it was when the send began, whatever was edited since')
      .option('--max-age <time>', 'take a send up that began so long ago, such as 30d')
      .option('--wait <time>', 'wait so long at the end for those who were put off, such as 2h')
      .option('--rate <number>', 'most messages per second')
      .option('--domain-rate <number>', 'most messages per second to one domain')
      .option('--connections <number>', 'connections to the mail server at a time')
      .option('--adopt-ledger', 'go on with a ledger that was restored or copied, when you are sure that it is complete'),
  run: async (shell, [issue = ''], options) => {
    const { runSend } = await import('../deliver/send.ts')
    return runSend(shell, issue, options as unknown as SendFlags)
  },
}
