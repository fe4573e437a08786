import { relative, sep } from 'node:path'
import type { KnownTemplate, KnownTemplates } from '../app/templates.io.ts'
import type { TemplateOption, TemplateOptions } from '../render/options.ts'

/** Columns of a line. */
const width = 100

/** Every template with its own options, and after them the options that all have. */
export function templateList({ templates, standardOptions }: Pick<KnownTemplates, 'templates' | 'standardOptions'>, root: string): string {
  const own = templates.flatMap((template) => [...headOf(template, root), ...optionLines(template.options), ''])
  const unused = templates.find(({ used }) => !used)
  return [
    ...own,
    'Every template also has',
    ...optionLines(standardOptions),
    '',
    'Set them under `options` in content/newsletter.yaml.',
    `Next: ${unused === undefined ? 'gazette new template mine --from brief' : `gazette preview, or gazette build --template ${unused.name}`}`,
  ].join('\n')
}

/** One template with every option it takes. */
export function templatePage(template: KnownTemplate, root: string): string {
  return [
    ...headOf(template, root),
    ...(template.preview === undefined ? [] : [`  a picture of it is ${place(template.preview, root)}`]),
    ...optionLines(template.options),
    '',
    `Next: gazette build --template ${template.name}, or gazette new template mine --from ${template.name}`,
  ].join('\n')
}

function headOf({ name, description, folder, from, used }: KnownTemplate, root: string): string[] {
  const origin = from === 'gazette' ? 'comes with Gazette' : `your own${from === 'newsletter' ? '' : ', in place of the one that comes with Gazette'}`
  return [
    `${name}${used ? ' (in use)' : ''}`,
    ...(description === undefined ? [] : folded(description, '  ')),
    `  ${origin}, in ${place(folder, root)}`,
  ]
}

/** Below the newsletter folder, the path from there. */
function place(path: string, root: string): string {
  const inside = relative(root, path)
  return inside.startsWith('..') ? path : inside.split(sep).join('/')
}

function optionLines(options: TemplateOptions): string[] {
  const rows = Object.entries(options).map(([name, option]) => [`  ${name}`, takes(option), `default ${written(option)}`, option.description] as const)
  const widths = ([0, 1, 2] as const).map((column) => Math.max(0, ...rows.map((row) => row[column].length)))
  return rows.flatMap(([name, type, preset, description]) => {
    const start = `${name.padEnd(widths[0] ?? 0)}  ${type.padEnd(widths[1] ?? 0)}  ${preset.padEnd(widths[2] ?? 0)}  `
    return folded(description, start, ' '.repeat(start.length))
  })
}

/** What may be written for an option. */
function takes({ type, choices, min, max }: TemplateOption): string {
  if (type === 'boolean') return 'true or false'
  if (type === 'choice') return choices?.join(' or ') ?? ''
  if (type === 'number' && min !== undefined && max !== undefined) return `${min} to ${max}`
  return type
}

function written({ default: value }: TemplateOption): string {
  return value === '' ? 'none' : String(value)
}

/** Words in lines, the first after `start`, the others after `indent`. */
function folded(text: string, start: string, indent = start): string[] {
  const lines: string[] = []
  let line = start
  for (const word of text.split(' ')) {
    const begun = line.trimEnd() !== (lines.length === 0 ? start : indent).trimEnd()
    if (begun && line.length + 1 + word.length > width) {
      lines.push(line)
      line = `${indent}${word}`
    } else line += begun ? ` ${word}` : word
  }
  return [...lines, line]
}
