import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts'
import { UsageError } from '../../diagnostics/errors.ts'
import type { CommandDefinition } from '../command.ts'
import type { Outcome } from '../outcome.ts'
import type { Shell } from '../shell.ts'
import type { Blurb } from '../../model/blurb.ts'
import type { BlurbMaker } from '../../app/summarise.ts'

const methods = ['extractive', 'lead', 'model'] as const
const defaultWords = 45

interface Settings {
  method: (typeof methods)[number]
  words: number
}

/** `gazette summarise [file]`: the blurb of one text, or of every line of a batch. */
export const summarise: CommandDefinition = {
  name: 'summarise',
  argument: '[file]',
  summary: 'write the blurb of a text on its own; - reads standard input',
  group: 'Make',
  examples: [
    ['gazette summarise content/articles/2026-11-24-high-water-on-a-calm-day.md', 'print the blurb of an article'],
    ['gazette summarise --words 30 -', 'of a text from standard input, in at most 30 words'],
    ['gazette summarise --candidates content/articles/2026-11-24-high-water-on-a-calm-day.md', 'print up to four different blurbs to choose from'],
    ['gazette summarise --method model notes.md', 'have the model of GAZETTE_MODEL_URL write it, and check what it wrote'],
    ['gazette summarise --batch < texts.jsonl > blurbs.jsonl', 'of many texts, one JSON object per line'],
  ],
  options: (command) =>
    command
      .option('--words <n>', 'most words the blurb may have', String(defaultWords))
      .option('--method <name>', `how it is made: ${methods.join(', ')}`, methods[0])
      .option('--candidates', 'up to four different blurbs to choose from: the best, a shorter one, the lead, the most different one')
      .option('--batch', 'read {id, title, text, lang?, url?} as JSON Lines and write {id, blurb} lines'),
  run: async (shell, [file], options) => {
    const settings = { words: wordsOf(options.words), method: methodOf(options.method) }
    const choice = options.candidates === true
    if (choice && options.batch === true) throw misuse('--candidates and --batch do not go together', 'call it once for each text')
    if (options.batch === true) return await batch(shell, settings, file ?? '-')
    if (file === undefined) throw misuse('name a file, or - for standard input', 'with --batch, standard input is read as JSON Lines')
    return choice ? await candidates(shell, settings.words, file) : await single(shell, settings, file)
  },
}

async function candidates(shell: Shell, words: number, file: string): Promise<Outcome> {
  const { inItsLanguage, readInput } = await import('../../app/summarise.ts')
  const { readSource } = await import('../../app/summarise-source.io.ts')
  const { blurbCandidates } = await import('../../app/candidates.ts')
  const { name, text } = await readSource(shell.root, file)
  const { input, diagnostics } = readInput(text, name)
  const found = blurbCandidates(await inItsLanguage(input), words)
  const findings: Diagnostic[] = [...diagnostics]
  if (found.length === 0) findings.push(diagnostic('GZ-B001', 'the text leaves nothing for a blurb', { file: name }))
  else shell.note(`${String(found.length)} blurb${found.length === 1 ? '' : 's'} of ${name}\nNext: put the one you like under blurb: in the front matter`)
  const lines = found.map((candidate) => `${candidate.kind} (${String(candidate.words)} words)\n${candidate.text}`)
  return { data: { file: name, title: input.title, candidates: found }, text: lines.join('\n\n'), diagnostics: findings }
}

async function single(shell: Shell, settings: Settings, file: string): Promise<Outcome> {
  const { inItsLanguage, readInput } = await import('../../app/summarise.ts')
  const { readSource } = await import('../../app/summarise-source.io.ts')
  const { name, text } = await readSource(shell.root, file)
  const { input, diagnostics } = readInput(text, name)
  const article = await inItsLanguage(input)
  const { method, words } = settings
  const made = await (await makerOf(shell, settings) ?? (await extractive(method === 'lead' ? 'lead' : 'extractive', words)))(article)
  const { blurb } = made
  const findings: Diagnostic[] = [...diagnostics, ...made.diagnostics.map((finding) => ({ file: name, ...finding }))]
  if (blurb.text === '') findings.push(diagnostic('GZ-B001', 'the text leaves nothing for a blurb', { file: name }))
  else shell.note(`${origin(blurb)} ${name}\nNext: put it under blurb: in the front matter to edit it, or run gazette build`)
  return { data: { file: name, title: input.title, lang: article.lang, blurb }, text: blurb.text, diagnostics: findings }
}

function origin({ method, sentences }: Blurb): string {
  return method === 'model' ? 'written by a model and held against' : `${method}, ${String(sentences.length)} sentence${sentences.length === 1 ? '' : 's'} of`
}

/** Asks a model when that is the method. */
async function makerOf(shell: Shell, { method, words }: Settings): Promise<BlurbMaker | undefined> {
  if (method !== 'model') return undefined
  const { modelMaker } = await import('../../app/blurbs/command-maker.io.ts')
  return await modelMaker(shell.root, words, process.env)
}

async function extractive(method: 'extractive' | 'lead', words: number): Promise<BlurbMaker> {
  const { guardedBlurb } = await import('../../app/blurbs/guarded.ts')
  return (article) => guardedBlurb(article, words, method, {})
}

async function batch(shell: Shell, settings: Settings, file: string): Promise<Outcome> {
  const { summariseLines } = await import('../../app/summarise.ts')
  const { readLines } = await import('../../app/summarise-source.io.ts')
  const { name, lines } = await readLines(shell.root, file)
  const diagnostics: Diagnostic[] = []
  const blurbs: unknown[] = []
  let written = 0
  const { method, words } = settings
  const make = await makerOf(shell, settings)
  const options = { words, method: method === 'lead' ? method : ('extractive' as const), ...(make === undefined ? {} : { make }) }
  for await (const result of summariseLines(lines, options, name)) {
    if ('problem' in result) {
      diagnostics.push(result.problem)
      continue
    }
    written++
    diagnostics.push(...result.diagnostics)
    if (shell.json) blurbs.push({ id: result.id, blurb: result.blurb.text, method: result.blurb.method, sentences: result.blurb.sentences })
    else await write(`${JSON.stringify({ id: result.id, blurb: result.blurb.text })}\n`)
  }
  shell.note(`Wrote ${String(written)} blurb${written === 1 ? '' : 's'} of at most ${String(settings.words)} words (${settings.method})\nNext: gazette build uses the same method for the articles of an issue`)
  return { data: { written, blurbs }, text: '', diagnostics }
}

/** Waits while the reader of standard output is slower than we are. */
async function write(line: string): Promise<void> {
  if (process.stdout.write(line)) return
  await new Promise((resolve) => process.stdout.once('drain', resolve))
}

function wordsOf(value: unknown): number {
  const words = Number(value)
  if (Number.isInteger(words) && words >= 1 && words <= 1000) return words
  throw misuse(`--words takes a whole number from 1 to 1000, not ${String(value)}`)
}

function methodOf(value: unknown): Settings['method'] {
  const method = methods.find((known) => known === value)
  if (method !== undefined) return method
  throw misuse(`there is no method ${String(value)}`, `one of: ${methods.join(', ')}`)
}

function misuse(message: string, hint?: string): UsageError {
  return new UsageError([diagnostic('GZ-U004', message, hint === undefined ? {} : { hint })])
}
