import { catalogue, type Code } from './catalogue.ts'
import type { Entry } from './entry.ts'

/** What `gazette explain` prints: title, explanation and the examples, in plain text. */
export function explanationOf(code: Code): string {
  const entry: Entry = catalogue[code]
  const parts = [`${code}  ${entry.severity}  ${entry.title}`, wrap(entry.explanation, 78)]
  if (entry.bad !== undefined) parts.push(`Causes it:\n${indent(entry.bad)}`)
  if (entry.good !== undefined) parts.push(`${entry.bad === undefined ? 'Example' : 'Mended'}:\n${indent(entry.good)}`)
  return parts.join('\n\n')
}

function wrap(text: string, width: number): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line].join('\n')
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '    ')
}
