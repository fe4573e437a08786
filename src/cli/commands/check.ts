import { Option } from 'commander'
import type { CommandDefinition } from '../command.ts'
import { collect } from './add.ts'

/** `gazette check [issue]`: every rule, and nothing changed unless --fix asks for it. */
export const check: CommandDefinition = {
  name: 'check',
  argument: '[issue]',
  summary: 'check an issue before it is sent, the newest when none is named',
  group: 'Make',
  examples: [
    ['gazette check', 'apply every rule to the newest issue'],
    ['gazette check 2026-w48 --fail-on warning --reporter github', 'in CI: warnings fail too, and show at their lines'],
    ['gazette check --only GZ-K4', 'look at accessibility alone'],
    ['gazette check --network', 'also ask whether every link and picture is there'],
    ['gazette check --dns --spamd localhost:783', "also look up the sender's domain, and have SpamAssassin score the message"],
    ['gazette check --fix', 'mend what is safe to mend in the content, and print what was changed'],
  ],
  options: (command) =>
    command
      .addOption(new Option('-r, --reporter <name>', 'how to print what was found').choices(['human', 'json', 'ndjson', 'github', 'sarif']).default('human'))
      .addOption(new Option('--fail-on <severity>', 'exit with 1 from this severity on').choices(['error', 'warning']))
      .option('--only <code...>', 'apply these rules only; GZ-K4 stands for all codes that begin with it')
      .option('--skip <code...>', 'leave these rules out')
      .option('-t, --template <name>', 'lay it out with this template')
      .option('--fix', 'write https, drop doubled parameters and fill alt texts in, in the content only, and print the difference')
      .option('--network', 'ask the network about links and pictures')
      .option('--allow-host <name>', 'ask this host although it is not public; may be repeated', collect, [])
      .option('--dns', "look up SPF, DKIM and DMARC of the sender's domain")
      .option('--dkim-selector <name>', 'selector of the DKIM key to look up; left out, that of newsletter.yaml')
      .option('--name-server <address>', 'ask this name server, as host or host:port')
      .option('--spamd <host:port>', 'have a running SpamAssassin score the message'),
  run: async (shell, [issue], options) => {
    const { runCheck } = await import('../check-report.ts')
    return runCheck(shell, issue, options)
  },
}
