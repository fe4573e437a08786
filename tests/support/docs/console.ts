import { readFileSync } from 'node:fs'

/** A command of a page, or a text that the page asks to be written. */
export type Step =
  | { kind: 'run'; command: string; output: string; line: number }
  | { kind: 'append' | 'write'; file: string; text: string; line: number }
  | { kind: 'change'; file: string; before: string; after: string; line: number }
  /** A command for a second terminal, which goes on until the reader stops it. */
  | { kind: 'start'; command: string; output: string; line: number }

/**
 * What a page asks its reader to do, in order.
 *
 * A block of the language `console` holds commands after `$ ` and what they print below each, or, without any such
 * sign, commands alone. A comment before any other block says what to do with its text: `<!-- append: FILE -->` writes
 * it at the end of that file, where `*` in the name stands for anything, `<!-- write: FILE -->` makes it the whole file,
 * and `<!-- change: FILE -->` puts the lines with a plus in the place of those with a minus. A comment
 * `<!-- goes on -->` says that the commands of the block go on.
 *
 * @param file path of a Markdown page
 */
export function stepsOf(file: string): Step[] {
  const page = readFileSync(file, 'utf8')
  const steps: Step[] = []
  for (const match of page.matchAll(/(?:<!-- (?:(append|write|change): (\S+)|(goes on)) -->\n\s*)?^```(\w*)\n([^]*?)^```$/gm)) {
    const [, action, target, goesOn, language, body = ''] = match
    const line = page.slice(0, match.index).split('\n').length
    if (target !== undefined && action === 'change') steps.push({ kind: 'change', file: target, before: marked(body, '-'), after: marked(body, '+'), line })
    else if (target !== undefined) steps.push({ kind: action === 'write' ? 'write' : 'append', file: target, text: body, line })
    else if (language === 'console') steps.push(...commandsOf(body, line).map((step) => (goesOn === undefined ? step : { ...step, kind: 'start' as const })))
  }
  return steps
}

/** The lines of a change that begin with a sign, without it. */
function marked(change: string, sign: string): string {
  return change.trimEnd().split('\n').filter((line) => line.startsWith(sign)).map((line) => line.slice(1)).join('\n')
}

type Run = Extract<Step, { kind: 'run' }>

function commandsOf(block: string, line: number): Run[] {
  const steps: Run[] = []
  const prompted = /^\$ /m.test(block)
  for (const [index, text] of block.trimEnd().split('\n').entries()) {
    const last = steps.at(-1)
    if (!prompted) steps.push({ kind: 'run', command: text, output: '', line: line + 1 + index })
    else if (text.startsWith('$ ')) steps.push({ kind: 'run', command: text.slice(2), output: '', line: line + 1 + index })
    else if (last === undefined) throw new Error(`line ${line + 1 + index}: a console block starts with a command`)
    else last.output += `${text}\n`
  }
  return steps
}

/**
 * A text with what differs from day to day and from machine to machine made alike: dates, weeks, sizes, times, ports.
 * Runs of spaces count as one, since columns move with the sizes in them.
 */
export function settled(text: string): string {
  return text
    .replace(/\d{4}-\d{2}-\d{2}/g, 'DATE')
    .replace(/\d{4}-w\d{2}/g, 'WEEK')
    .replace(/\b\d{2}:\d{2}:\d{2}\b/g, 'CLOCK')
    .replace(/\bkept as \w+/g, 'kept as ID')
    .replace(/\d+(\.\d+)? (B|KB|MB|GB)\b/g, 'SIZE')
    .replace(/\d+(\.\d+)? m?s\b/g, 'TIME')
    .replace(/(127\.0\.0\.1|localhost):\d+/g, '$1:PORT')
    .replace(/[ \t]+/g, ' ')
    .trim()
}
