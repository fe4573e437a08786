import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Fields, type RecordShape, type Shape, unwrap } from '../../../src/model/shape.ts'
import type { TemplateOption, TemplateOptions } from '../../../src/render/options.ts'
import type { Helper } from '../../../src/render/helpers/helper.ts'
import { table } from './regions.ts'

/** Every variable of templates: those at the top by their whole names, then what is in one story, one section and so on. */
export function variableTables(shape: RecordShape): string {
  const several = new Map<string, RecordShape>()
  const top = rows(shape.fields, '', several)
  const parts = [table(['name', 'is', 'meaning'], top)]
  // Describing one kind may bring in another one.
  for (const [noun, kind] of several) {
    const inside = rows(kind.fields, '', several)
    parts.push(`**In ${noun}.** ${kind.about}`, table(['name', 'is', 'meaning'], inside))
  }
  return parts.join('\n\n')
}

function rows(fields: Fields, prefix: string, several: Map<string, RecordShape>): string[][] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const shape = unwrap(field)
    const full = `${prefix}${name}`
    const mark = field.kind === 'optional' ? ', may be absent' : ''
    const row = [`\`${full}\``, `${kindOf(shape, several)}${mark}`, shape.about]
    // What there is only one of is written with a dot.
    return shape.kind === 'record' && shape.noun.startsWith('the ') ? [row, ...rows(shape.fields, `${full}.`, several)] : [row]
  })
}

function kindOf(shape: Shape, several: Map<string, RecordShape>): string {
  switch (shape.kind) {
    case 'text':
    case 'number':
      return shape.kind
    case 'flag':
      return 'true or false'
    case 'rich':
      return 'rich text'
    case 'optional':
      return kindOf(shape.of, several)
    case 'list': {
      const of = unwrap(shape.of)
      return of.kind === 'record' ? `several, each ${kindOf(of, several)}` : `several, each a ${of.kind}`
    }
    case 'record':
      if (shape.noun.startsWith('the ')) return 'group'
      several.set(shape.noun, shape)
      return shape.noun
  }
}

/** Every helper with what it takes and an example. */
export function helperTable(helpers: Readonly<Record<string, Helper>>): string {
  return table(
    ['helper', 'does', 'example'],
    Object.entries(helpers).map(([name, { about, options, example }]) => {
      const named = options === 'any' ? ['any `name=value`'] : Object.entries(options).map(([option, meaning]) => `\`${option}\`: ${meaning}`)
      return [`\`${name}\``, [about, ...(named.length === 0 ? [] : [`Takes ${named.join('; ')}.`])].join(' '), `\`${example}\``]
    }),
  )
}

export function optionTable(options: TemplateOptions): string {
  return table(
    ['option', 'takes', 'default', 'meaning'],
    Object.entries(options).map(([name, option]) => [`\`${name}\``, takes(option), option.default === '' ? 'none' : `\`${String(option.default)}\``, option.description]),
  )
}

function takes({ type, choices, min, max }: TemplateOption): string {
  if (type === 'boolean') return '`true` or `false`'
  if (type === 'choice') return (choices ?? []).map((choice) => `\`${choice}\``).join(' or ')
  return type === 'number' && min !== undefined && max !== undefined ? `number, ${min} to ${max}` : type
}

/** The partials of a folder with the comment that each begins with. */
export function partialTable(folder: string): string {
  const files = readdirSync(folder).filter((name) => name.endsWith('.hbs')).toSorted()
  return table(
    ['partial', 'is'],
    files.map((name) => {
      const [, comment = ''] = /^\{\{!--\s*([^]*?)\s*--\}\}/.exec(readFileSync(join(folder, name), 'utf8')) ?? []
      if (comment === '') throw new Error(`${name} does not begin with a comment that says what it is`)
      return [`\`${name.replace('.hbs', '')}\``, comment.replace(/\s+/g, ' ')]
    }),
  )
}
