import { Option } from 'commander'
import type { CommandDefinition } from '../command.ts'

/** `gazette check [issue]`: every rule, nothing written. */
export const check: CommandDefinition = {
  name: 'check',
  argument: '[issue]',
  summary: 'check an issue before it is sent, the newest when none is named',
  group: 'Make',
  examples: [
    ['gazette check', 'apply every rule to the newest issue'],
    ['gazette check 2026-w48 --fail-on warning --reporter github', 'in CI: warnings fail too, and show at their lines'],
    ['gazette check --only GZ-K4', 'look at accessibility alone'],
  ],
  options: (command) =>
    command
      .addOption(new Option('-r, --reporter <name>', 'how to print what was found').choices(['human', 'json', 'ndjson', 'github', 'sarif']).default('human'))
      .addOption(new Option('--fail-on <severity>', 'exit with 1 from this severity on').choices(['error', 'warning']))
      .option('--only <code...>', 'apply these rules only; GZ-K4 stands for all codes that begin with it')
      .option('--skip <code...>', 'leave these rules out')
      .option('-t, --template <name>', 'lay it out with this template'),
  run: async (shell, [issue], options) => {
    const { runCheck } = await import('../check-report.ts')
    return runCheck(shell, issue, options)
  },
}
