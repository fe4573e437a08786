import { catalogue, type Code } from '../../../src/diagnostics/catalogue.ts'
import type { Entry } from '../../../src/diagnostics/entry.ts'

/** What the letter of a code stands for. */
export const areas: Record<string, string> = {
  N: 'newsletter.yaml',
  C: 'Articles and issues',
  S: 'Selection',
  B: 'Blurbs',
  T: 'Templates',
  R: 'Rendering',
  K: 'Checks',
  L: 'Links and the network',
  I: 'Bringing articles in',
  A: 'Lists of recipients',
  D: 'Delivery',
  P: 'Preview',
  E: 'Files and the machine',
  U: 'The command line',
}

/** Every code with its documentation, by area. */
export function codePages(): string {
  const codes = (Object.keys(catalogue) as Code[]).toSorted()
  const parts = Object.entries(areas).map(([letter, name]) => {
    const members = codes.filter((code) => code.startsWith(`GZ-${letter}`))
    return members.length === 0 ? '' : [`## ${letter}: ${name}`, ...members.map(codeSection)].join('\n\n')
  })
  return parts.filter((part) => part !== '').join('\n\n')
}

/** One code with all that is said of it. */
export function codeSection(code: Code): string {
  const entry: Entry = catalogue[code]
  const parts = [`### ${code}`, `*${entry.severity}* · **${entry.title}**`, entry.explanation]
  if (entry.bad !== undefined) parts.push('Causes it:', fenced(entry.bad))
  if (entry.good !== undefined) parts.push(entry.bad === undefined ? 'Example:' : 'Mended:', fenced(entry.good))
  return parts.join('\n\n')
}

/** A fence longer than any in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}text\n${text}\n${fence}`
}
