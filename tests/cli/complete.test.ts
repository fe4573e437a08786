import { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { complete, type Sources } from '../../src/cli/completion/complete.ts'

const sources: Sources = {
  issue: () => Promise.resolve(['2026-w47', '2026-w48']),
  'new kind': () => Promise.resolve(['article', 'issue']),
  '--section': () => Promise.resolve(['Harbour', 'Energy']),
}

function program(): Command {
  const top = new Command('gazette').option('-C, --root <dir>', 'folder').option('--json', 'one document')
  top.command('build [issue]').summary('build an issue').option('--template <name>', 'template').option('--all', 'every issue')
  top.command('new <kind> [words...]').summary('make a file').option('--section <name>', 'section')
  top.command('__hidden', { hidden: true })
  return top
}

async function values(...words: string[]): Promise<string[]> {
  return (await complete(program(), words, sources)).map(({ value }) => value)
}

describe('completion', () => {
  test('of commands, with what they do', async () => {
    expect(await complete(program(), ['bu'], sources)).toEqual([{ value: 'build', about: 'build an issue' }])
    expect(await values('')).toEqual(['build', 'new', 'help'])
  })

  test('of options, those of the command first', async () => {
    expect(await values('build', '--')).toEqual(['--template', '--all', '--help', '--root', '--json'])
    expect(await values('build', '--a')).toEqual(['--all'])
  })

  test('of arguments', async () => {
    expect(await values('build', '')).toEqual(['2026-w47', '2026-w48'])
    expect(await values('build', '--all', '2026-w48')).toEqual(['2026-w48'])
    expect(await values('new', 'a')).toEqual(['article'])
  })

  test('stops after the last argument', async () => {
    expect(await values('build', '2026-w47', '')).toEqual([])
  })

  test('of the values of options', async () => {
    expect(await values('new', 'article', '--section', 'H')).toEqual(['Harbour'])
    expect(await values('new', 'article', '--section=')).toEqual(['--section=Harbour', '--section=Energy'])
    expect(await values('-C', '/somewhere', 'build', '')).toEqual(['2026-w47', '2026-w48'])
  })

  test('leaves files and free texts to the shell', async () => {
    expect(await values('build', '--template', '')).toEqual([])
    expect(await values('-C', '')).toEqual([])
  })
})
