import matter from 'gray-matter'
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts'
import { isRecord } from '../lib/records.ts'
import { readYaml, type YamlDocument } from '../lib/yaml-document.ts'

/** A Markdown file taken apart. */
export interface FrontMatter {
  /** The front matter as plain data; an empty object when the file has none. */
  data: Record<string, unknown>
  /** Places of its keys, in lines of the whole file. */
  yaml: YamlDocument
  body: string
  /** Line of the file on which the body starts, from 1. */
  bodyLine: number
  diagnostics: Diagnostic[]
}

/**
 * Splits a Markdown file into front matter and body. YAML is the only language; a file that asks for another is
 * refused before any engine sees it.
 *
 * gray-matter 4.0.3 would otherwise run `---js` as code (its issues 121 and 174), remember the first failure of a
 * text as an empty success, and share one `data` object between callers. Passing options keeps its cache out of
 * play, every call gets an engine of its own, and the engines it ships are replaced.
 *
 * @param text the file, decoded; a byte order mark and any line ends are allowed
 * @param file path for diagnostics, relative to the newsletter folder
 */
export function parseFrontMatter(text: string, file: string): FrontMatter {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text
  const fence = foreignFence(source)
  if (fence !== undefined) {
    const hint = 'write it as YAML between two lines of three dashes'
    return failed(diagnostic('GZ-C002', `front matter is written in ${fence}, not in YAML`, { file, line: 1, column: 1, hint }))
  }
  if (/^---[ \t]*(\r?\n|$)/.test(source) && !/\n---/.test(source)) {
    const hint = 'end it with a line of three dashes'
    return failed(diagnostic('GZ-C001', 'front matter is not closed', { file, line: 1, column: 1, hint }))
  }
  let yaml = readYaml('')
  const refused = { parse: raise, stringify: raise }
  const split = matter(source, {
    language: 'yaml',
    engines: {
      yaml: {
        parse: (block: string): object => {
          // The block is cut before the line feed of its last line, which leaves the half of a CRLF in the value.
          yaml = readLenient(block.replace(/\r$/, ''))
          return {}
        },
        stringify: raise,
      },
      json: refused,
      js: refused,
      javascript: refused,
    },
  })
  const body = split.content
  const bodyLine = source.slice(0, source.length - body.length).split('\n').length
  const diagnostics = yaml.problems.map(({ message, line, column }) =>
    diagnostic('GZ-C001', `front matter: ${message}`, { file, line, column }),
  )
  const { value } = yaml
  if (value !== undefined && !isRecord(value)) {
    diagnostics.push(diagnostic('GZ-C001', 'front matter must be keys with values', { file, line: 2, column: 1 }))
  }
  return { data: isRecord(value) ? value : {}, yaml, body, bodyLine, diagnostics }
}

/** The body of a file whose front matter has been read before: the same text without the work. */
export function bodyOf(text: string): { body: string; bodyLine: number } {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text
  const { content } = matter(source, { language: 'yaml', engines: { yaml: { parse: () => ({}), stringify: raise } } })
  return { body: content, bodyLine: source.slice(0, source.length - content.length).split('\n').length }
}

/**
 * Reads YAML; a quoted text that goes on at the start of the next line is read as well. YAML 1.2 (§7.3.1) wants such
 * a line indented, but the readers of most site generators do not, and many real articles have one.
 */
function readLenient(block: string): YamlDocument {
  const strict = readYaml(block)
  if (strict.problems.length === 0) return strict
  const lenient = readYaml(indentOpenQuotes(block))
  return lenient.problems.length === 0 ? lenient : strict
}

/** Indents by one space every line at whose start a quoted value of a top-level key is still open. */
function indentOpenQuotes(block: string): string {
  let quote = ''
  return block
    .split('\n')
    .map((line) => {
      const opening = quote === '' ? /^[\w-]+:\s+(["'])/.exec(line) : null
      const text = opening === null ? line : line.slice(opening[0].length)
      const indented = quote === '' ? line : ` ${line}`
      if (opening?.[1] !== undefined) quote = opening[1]
      if (quote !== '' && closes(text, quote)) quote = ''
      return indented
    })
    .join('\n')
}

/** Whether the rest of a quoted text holds its closing quote: not a doubled single one, not an escaped double one. */
function closes(text: string, quote: string): boolean {
  return quote === '"' ? /(^|[^\\])(\\\\)*"/.test(text) : /'/.test(text.replaceAll("''", ''))
}

/**
 * The language of a fence that is not YAML, in any spelling: `---js`, `--- JSON`, `---coffee`, and the fences of
 * TOML (`+++`) and JSON (`;;;`, or a brace on the first line).
 */
function foreignFence(source: string): string | undefined {
  const first = /^[^\r\n]*/.exec(source)?.[0].trimEnd() ?? ''
  const named = /^---[ \t]*([^-\s].*)$/.exec(first)?.[1]
  if (named !== undefined && !/^(yaml|yml)$/i.test(named)) return named.slice(0, 20)
  if (first.startsWith('+++')) return 'TOML'
  if (first.startsWith(';;;') || /^\{\s*"[^"]+"\s*:/.test(source)) return 'JSON'
  return undefined
}

function failed(problem: Diagnostic): FrontMatter {
  return { data: {}, yaml: readYaml(''), body: '', bodyLine: 1, diagnostics: [problem] }
}

function raise(): never {
  throw new Error('front matter engines other than YAML are never called')
}
