import { basename, relative, resolve } from 'node:path'
import { exitCode } from '../../diagnostics/errors.ts'
import type { CommandDefinition } from '../command.ts'

interface InitOptions {
  name?: string
  from?: string
  sections?: string
  yes?: true
}

/** `gazette init [dir]`: a new newsletter, after three questions at most. */
export const init: CommandDefinition = {
  name: 'init',
  argument: '[dir]',
  summary: 'start a newsletter in this folder, or in a new one',
  group: 'Write',
  examples: [
    ['gazette init my-weekly', 'start a newsletter in a new folder'],
    ["gazette init --yes --name 'Harbour Notes' --from notes@harbour.example", 'ask nothing'],
  ],
  options: (command) =>
    command
      .option('--name <name>', 'name of the newsletter')
      .option('--from <address>', 'address of the sender')
      .option('--sections <names>', 'its sections, with commas between them')
      .option('-y, --yes', 'ask nothing and take what is offered'),
  run: async (shell, [dir], given: InitOptions) => {
    const { initialise, refuseExisting } = await import('../../app/scaffold/init.io.ts')
    const { ask } = await import('../ask.ts')
    const { dayOf } = await import('../../lib/calendar.ts')
    const root = dir === undefined ? shell.root : resolve(shell.root, dir)
    await refuseExisting(root)
    const { yes, ...answered } = given
    const interactive = yes !== true && !shell.json && process.stdin.isTTY && process.stderr.isTTY
    const answers = await ask(
      [
        { key: 'name', text: 'What is the newsletter called?', preset: nameFrom(root) },
        { key: 'from', text: 'Which address does it come from?', preset: 'news@example.com' },
        { key: 'sections', text: 'Which sections has it?', preset: 'News, Ideas' },
      ],
      answered,
      interactive,
    )
    if (answers === undefined) return { data: null, text: 'Nothing was written.', exit: exitCode.interrupted }
    const sections = answers.sections.split(',').map((section) => section.trim()).filter((section) => section !== '')
    const today = dayOf(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone)
    const { written, kept } = await initialise(root, { ...answers, sections }, today)
    const place = relative(process.cwd(), root)
    const next = [place === '' ? 'gazette build' : `cd ${quoted(place)} && gazette build`, 'gazette preview']
    return {
      data: { root, written, kept, next },
      text: [
        `Made ${answers.name} in ${place === '' ? 'this folder' : place}:`,
        ...written.map((path) => `  ${path}`),
        ...(kept.length === 0 ? [] : [`Left as they were: ${kept.join(', ')}`]),
        `Next: ${next.join(', then ')}`,
      ].join('\n'),
    }
  },
}

/** `my-harbour_news` → My Harbour News */
function nameFrom(root: string): string {
  const words = basename(root).split(/[\s._-]+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
  return name === '' ? 'My Newsletter' : name
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`
}
