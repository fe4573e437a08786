import { z } from 'zod'
import { suggestion } from '../lib/suggest.ts'
import { flag, number, record, text, type RecordShape, type Shape } from '../model/shape.ts'
import { templateDataShape } from '../model/template-data.ts'
import { fontStack, fontNames } from './fonts.ts'

export type OptionValue = string | number | boolean

export const optionTypes = ['boolean', 'number', 'text', 'choice', 'colour', 'font'] as const

/** Something a newsletter may set about the look of a template. */
export interface TemplateOption {
  type: (typeof optionTypes)[number]
  default: OptionValue
  description: string
  /** What a `choice` may be. */
  choices?: readonly string[] | undefined
  /** Limits of a `number`. */
  min?: number | undefined
  max?: number | undefined
}

export type TemplateOptions = Readonly<Record<string, TemplateOption>>

/** Options that every template has. A template may give them other defaults, in its template.yaml. */
export const standardOptions = {
  images: { type: 'boolean', default: true, description: 'Show the pictures of the stories.' },
  bylines: { type: 'boolean', default: true, description: 'Show who wrote a story.' },
  readingTime: { type: 'boolean', default: true, description: 'Show how long a story takes to read.' },
  contents: { type: 'boolean', default: false, description: 'List the titles of all stories before the first.' },
  width: { type: 'number', default: 600, min: 480, max: 800, description: 'Width of the message on a desktop, in pixels.' },
  textFont: {
    type: 'font',
    default: 'sans',
    description: `Font of the text: ${fontNames.join(', ')}, or a list of fonts.`,
  },
  titleFont: { type: 'font', default: 'serif', description: 'Font of the name and the titles, likewise.' },
  webFont: {
    type: 'text',
    default: '',
    description: 'Style sheet of a web font, https; mail programs that load it tell its server who reads. None unless set.',
  },
  textLinks: {
    type: 'choice',
    default: 'inline',
    choices: ['inline', 'numbered'],
    description: 'Links of the plain-text part: below each story, or numbered with a list at the end.',
  },
  promotion: {
    type: 'boolean',
    default: false,
    description: "Describe the first pictures for Gmail's Promotions tab. They must be hosted.",
  },
} satisfies TemplateOptions

const scalar = z.union([z.boolean(), z.number(), z.string()])

/** `options` of template.yaml. For an option that every template has, only what differs needs saying. */
export const optionDeclarationsSchema = z.record(
  z.string().regex(/^[a-z][A-Za-z0-9]*$/, { error: 'the name of an option is a word such as pullQuote' }),
  z.strictObject({
    type: z.enum(optionTypes).optional(),
    default: scalar,
    description: z.string().trim().min(1).optional(),
    choices: z.array(z.string()).min(1).optional(),
    min: z.number().optional(),
    max: z.number().optional(),
  }),
)

/**
 * The options of a template: the standard ones with its own defaults, and its own.
 *
 * @returns also what is wrong with each declaration that is not usable
 */
export function declareOptions(own: z.output<typeof optionDeclarationsSchema>): { options: TemplateOptions; problems: { name: string; message: string }[] } {
  const options: Record<string, TemplateOption> = { ...standardOptions }
  const problems: { name: string; message: string }[] = []
  for (const [name, declared] of Object.entries(own)) {
    const standard = Object.hasOwn(options, name) ? options[name] : undefined
    const type = standard?.type ?? declared.type
    const description = declared.description ?? standard?.description
    if (type === undefined || description === undefined) {
      problems.push({ name, message: `options.${name} needs a type and a description` })
      continue
    }
    const option: TemplateOption = { ...standard, ...declared, type, description }
    const refusal = refuse(option, option.default)
    if (refusal === undefined) options[name] = option
    else problems.push({ name, message: `options.${name}: the default ${refusal}` })
  }
  return { options, problems }
}

/** Whether an option is declared as another one is. */
export function sameOption(one: TemplateOption, other: TemplateOption | undefined): boolean {
  return other !== undefined && one.default === other.default && one.description === other.description
}

export interface OptionProblem {
  name: string
  kind: 'unknown' | 'value'
  message: string
  hint?: string
}

/** The values of a template's options: what the newsletter sets, else the defaults. Unusable values are reported and left. */
export function resolveOptions(
  options: TemplateOptions,
  given: Readonly<Record<string, OptionValue>>,
): { values: Readonly<Record<string, OptionValue>>; problems: OptionProblem[] } {
  const values = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, settle(option, option.default)]))
  const problems: OptionProblem[] = []
  for (const [name, value] of Object.entries(given)) {
    const option = Object.hasOwn(options, name) ? options[name] : undefined
    if (option === undefined) {
      const hint = suggestion(name, Object.keys(options)) ?? '`gazette templates` lists the options'
      problems.push({ name, kind: 'unknown', message: `has no option ${name}`, hint })
      continue
    }
    const refusal = refuse(option, value)
    if (refusal === undefined) values[name] = settle(option, value)
    else problems.push({ name, kind: 'value', message: `options.${name} ${refusal}, got ${JSON.stringify(value)}`, hint: option.description })
  }
  return { values, problems }
}

/** The standard options, none of them set. */
export const defaultOptions = resolveOptions(standardOptions, {}).values

/** What a template with these options may name. */
export function dataShape(options: TemplateOptions): RecordShape {
  return { ...templateDataShape, fields: { ...templateDataShape.fields, options: optionsShape(options) } }
}

function optionsShape(options: TemplateOptions): RecordShape {
  const fields = Object.entries(options).map(([name, option]): [string, Shape] => {
    const shape = option.type === 'boolean' ? flag : option.type === 'number' ? number : text
    return [name, shape(option.description)]
  })
  return record('the options', 'Options of the template, as newsletter.yaml sets them.', Object.fromEntries(fields))
}

function settle(option: TemplateOption, value: OptionValue): OptionValue {
  return option.type === 'font' ? (fontStack(String(value)) ?? value) : value
}

/** Why a value is not one of its option, as the end of a sentence. */
function refuse(option: TemplateOption, value: OptionValue): string | undefined {
  switch (option.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'must be true or false'
    case 'number': {
      const { min = -Infinity, max = Infinity } = option
      if (typeof value !== 'number') return 'must be a number'
      return value >= min && value <= max ? undefined : `must be from ${min} to ${max}`
    }
    case 'text':
      return typeof value === 'string' ? undefined : 'must be text'
    case 'choice':
      return option.choices?.includes(String(value)) === true ? undefined : `must be one of ${option.choices?.join(', ') ?? ''}`
    case 'colour':
      return /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(String(value)) ? undefined : 'must be a colour such as #b3261e'
    case 'font':
      return fontStack(String(value)) === undefined ? `must be ${fontNames.join(', ')} or a list of fonts` : undefined
  }
}
