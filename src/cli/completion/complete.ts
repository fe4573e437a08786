import type { Command, Option } from 'commander'

export interface Candidate {
  value: string
  about: string
}

/** Values that depend on the newsletter, by the name of an argument or of an option's value: `issue`, `section` … */
export type Sources = Partial<Record<string, () => Promise<readonly string[]>>>

/**
 * What could stand in place of the last word of a command line.
 *
 * @param words after `gazette`; the last is the one being typed, possibly empty
 * @returns nothing where a file or a free text is expected
 */
export async function complete(program: Command, words: readonly string[], sources: Sources): Promise<Candidate[]> {
  const typed = words.at(-1) ?? ''
  const { command, operands, awaiting } = read(program, words.slice(0, -1))
  if (awaiting !== undefined) return matching(await optionValues(awaiting, sources), typed)
  const joined = /^(--[\w-]+)=(.*)$/.exec(typed)
  if (joined !== null) {
    const [, flag = '', begun = ''] = joined
    const option = optionsOf(program, command).find((known) => known.long === flag)
    const values = option === undefined ? [] : matching(await optionValues(option, sources), begun)
    return values.map(({ value, about }) => ({ value: `${flag}=${value}`, about }))
  }
  if (typed.startsWith('-')) {
    const options = optionsOf(program, command).filter((option) => !option.hidden)
    return matching(options.map((option) => ({ value: option.long ?? option.short ?? '', about: option.description })), typed)
  }
  if (command === program) {
    const visible = program.createHelp().visibleCommands(program)
    return matching(visible.map((known) => ({ value: known.name(), about: known.summary() })), typed)
  }
  const argument = command.registeredArguments[Math.min(operands, command.registeredArguments.length - 1)]
  if (argument === undefined || (operands > 0 && !argument.variadic && operands >= command.registeredArguments.length)) return []
  const values = argument.argChoices ?? (await sources[`${command.name()} ${argument.name()}`]?.()) ?? (await sources[argument.name()]?.()) ?? []
  return matching(values.map((value) => ({ value, about: '' })), typed)
}

/** How far the finished words lead: the command, how many operands it has, and an option that waits for its value. */
function read(program: Command, words: readonly string[]): { command: Command; operands: number; awaiting?: Option } {
  let command = program
  let operands = 0
  let awaiting: Option | undefined
  for (const word of words) {
    if (awaiting !== undefined) {
      awaiting = undefined
    } else if (word.startsWith('-')) {
      const option = optionsOf(program, command).find((known) => known.long === word || known.short === word)
      if (option !== undefined && (option.required || option.optional)) awaiting = option
    } else if (command === program) {
      command = program.commands.find((known) => known.name() === word || known.aliases().includes(word)) ?? program
    } else {
      operands += 1
    }
  }
  return { command, operands, ...(awaiting === undefined ? {} : { awaiting }) }
}

function optionsOf(program: Command, command: Command): Option[] {
  const help = program.createHelp()
  const own = help.visibleOptions(command)
  return command === program ? own : [...own, ...help.visibleOptions(program).filter((option) => option.long !== '--help' && option.long !== '--version')]
}

async function optionValues(option: Option, sources: Sources): Promise<Candidate[]> {
  const named = /[<[]([^\]>.]+)/.exec(option.flags)?.[1] ?? ''
  const values = option.argChoices ?? (await sources[option.long ?? '']?.()) ?? (await sources[named]?.()) ?? []
  return values.map((value) => ({ value, about: '' }))
}

function matching(candidates: readonly Candidate[], typed: string): Candidate[] {
  return candidates.filter(({ value }) => value.startsWith(typed))
}
