import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { TemplateData } from '../model/template-data.ts'
import type { Shape } from '../model/shape.ts'
import type { SlotRequest } from '../model/stencil.ts'
import { handlebarsData } from './handlebars-data.ts'
import { Handlebars, type TemplateDelegate } from './handlebars.ts'
import { blockHelpers, helpers } from './helpers/all.ts'
import type { HelperRun } from './helpers/helper.ts'
import { runnable } from './helpers/runnable.ts'
import type { Program } from './ast.ts'
import { mark, unmark, type LineMap, type Mark } from './line-map.ts'
import { dataShape, type TemplateOptions } from './options.ts'
import { parseTemplate } from './parse.ts'
import { placingErrors, templateFailure } from './template-failure.ts'
import { lintTemplate, type ParsedFile } from './template-lint.ts'
import type { Template, TemplateFile } from './template.ts'

/** A template that is ready to be filled in, any number of times. */
export interface CompiledTemplate {
  name: string
  options: TemplateOptions
  message: CompiledFile
  text: CompiledFile
}

interface CompiledFile {
  main: Runnable
  partials: Readonly<Record<string, TemplateDelegate>>
  data: Shape
  marks: readonly Mark[]
}

interface Runnable {
  file: TemplateFile
  run: TemplateDelegate
}

/** What the slots and the helpers of one build need to know. */
export interface ExpandOptions {
  /** Twelve or more random hexadecimal digits, new for every build: no text can hold a token made with them. */
  nonce: string
  /** Language of the issue. */
  lang: string
  /** IANA name of the newsletter's time zone. */
  timezone: string
  /** Values of the message's own fields (`unsubscribeUrl`, `viewUrl`) for whoever has none of their own. */
  defaults: Readonly<Record<string, string>>
}

export interface Expanded {
  text: string
  /** Leads from an offset of the text to the template. */
  map: LineMap
  slots: SlotRequest[]
}

/**
 * Parses and checks a template and makes it ready to be filled in.
 *
 * @returns nothing compiled when there are errors: syntax (GZ-T002), names (GZ-T003 to GZ-T006), and what would be
 *   written wrongly (GZ-T009, GZ-T010)
 */
export function compileTemplate(template: Template): { compiled?: CompiledTemplate; diagnostics: Diagnostic[] } {
  const files = [template.message, template.text, ...template.partials.values()]
  const parsed = files.map(parseTemplate)
  const broken = parsed.flatMap((one) => one.diagnostics)
  if (broken.length > 0) return { diagnostics: broken }

  const programs = new Map(files.map((file, index) => [file, parsed[index]?.program]))
  const partials = new Map([...template.partials].map(([name, file]) => [name, withProgram(file, programs)]))
  const message = withProgram(template.message, programs)
  const text = withProgram(template.text, programs)
  const data = dataShape(template.options)
  const diagnostics = unique([
    ...lintTemplate(message, partials, data, true),
    ...lintTemplate(text, partials, data, false),
  ])
  if (diagnostics.length > 0) return { diagnostics }

  const marks: Mark[] = []
  for (const [file, program] of programs) {
    if (program !== undefined) mark(program, file.file, marks)
  }
  const ready = (main: ParsedFile, escapes: boolean): CompiledFile => ({
    main: { file: main, run: compileFile(main, escapes) },
    partials: Object.fromEntries([...partials].map(([name, file]) => [name, compileFile(file, escapes)])),
    data,
    marks,
  })
  const { name, options } = template
  return { compiled: { name, options, message: ready(message, true), text: ready(text, false) }, diagnostics }
}

/**
 * Fills a template in, which gives the MJML of the issue.
 *
 * @returns no value and a GZ-T007 with its place when a helper or Handlebars refuses
 */
export function expandMessage(
  compiled: CompiledTemplate,
  data: TemplateData,
  options: ExpandOptions,
): { value?: Expanded; diagnostics: Diagnostic[] } {
  return expandFile(compiled.message, data, options, 'html', plainEntities)
}

/** Fills in the template of the plain-text part; nothing is escaped. */
export function expandText(
  compiled: CompiledTemplate,
  data: TemplateData,
  options: ExpandOptions,
): { value?: Expanded; diagnostics: Diagnostic[] } {
  return expandFile(compiled.text, data, options, 'text', (text) => text)
}

function withProgram(file: TemplateFile, programs: ReadonlyMap<TemplateFile, Program | undefined>): ParsedFile {
  const program = programs.get(file)
  if (program === undefined) throw new Error(`${file.file} was not parsed`)
  return { ...file, program }
}

/** Handlebars makes the code of a file when it is first run, so that what a part does not use costs nothing. */
function compileFile(file: ParsedFile, escapes: boolean): TemplateDelegate {
  return placingErrors(file, environment.compile(file.program, compileOptions(escapes)))
}

/** An environment of our own: helpers that others register with Handlebars are not seen here. */
const environment = Handlebars.create()

function compileOptions(escapes: boolean): CompileOptions {
  const known = Object.fromEntries([...blockHelpers, ...Object.keys(helpers)].map((name) => [name, true]))
  return {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: { ...known, log: false, lookup: false },
    preventIndent: true,
    noEscape: !escapes,
  }
}

function expandFile(
  { main, partials, data: shape, marks }: CompiledFile,
  data: TemplateData,
  options: ExpandOptions,
  format: 'html' | 'text',
  clean: (stretch: string) => string,
): { value?: Expanded; diagnostics: Diagnostic[] } {
  const slots: SlotRequest[] = []
  const run: HelperRun = {
    lang: options.lang,
    timezone: options.timezone,
    slot: (field, fallback, place) => {
      const token = `x${options.nonce}x${slots.length}x`
      const value = fallback ?? options.defaults[field]
      slots.push({ token, field, ...(value === undefined ? {} : { default: value }), place })
      return token
    },
  }
  try {
    const expanded = main.run(handlebarsData(data, shape, format), { partials: { ...partials }, helpers: runnable(run) })
    return { value: { ...unmark(expanded, marks, clean), slots }, diagnostics: [] }
  } catch (error) {
    return { diagnostics: [templateFailure(main.file, error)] }
  }
}

/** Handlebars escapes more than text and quoted attributes need; the plain characters are known to every tool. */
function plainEntities(text: string): string {
  return text.replaceAll('&#x3D;', '=').replaceAll('&#x60;', '`').replaceAll('&#x27;', '&#39;')
}

function unique(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const keyOf = ({ code, file = '', line = 0, column = 0, message }: Diagnostic): string =>
    `${code} ${file}:${line}:${column} ${message}`
  return [...new Map(diagnostics.map((one) => [keyOf(one), one])).values()]
}
