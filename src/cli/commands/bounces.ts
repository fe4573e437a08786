import type { CommandDefinition } from '../command.ts'

/** `gazette bounces FILE…`: learns from mail that came back whom not to mail again. */
export const bounces: CommandDefinition = {
  name: 'bounces',
  argument: '<path...>',
  summary: 'read mail that came back, and stop mailing addresses that are dead, complained or asked to leave',
  group: 'Deliver',
  examples: [
    ['gazette bounces ~/Maildir', 'read the mailbox of the return path; a message read twice counts once'],
    ['gazette bounces returned.mbox complaint.eml', 'read an mbox and a single message'],
  ],
  run: async (shell, paths) => {
    const { runBounces } = await import('../deliver/bounces.ts')
    return runBounces(shell, paths)
  },
}
