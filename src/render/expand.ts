import { diagnostic, type Diagnostic, type Place } from '../diagnostics/diagnostic.ts'
import { templateDataShape, type TemplateData } from '../model/template-data.ts'
import type { SlotRequest } from '../model/stencil.ts'
import { handlebarsData } from './handlebars-data.ts'
import { Handlebars, type HelperDelegate, type HelperOptions, type TemplateDelegate } from './handlebars.ts'
import { blockHelpers, helpers } from './helpers/all.ts'
import { HelperError, type HelperRun } from './helpers/helper.ts'
import type { Program } from './ast.ts'
import { mark, unmark, type LineMap, type Mark } from './line-map.ts'
import { lineOf, parseTemplate } from './parse.ts'
import { lintTemplate, type ParsedFile } from './template-lint.ts'
import type { Template, TemplateFile } from './template.ts'

/** A template that is ready to be filled in, any number of times. */
export interface CompiledTemplate {
  message: CompiledFile
  text: CompiledFile
}

interface CompiledFile {
  main: Runnable
  partials: Readonly<Record<string, TemplateDelegate>>
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
  const diagnostics = unique([
    ...lintTemplate(message, partials, templateDataShape, true),
    ...lintTemplate(text, partials, templateDataShape, false),
  ])
  if (diagnostics.length > 0) return { diagnostics }

  const marks: Mark[] = []
  for (const [file, program] of programs) {
    if (program !== undefined) mark(program, file.file, marks)
  }
  const ready = (main: ParsedFile, escapes: boolean): CompiledFile => ({
    main: { file: main, run: compileFile(main, escapes) },
    partials: Object.fromEntries([...partials].map(([name, file]) => [name, compileFile(file, escapes)])),
    marks,
  })
  return { compiled: { message: ready(message, true), text: ready(text, false) }, diagnostics }
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
  { main, partials, marks }: CompiledFile,
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
    const expanded = main.run(handlebarsData(data, templateDataShape, format), { partials: { ...partials }, helpers: bound(run) })
    return { value: { ...unmark(expanded, marks, clean), slots }, diagnostics: [] }
  } catch (error) {
    return { diagnostics: [failure(main.file, error)] }
  }
}

/** What Handlebars says of the place that calls a helper. */
interface CallPlace {
  source: string
  start: { line: number; column: number }
}

/** The helpers as Handlebars calls them. */
function bound(run: HelperRun): Record<string, HelperDelegate> {
  return Object.fromEntries(
    Object.entries(helpers).map(([name, helper]) => [
      name,
      (...given: unknown[]): string | boolean => {
        const options = given.pop() as HelperOptions & { loc: CallPlace }
        const { source, start } = options.loc
        const place = { file: source, line: start.line, column: start.column + 1 }
        try {
          return helper.run({ params: given, options: options.hash as Record<string, unknown>, run, place })
        } catch (error) {
          if (!(error instanceof HelperError)) throw error
          throw Object.assign(new HelperError(`${name} ${error.message}`), { lineNumber: start.line, column: start.column })
        }
      },
    ]),
  )
}

/** An error that already knows the file it came from. */
class PlacedError extends Error {
  readonly file: TemplateFile
  constructor(file: TemplateFile, cause: unknown) {
    super('template failed', { cause })
    this.file = file
  }
}

/** Handlebars' errors know a line but not of which file; the innermost file that fails is the one. */
function placingErrors(file: TemplateFile, run: TemplateDelegate): TemplateDelegate {
  return (context: unknown, options) => {
    try {
      return run(context, options)
    } catch (error) {
      throw error instanceof PlacedError ? error : new PlacedError(file, error)
    }
  }
}

function failure(main: TemplateFile, error: unknown): Diagnostic {
  const file = error instanceof PlacedError ? error.file : main
  const cause: unknown = error instanceof PlacedError ? error.cause : error
  const { lineNumber: line, column } = cause as { lineNumber?: number; column?: number }
  const place: Place & { sourceLine?: string } = { file: file.file }
  if (line !== undefined) Object.assign(place, { line, column: (column ?? 0) + 1, sourceLine: lineOf(file, line) })
  return diagnostic('GZ-T007', messageOf(cause), place)
}

function messageOf(cause: unknown): string {
  if (cause instanceof RangeError) return 'the template calls itself without end'
  const text = cause instanceof Error ? cause.message : String(cause)
  return text.replace(/ - \d+:\d+$/, '')
}

/** Handlebars escapes more than quoted attributes and text need; the plain characters are shorter and known to every tool. */
function plainEntities(text: string): string {
  return text.replaceAll('&#x3D;', '=').replaceAll('&#x60;', '`').replaceAll('&#x27;', '&#39;')
}

function unique(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map(diagnostics.map((one) => [`${one.code} ${one.file ?? ''}:${one.line ?? 0}:${one.column ?? 0} ${one.message}`, one]))
  return [...seen.values()]
}
