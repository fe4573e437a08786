import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { withBody } from '../../content/article.ts'
import { type PreparedArticle, writtenBlurb } from '../../content/compose.ts'
import { readImage } from '../../content/images.io.ts'
import type { Selection } from '../../content/select.ts'
import { readContent } from '../../content/text-file.io.ts'
import { type Diagnostic, diagnostic, type Place } from '../../diagnostics/diagnostic.ts'
import type { Article, ArticleHead } from '../../model/article.ts'
import type { Blurb, SummariserInput } from '../../model/blurb.ts'
import { readingMinutes } from '../../summarise/reading-time.ts'
import { guardedBlurb } from '../blurbs/guarded.ts'
import type { BuildContext, BuildState } from '../build-state.ts'
import type { StageResult } from '../pipeline.ts'

/** What a blurb is about stands in the first thirty thousand words of an article, whatever its length. */
const longest = 200_000

/** Reads the chosen articles whole, and gives each its blurb, its reading time and its picture. */
export async function summariseStage({ selection }: { selection: Selection }, context: BuildContext): Promise<StageResult<BuildState>> {
  const heads = selection.sections.flatMap((section) => section.articles)
  const make = await blurbMaker(context)
  const results = await Promise.all(heads.map((head) => prepare(head, head.slug === selection.lead?.slug, context, make)))
  const prepared = results.flatMap((result) => (result.prepared === undefined ? [] : [[result.prepared.article.slug, result.prepared] as const]))
  return { state: { prepared: new Map(prepared) }, diagnostics: results.flatMap((result) => result.diagnostics) }
}

/** Makes the blurb of an article; `settled` when making it again would come to the same. */
type Make = (article: Article, lang: string, words: number) => Promise<{ blurb: Blurb; diagnostics: Diagnostic[]; settled: boolean }>

async function blurbMaker({ root, newsletter: { blurbs } }: BuildContext): Promise<Make> {
  const { method } = blurbs
  const input = ({ title, body }: Article, lang: string): SummariserInput & { lang: string } => ({ title, text: body.slice(0, longest), lang })
  if (method !== 'model') return async (article, lang, words) => ({ ...(await guardedBlurb(input(article, lang), words, method, placeOf(article))), settled: true })
  const { openModelWriter } = await import('../blurbs/model-writer.io.ts')
  const write = await openModelWriter(root, blurbs.model, process.env)
  return (article, lang, words) => {
    const known = [article.author, article.source, article.date].filter((text) => text !== undefined)
    return write({ article: input(article, lang), words, known }, placeOf(article))
  }
}

function placeOf({ file, bodyLine }: Article): Place {
  return { file, line: bodyLine, column: 1 }
}

interface Prepared {
  prepared?: PreparedArticle
  diagnostics: Diagnostic[]
}

async function prepare(head: ArticleHead, leads: boolean, context: BuildContext, make: Make): Promise<Prepared> {
  const content = await readContent(join(context.root, head.file), head.file)
  if ('problem' in content) return { diagnostics: [content.problem] }
  const article = withBody(head, content.text)
  const { asset, diagnostics } = await readImage(context.root, article)
  const words = leads ? context.newsletter.blurbs.leadWords : context.newsletter.blurbs.words
  const found = await blurbOf(article, words, context, make)
  return {
    prepared: { article, blurb: found.blurb, readingMinutes: found.readingMinutes, ...(asset === undefined ? {} : { asset }) },
    diagnostics: [...diagnostics, ...found.diagnostics],
  }
}

async function blurbOf(
  article: Article,
  words: number,
  context: BuildContext,
  make: Make,
): Promise<{ blurb: Blurb; readingMinutes: number; diagnostics: Diagnostic[] }> {
  const { blurbs, lang: newsletterLang } = context.newsletter
  const written = writtenBlurb(article, blurbs.prefer, words)
  const lang = article.lang ?? newsletterLang
  const minutes = readingMinutes(article.body, lang)
  // Nobody is asked for a blurb that an editor has written.
  if (written.blurb !== undefined) return { blurb: written.blurb, readingMinutes: minutes, diagnostics: written.diagnostics }
  const key = createHash('sha256').update(JSON.stringify([blurbs.method, words, lang, article.title, article.body])).digest('base64')
  const made = context.memory.blurbs.get(key) ?? (await make(article, lang, words))
  if (made.settled) context.memory.blurbs.set(key, made)
  const diagnostics = [...written.diagnostics, ...made.diagnostics]
  if (made.blurb.text === '') {
    const hint = 'write a `blurb` in the front matter'
    diagnostics.push(diagnostic('GZ-B001', 'the article has no text for a blurb', { ...placeOf(article), hint }))
  }
  return { blurb: made.blurb, readingMinutes: minutes, diagnostics }
}
