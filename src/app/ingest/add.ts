import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Newsletter } from '../../config/newsletter.ts'
import { UsageError } from '../../diagnostics/errors.ts'
import { articleFile } from '../../ingest/article-file.ts'
import { decode } from '../../ingest/charset.ts'
import { type Draft, draftPage, type Drafts, draftText } from '../../ingest/draft.ts'
import { type Finished, finish, type FinishOptions } from '../../ingest/finish.ts'
import { addressIn } from '../../ingest/meta/address.ts'
import type { Fields } from '../../ingest/meta/found.ts'
import type { Client } from '../../ingest/net/fetch.io.ts'
import type { AllowedHosts } from '../../ingest/net/guard.ts'
import type { Patience } from '../../ingest/net/retry.ts'
import { dayOf } from '../../lib/calendar.ts'
import { suggestion } from '../../lib/suggest.ts'
import { draftMarkdown } from './draft-markdown.ts'
import { lockArticles, type Turn } from './lock.io.ts'
import { openShelf, type Shelved } from './shelf.io.ts'
import { readInput } from './source.io.ts'
import { charsetNotice, readWebPage } from './web-page.ts'

export interface AddRequest {
  /** The newsletter folder, absolute. */
  root: string
  /** Its configuration; undefined in a folder that has none. */
  newsletter: Newsletter | undefined
  /** An http(s) address, a path, or `-` for standard input. */
  input: string
  section?: string
  /** What the editor says of a text that does not say it itself. */
  told?: { url?: string; source?: string }
  /** Write an article that is there already anew. */
  force: boolean
  /** Cut an input that holds several articles; undefined warns of it. */
  split?: boolean
  /** False leaves the disk as it is. */
  write: boolean
  allowed: AllowedHosts
  client: Client
  patience: Patience
  /** How long another process that brings articles in is waited for. */
  turn: Turn
  standardInput: AsyncIterable<Uint8Array>
  now: Date
}

/** What became of one article. */
export interface Added {
  status: 'added' | 'replaced' | 'present' | 'not written'
  /** Relative to the newsletter folder. */
  file?: string
  slug?: string
  article: Finished
  /** What the text was taken from. */
  from: Draft['from']
  /** The whole file, front matter and text. */
  text: string
  /** Line of the input on which it begins, when that holds several. */
  line?: number
}

export interface AddResult {
  added: Added[]
  /** Lines on which articles begin in the input. */
  starts: number[]
  diagnostics: Diagnostic[]
  /** Whether the input could not be fetched. */
  unreachable: boolean
}

/**
 * Brings an article in from a page, a file or pasted text.
 *
 * @throws UsageError for an input or a section that does not exist, EnvironmentError when the disk refuses or another process
 * is at it
 */
export async function addArticle(request: AddRequest): Promise<AddResult> {
  const sections = (request.newsletter?.sections ?? []).map((section) => (typeof section === 'string' ? section : section.name))
  const section = request.section === undefined ? undefined : chosenSection(request.section, sections)
  const read = await readDrafts(request)
  const { starts } = read
  const drafts = withTold(read.drafts, request)
  const diagnostics = [...read.diagnostics, ...severalNotice(request, starts)]
  if (drafts.length === 0) return { added: [], starts, diagnostics, unreachable: read.unreachable ?? false }
  const lock = request.write ? await lockArticles(request.root, 'gazette add', request.now, request.turn) : undefined
  try {
    const today = dayOf(request.now, request.newsletter?.timezone ?? 'UTC')
    const shelved = await shelve(drafts, { today, sections, ...(section === undefined ? {} : { section }) }, request)
    return { added: shelved.added, starts, diagnostics: [...diagnostics, ...shelved.diagnostics], unreachable: false }
  } finally {
    lock?.release()
  }
}

/** Writes what is not there yet, or all of it when that is asked for. */
async function shelve(drafts: readonly Draft[], options: FinishOptions, request: AddRequest): Promise<Pick<AddResult, 'added' | 'diagnostics'>> {
  const shelf = await openShelf(request.root)
  const added: Added[] = []
  const diagnostics: Diagnostic[] = []
  for (const draft of drafts) {
    const article = finish(draft, options)
    diagnostics.push(...article.diagnostics)
    const known = await shelf.find(article)
    const base = { article, from: draft.from, text: articleFile(article.values, article.markdown, article.editorial), ...(draft.line === undefined ? {} : { line: draft.line }) }
    if (!request.write) added.push({ ...base, ...placeOf(known), status: 'not written' })
    else if (known !== undefined && !request.force) {
      diagnostics.push(diagnostic('GZ-I017', `${known.file} is this article already; nothing was changed`, { hint: '--force writes it anew' }))
      added.push({ ...base, ...placeOf(known), status: 'present' })
    } else {
      const shelved = await shelf.write(article, known)
      added.push({ ...base, ...placeOf(shelved), status: known === undefined ? 'added' : 'replaced' })
    }
  }
  return { added, diagnostics }
}

/** @throws UsageError for an address that is none, or that would be the address of several articles */
function withTold(drafts: readonly Draft[], { told = {}, input }: AddRequest): Draft[] {
  const { url, source } = told
  if (url === undefined && source === undefined) return [...drafts]
  const address = url === undefined ? undefined : addressIn(url)
  if (url !== undefined && address === undefined) throw new UsageError([diagnostic('GZ-U004', `--url takes an http or https address, not ${url}`)])
  if (address !== undefined && drafts.length > 1) {
    throw new UsageError([diagnostic('GZ-U004', `--url names one page, and ${input === '-' ? 'the text' : input} holds ${String(drafts.length)} articles`, { hint: 'write the address of each into its front matter' })])
  }
  const fields: Fields = { ...(address === undefined ? {} : { url: { value: address, from: 'option' } }), ...(source === undefined ? {} : { source: { value: source, from: 'option' } }) }
  return drafts.map((draft) => ({ ...draft, fields: { ...draft.fields, ...fields } }))
}

function placeOf(shelved: Shelved | undefined): Pick<Added, 'file' | 'slug'> {
  return shelved === undefined ? {} : { file: shelved.file, slug: shelved.slug }
}

function chosenSection(name: string, sections: readonly string[]): string {
  const known = sections.find((section) => section.toLowerCase() === name.toLowerCase())
  if (known !== undefined) return known
  if (sections.length === 0) return name
  const hint = suggestion(name, sections) ?? 'the sections are in content/newsletter.yaml'
  throw new UsageError([diagnostic('GZ-U004', `there is no section ${name}`, { hint })])
}

function severalNotice({ split, input }: AddRequest, starts: readonly number[]): Diagnostic[] {
  if (starts.length < 2 || split !== undefined) return []
  const name = input === '-' ? 'the text' : input
  const lines = starts.slice(1).map(String).join(', ')
  return [
    diagnostic('GZ-I014', `${name} looks like ${String(starts.length)} articles: it would be cut at line ${lines}`, {
      hint: 'add it again with --split --force to make a file of each; --no-split says that it is one',
    }),
  ]
}

async function readDrafts(request: AddRequest): Promise<Drafts & { unreachable?: boolean }> {
  const { input, split = false, allowed, client, patience } = request
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(input) || /^(?:data|javascript|file|mailto):/i.test(input)) {
    const page = await readWebPage(input, { allowed, client, patience, split })
    return 'problem' in page ? { drafts: [], starts: [], diagnostics: [page.problem.diagnostic], unreachable: true } : page
  }
  const address = request.told?.url === undefined ? undefined : addressIn(request.told.url)
  const { name, bytes, kind } = await readInput(request.root, input, request.standardInput)
  const { text, charset, claimed } = decode(bytes)
  const drafts = kind === 'html' ? draftPage(text, name, { split, ...(address === undefined ? {} : { address }) }) : kind === 'markdown' ? draftMarkdown(text, name, split) : draftText(text, name, split)
  return { ...drafts, diagnostics: [...charsetNotice(name, charset, claimed), ...drafts.diagnostics] }
}
