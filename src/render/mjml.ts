import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { suggestion } from '../lib/suggest.ts'
import { loadWithout } from './late-modules.ts'
import type { LineMap } from './line-map.ts'

/**
 * The only door to MJML, and what is known of its ways:
 * - it reads `.mjmlconfig` of the current folder and loads the packages named there as it is imported;
 * - it links to Google's fonts unless told that there are none;
 * - its `minify` and `beautify` damage CSS for Outlook and Yahoo, so neither is used;
 * - with `strict` it throws the list of its findings instead of returning it;
 * - it knows lines of the expanded text only;
 * - two thirds of the time to load it go to minifiers that are never run and to an inliner of styles that few templates
 *   ask for.
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

/** The part of mjml-core that knows the components. */
interface MjmlCore {
  components: Record<string, { allowedAttributes?: Record<string, string> } | undefined>
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

/** Loads MJML when it is first needed. */
function mjml(): Mjml {
  if (loaded !== undefined) return loaded
  const require = createRequire(import.meta.url)
  const folder = dirname(require.resolve('mjml'))
  const cwd = Object.getOwnPropertyDescriptor(process, 'cwd') ?? {}
  // Where MJML looks for .mjmlconfig: in a folder that has none. `require` is synchronous, so nobody else sees it.
  process.cwd = () => folder
  try {
    const core = createRequire(createRequire(require.resolve('mjml')).resolve('mjml-core'))
    const load = (): Mjml => require('mjml') as Mjml
    loaded = loadWithout(load, core, ['juice', 'cheerio'], ['htmlnano', 'cssnano-preset-lite', 'js-beautify'])
    return loaded
  } finally {
    Object.defineProperty(process, 'cwd', cwd)
  }
}

function findingsOf(error: unknown): Finding[] {
  if (error instanceof Error && 'errors' in error && Array.isArray(error.errors)) return error.errors as Finding[]
  return [{ line: 1, message: error instanceof Error ? error.message : String(error), tagName: 'mjml' }]
}

function toDiagnostic(finding: Finding, source: string, map: LineMap): Diagnostic {
  const place = map.placeAt(offsetOf(source, finding))
  const hint = attributeHint(finding)
  const details = { ...place, ...(hint === undefined ? {} : { hint }) }
  return diagnostic('GZ-R005', `${finding.tagName}: ${finding.message.trim()}`, details)
}

/** The attribute that was perhaps meant, when the finding is about one that does not exist. */
function attributeHint({ message, tagName }: Finding): string | undefined {
  const illegal = /^Attributes? (\S+?),? .*illegal$/.exec(message.trim())?.[1]
  if (illegal === undefined) return undefined
  const core = createRequire(createRequire(import.meta.url).resolve('mjml'))('mjml-core') as MjmlCore
  return suggestion(illegal, Object.keys(core.components[tagName]?.allowedAttributes ?? {}))
}

/** Where the tag of a finding stands in its line, or the line itself. */
function offsetOf(source: string, { line, tagName }: Finding): number {
  let start = 0
  for (let count = 1; count < line; count++) start = source.indexOf('\n', start) + 1
  const end = source.indexOf('\n', start)
  const tag = source.slice(start, end === -1 ? undefined : end).indexOf(`<${tagName}`)
  return start + Math.max(0, tag)
}
