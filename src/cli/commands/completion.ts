import { diagnostic } from '../../diagnostics/diagnostic.ts'
import { UsageError } from '../../diagnostics/errors.ts'
import type { CommandDefinition } from '../command.ts'

/** `gazette completion bash|zsh|fish`: the script by which a shell completes commands, options, issues and sections. */
export const completion: CommandDefinition = {
  name: 'completion',
  argument: '<shell>',
  summary: 'print the script by which bash, zsh or fish completes what you type',
  group: 'Look up',
  examples: [
    ['gazette completion bash >> ~/.bashrc', 'complete commands, options and issues in bash'],
    ['gazette completion fish > ~/.config/fish/completions/gazette.fish', 'in fish'],
  ],
  run: async (shell, [wanted = '']) => {
    const { installation, scripts, shells } = await import('../completion/scripts.ts')
    const name = shells.find((known) => known === wanted)
    if (name === undefined) {
      const { suggestion } = await import('../../lib/suggest.ts')
      const hint = suggestion(wanted, shells) ?? `one of: ${shells.join(', ')}`
      throw new UsageError([diagnostic('GZ-U004', `there is no completion for ${wanted}`, { hint })])
    }
    if (shell.isTerminal) shell.note(`To install it: ${installation[name]}`)
    return { data: { shell: name, script: scripts[name], install: installation[name] }, text: scripts[name] }
  },
}
