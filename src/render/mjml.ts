import { createRequire, Module } from 'node:module'
import { dirname } from 'node:path'
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import type { LineMap } from './line-map.ts'

/**
 * The only door to MJML, and what is known of its ways:
 * - it reads `.mjmlconfig` of the current folder and loads the packages named there as it is imported;
 * - it links to Google's fonts unless told that there are none;
 * - its `minify` and `beautify` damage CSS for Outlook and Yahoo, so neither is used;
 * - with `strict` it throws the list of its findings instead of returning it;
 * - it knows lines of the expanded text only.
 */
type Mjml = (source: string, options: MjmlOptions) => Promise<{ html: string }>

interface MjmlOptions {
  validationLevel: 'strict'
  ignoreIncludes: true
  keepComments: boolean
  fonts: Record<string, never>
  minify: false
  beautify: false
}

interface Finding {
  line: number
  message: string
  tagName: string
}

/** Compiles expanded MJML to HTML; findings of the validator lead to the template (GZ-R005). */
export async function compileMjml(source: string, map: LineMap): Promise<{ value?: string; diagnostics: Diagnostic[] }> {
  try {
    const { html } = await mjml()(source, {
      validationLevel: 'strict',
      ignoreIncludes: true,
      keepComments: false,
      fonts: {},
      minify: false,
      beautify: false,
    })
    return { value: html, diagnostics: [] }
  } catch (error) {
    return { diagnostics: findingsOf(error).map((finding) => toDiagnostic(finding, source, map)) }
  }
}

let loaded: Mjml | undefined

/** Loads MJML when it is first needed; importing it takes longer than rendering an issue. */
function mjml(): Mjml {
  if (loaded !== undefined) return loaded
  const require = createRequire(import.meta.url)
  const folder = dirname(require.resolve('mjml'))
  const cwd = Object.getOwnPropertyDescriptor(process, 'cwd') ?? {}
  const passedOver = unusedPackages(require)
  // `require` is synchronous, so nobody else sees what is put in its way. First the folder in which MJML looks for
  // .mjmlconfig, which is one that has none.
  process.cwd = () => folder
  for (const path of passedOver) require.cache[path] = emptyModule(path)
  try {
    loaded = require('mjml') as Mjml
    return loaded
  } finally {
    Object.defineProperty(process, 'cwd', cwd)
    for (const path of passedOver) Reflect.deleteProperty(require.cache, path)
  }
}

/**
 * What MJML loads for features that are off here: the HTTP client of cheerio's `fromURL`, the fetcher of juice's remote
 * files, the minifier and the beautifier. Together they are a third of the time that `gazette build` would take to start.
 */
function unusedPackages(require: NodeJS.Require): string[] {
  const core = createRequire(createRequire(require.resolve('mjml')).resolve('mjml-core'))
  const juice = createRequire(core.resolve('juice'))
  const found = [
    [createRequire(core.resolve('cheerio')), 'undici'],
    [createRequire(juice.resolve('cheerio')), 'undici'],
    [juice, 'web-resource-inliner'],
    [core, 'htmlnano'],
    [core, 'js-beautify'],
  ] as const
  return found.flatMap(([from, name]) => {
    try {
      const path = from.resolve(name)
      return path in require.cache ? [] : [path]
    } catch {
      // Another version of MJML may do without it.
      return []
    }
  })
}

function emptyModule(path: string): NodeJS.Module {
  const module = new Module(path)
  module.loaded = true
  return module
}

function findingsOf(error: unknown): Finding[] {
  if (error instanceof Error && 'errors' in error && Array.isArray(error.errors)) return error.errors as Finding[]
  return [{ line: 1, message: error instanceof Error ? error.message : String(error), tagName: 'mjml' }]
}

function toDiagnostic(finding: Finding, source: string, map: LineMap): Diagnostic {
  const place = map.placeAt(offsetOf(source, finding))
  return diagnostic('GZ-R005', `${finding.tagName}: ${finding.message}`, { ...place })
}

/** Where the tag of a finding stands in its line, or the line itself. */
function offsetOf(source: string, { line, tagName }: Finding): number {
  let start = 0
  for (let count = 1; count < line; count++) start = source.indexOf('\n', start) + 1
  const end = source.indexOf('\n', start)
  const tag = source.slice(start, end === -1 ? undefined : end).indexOf(`<${tagName}`)
  return start + Math.max(0, tag)
}
