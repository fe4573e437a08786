import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts'
import type { FrontMatterValues } from './article-file.ts'
import { tidyUrl } from './canonical-url.ts'
import type { Draft } from './draft.ts'
import type { Fields, Found, Origin } from './meta/found.ts'
import { cleanTitle } from './meta/title.ts'
import { makeTitle } from './paste/title.ts'

/** An article ready to be written: its front matter, where each value came from, and its text. */
export interface Finished {
  values: FrontMatterValues & { title: string; date: string }
  origins: Partial<Record<keyof FrontMatterValues, Origin>>
  markdown: string
  editorial: Readonly<Record<string, unknown>>
  diagnostics: Diagnostic[]
}

export interface FinishOptions {
  /** Today, in the newsletter's time zone. */
  today: string
  /** Section that was asked for. */
  section?: string
  /** Names of the newsletter's sections. */
  sections: readonly string[]
}

/**
 * Settles the front matter of a draft: a title and a date in any case, an address without tracking, a section only
 * when the newsletter has it, a description only when it is whole.
 */
export function finish(draft: Draft, options: FinishOptions): Finished {
  const { fields, markdown } = draft
  const diagnostics: Diagnostic[] = []
  const title = titleOf(fields, markdown, diagnostics)
  const date = dateOf(fields, options.today, diagnostics)
  const url = fields.url === undefined ? undefined : { ...fields.url, value: tidyUrl(fields.url.value) }
  const section: Found | undefined = options.section === undefined ? knownSection(fields, options.sections) : { value: options.section, from: 'option' }
  const description = wholeDescription(fields.description, title.value, markdown)
  const settled: { [Key in keyof Fields]: Fields[Key] | undefined } = { ...fields, title, url, date, section, description }
  const values: Record<string, unknown> = {}
  const origins: Record<string, Origin> = {}
  for (const [key, found] of Object.entries(settled)) {
    if (found === undefined) continue
    values[key] = found.value
    origins[key] = found.from
  }
  return { values: values as unknown as Finished['values'], origins, markdown, editorial: draft.editorial ?? {}, diagnostics }
}

function titleOf(fields: Fields, markdown: string, diagnostics: Diagnostic[]): Found {
  const title = fields.title === undefined ? '' : cleanTitle(fields.title.value)
  if (fields.title !== undefined && title !== '') return { ...fields.title, value: title }
  const plain = markdown.replace(/^#+ .*$/gm, '').replace(/[*_`\\>]|\]\([^)]*\)|\[/g, '')
  const made = makeTitle([], plain.trim())
  diagnostics.push(diagnostic('GZ-I015', `no title found; it is called ${JSON.stringify(made)}`, { hint: 'write a title into the front matter' }))
  return { value: made, from: 'text' }
}

/** The date of the article; one in the future by more than a day is a mistake of the source. */
function dateOf(fields: Fields, today: string, diagnostics: Diagnostic[]): Found {
  const { date } = fields
  const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + 2 * 86_400_000).toISOString().slice(0, 10)
  if (date !== undefined && date.value.slice(0, 10) < tomorrow) return date
  diagnostics.push(
    date === undefined
      ? diagnostic('GZ-I016', 'no date found; it is dated today', { hint: 'change `date` in the front matter if you know better' })
      : diagnostic('GZ-I016', `the date ${date.value} is in the future; it is dated today`),
  )
  return { value: today, from: 'today' }
}

function knownSection(fields: Fields, sections: readonly string[]): Found | undefined {
  const wanted = fields.section?.value.toLowerCase()
  const section = sections.find((name) => name.toLowerCase() === wanted)
  return fields.section === undefined || section === undefined ? undefined : { ...fields.section, value: section }
}

/** A description that was cut off, or says no more than the title, would make a poor blurb. */
function wholeDescription(description: Found | undefined, title: string, markdown: string): Found | undefined {
  if (description === undefined) return undefined
  const text = description.value.replace(/\s*\[(?:…|\.{3}|&hellip;)\]$/, '…').replace(/\s*(?:Read more|Continue reading|Weiterlesen|Lire la suite)\s*(?:…|\.{3}|→|»|>)*$/i, '')
  if (/(?:…|\.{3})$/.test(text) || text.length < 20) return undefined
  const letters = (value: string): string => value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  if (letters(text) === letters(title)) return undefined
  // Cut in the middle of a sentence of the text, without the dots that would say so.
  const ended = /[.!?。！？][)"'”’»]*$/u.test(text)
  if (!ended && letters(markdown).includes(letters(text))) return undefined
  return { ...description, value: text }
}
