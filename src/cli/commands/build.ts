import { Option } from 'commander'
import type { CommandDefinition } from '../command.ts'

/** `gazette build [issue]`: content and template become a message in the output folder. */
export const build: CommandDefinition = {
  name: 'build',
  argument: '[issue]',
  summary: 'build an issue, the newest when none is named, into out/',
  group: 'Make',
  examples: [
    ['gazette build', 'build the newest issue into out/'],
    ['gazette build 2026-w48 --template brief', 'build one issue with another template'],
    ['gazette build --until summarise --json', 'print the blurbs and write nothing'],
  ],
  options: (command) =>
    command
      .option('--all', 'build every issue')
      .option('-t, --template <name>', 'lay it out with this template')
      .option('-o, --out <dir>', 'write below this folder instead of out/')
      .option('--until <stage>', 'stop after this stage and print what it made')
      .addOption(new Option('--emit <what>', 'also write the expanded MJML as issue.mjml').choices(['mjml'])),
  run: async (shell, [issue], options) => {
    const { runBuild } = await import('../build-report.ts')
    return runBuild(shell, issue, options)
  },
}
