import { diagnostic } from '../../diagnostics/diagnostic.ts'
import { UsageError } from '../../diagnostics/errors.ts'
import { counted } from '../../lib/size.ts'
import type { CommandDefinition } from '../command.ts'
import type { Outcome } from '../outcome.ts'
import type { Shell } from '../shell.ts'

interface NewOptions {
  date?: string
  section?: string
  url?: string
  author?: string
  slug?: string
  number?: string
  subject?: string
  from?: string
}

const kinds = ['article', 'issue', 'template']

/** `gazette new article "A title"`, `gazette new issue [name]`, `gazette new template name`. */
export const create: CommandDefinition = {
  name: 'new',
  argument: '<kind> [words...]',
  summary: 'make the file of a new article or of the next issue, or a template of your own',
  group: 'Write',
  examples: [
    ['gazette new article "High water on a calm day" --section Harbour', 'make the file of an article'],
    ['gazette new issue', 'make the next issue, with its number and its day'],
    ['gazette new template evening --from brief', 'make a template of your own out of another one'],
  ],
  options: (command) =>
    command
      .option('--date <day>', 'its day; left out, today for an article and the next day of the schedule for an issue')
      .option('--section <name>', 'section of the article')
      .option('--url <address>', 'link of the article')
      .option('--author <name>', 'byline of the article')
      .option('--slug <name>', 'name of the file, without .md')
      .option('--number <n>', 'number of the issue; left out, the next one')
      .option('--subject <text>', 'subject of the issue')
      .option('--from <template>', 'template to copy; left out, classic'),
  run: async (shell, [kind = '', ...words], options: NewOptions) => {
    if (kind === 'article') return newArticle(shell, words.join(' ').trim(), options)
    if (kind === 'issue') return newIssue(shell, words, options)
    if (kind === 'template') return newTemplate(shell, words.join('-').toLowerCase(), options)
    const { suggestion } = await import('../../lib/suggest.ts')
    const hint = suggestion(kind, kinds) ?? 'article, issue or template'
    throw new UsageError([diagnostic('GZ-U001', `gazette new cannot make ${JSON.stringify(kind)}`, { hint })])
  },
}

async function newArticle(shell: Shell, title: string, options: NewOptions): Promise<Outcome> {
  if (title === '') {
    throw new UsageError([diagnostic('GZ-U001', 'a new article needs a title', { hint: 'gazette new article "A title"' })])
  }
  refuse(options, ['number', 'subject', 'from'], 'article')
  const app = await import('../../app/scaffold/create.io.ts')
  const made = await app.newArticle(shell.root, { title, ...options }, new Date())
  const { file, issue } = made
  const lines = [`Wrote ${file}`, ...(issue === undefined ? [] : [`${issue} takes it.`]), `Next: write the article below the dashes, then gazette build${issue === undefined ? '' : ` ${issue}`}`]
  return { data: made, text: lines.join('\n') }
}

async function newIssue(shell: Shell, words: readonly string[], options: NewOptions): Promise<Outcome> {
  refuse(options, ['section', 'url', 'author', 'from'], 'issue')
  const { date, subject } = options
  const number = options.number === undefined ? undefined : Number(options.number)
  if (number !== undefined && !(Number.isInteger(number) && number >= 0)) {
    throw new UsageError([diagnostic('GZ-U004', `--number must be a whole number, got ${options.number ?? ''}`)])
  }
  const slug = options.slug ?? (words.length === 0 ? undefined : words.join('-'))
  const app = await import('../../app/scaffold/create.io.ts')
  const wishes = {
    ...(date === undefined ? {} : { date }),
    ...(number === undefined ? {} : { number }),
    ...(slug === undefined ? {} : { slug }),
    ...(subject === undefined ? {} : { subject }),
  }
  const made = await app.newIssue(shell.root, wishes, new Date())
  const which = made.number === undefined ? 'The issue' : `Number ${made.number}`
  return {
    data: made,
    text: [
      `Wrote ${made.file}`,
      `${which} is dated ${made.date}, and ${counted(made.waiting, 'article is', 'articles are')} waiting for it.`,
      `Next: write two sentences that open it, then gazette build ${made.slug}`,
    ].join('\n'),
  }
}

async function newTemplate(shell: Shell, name: string, options: NewOptions): Promise<Outcome> {
  if (name === '') {
    throw new UsageError([diagnostic('GZ-U001', 'a new template needs a name', { hint: 'gazette new template evening --from brief' })])
  }
  refuse(options, ['date', 'section', 'url', 'author', 'slug', 'number', 'subject'], 'template')
  const app = await import('../../app/scaffold/new-template.io.ts')
  const made = await app.newTemplate(shell.root, name, options.from ?? 'classic')
  return {
    data: made,
    text: [`Wrote ${made.folder}/`, ...made.files.map((file) => `  ${file.slice(made.folder.length + 1)}`), `Next: gazette build --template ${name}`].join('\n'),
  }
}

function refuse(options: NewOptions, keys: readonly (keyof NewOptions)[], kind: string): void {
  const wrong = keys.filter((key) => options[key] !== undefined)
  if (wrong.length === 0) return
  throw new UsageError(wrong.map((key) => diagnostic('GZ-U001', `--${key} makes no sense for a new ${kind}`)))
}
