import { table } from './regions.ts'

interface Schema {
  type?: string | string[]
  description?: string
  default?: unknown
  enum?: unknown[]
  format?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  additionalProperties?: boolean | Schema
  minimum?: number
  maximum?: number
}

/** The keys of a JSON Schema as a table; those of nested sets of keys are written with dots. */
export function keyTable(schema: Record<string, unknown>): string {
  return table(['key', 'takes', 'left out', 'meaning'], rows(schema, ''))
}

function rows(schema: Schema, prefix: string): string[][] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, child]) => {
    const name = `${prefix}${key}`
    const required = schema.required?.includes(key) === true
    const own = [`\`${name}\``, kind(child), required ? '**required**' : preset(child), child.description ?? '']
    const list = child.items?.anyOf?.find((form) => form.properties !== undefined) ?? child.items
    const nested = [...rows(child, `${name}.`), ...(list === undefined ? [] : rows(list, `${name}[].`))]
    const forms = (child.anyOf ?? []).flatMap((form) => rows(form, `${name}.`))
    return [own, ...nested, ...forms]
  })
}

function kind(schema: Schema): string {
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join(', ')
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map(kind))].join(', or ')
  if (schema.format === 'uri') return 'URL'
  if (schema.format === 'email') return 'e-mail address'
  if (schema.type === 'array') return schema.items === undefined ? 'list' : `list of ${plural(kind(schema.items))}`
  if (schema.type === 'object') return typeof schema.additionalProperties === 'object' ? `names with ${plural(kind(schema.additionalProperties))}` : 'keys'
  if (schema.type === 'integer' || schema.type === 'number') return range(schema)
  if (schema.type === 'boolean') return '`true` or `false`'
  return 'text'
}

function range({ type, minimum, maximum }: Schema): string {
  const noun = type === 'integer' ? 'whole number' : 'number'
  if (minimum !== undefined && maximum !== undefined) return `${noun}, ${minimum} to ${maximum}`
  return noun
}

function plural(words: string): string {
  return words.startsWith('`') ? words : words.replace(/^(text|keys|list|URL|whole number|e-mail address)/, (word) => ({ text: 'texts', keys: 'sets of keys', list: 'lists', URL: 'URLs' })[word] ?? `${word}s`)
}

function preset({ default: value }: Schema): string {
  if (value === undefined) return ''
  return Array.isArray(value) ? value.map((entry) => `\`${String(entry)}\``).join(', ') : `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``
}
