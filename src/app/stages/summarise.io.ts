import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { withBody } from '../../content/article.ts'
import { type PreparedArticle, writtenBlurb } from '../../content/compose.ts'
import { readImage } from '../../content/images.io.ts'
import type { Selection } from '../../content/select.ts'
import { readContent } from '../../content/text-file.io.ts'
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Article, ArticleHead } from '../../model/article.ts'
import type { Blurb } from '../../model/blurb.ts'
import { readingMinutes } from '../../summarise/reading-time.ts'
import { createSummariser } from '../../summarise/summariser.ts'
import type { BuildContext, BuildState } from '../build-state.ts'
import type { StageResult } from '../pipeline.ts'

/** What a blurb is about stands in the first thirty thousand words of an article, whatever its length. */
const longest = 200_000

/** Reads the chosen articles whole, and gives each its blurb, its reading time and its picture. */
export async function summariseStage({ selection }: { selection: Selection }, context: BuildContext): Promise<StageResult<BuildState>> {
  const heads = selection.sections.flatMap((section) => section.articles)
  const results = await Promise.all(heads.map((head) => prepare(head, head.slug === selection.lead?.slug, context)))
  const prepared = results.flatMap((result) => (result.prepared === undefined ? [] : [[result.prepared.article.slug, result.prepared] as const]))
  return { state: { prepared: new Map(prepared) }, diagnostics: results.flatMap((result) => result.diagnostics) }
}

interface Prepared {
  prepared?: PreparedArticle
  diagnostics: Diagnostic[]
}

async function prepare(head: ArticleHead, leads: boolean, context: BuildContext): Promise<Prepared> {
  const content = await readContent(join(context.root, head.file), head.file)
  if ('problem' in content) return { diagnostics: [content.problem] }
  const article = withBody(head, content.text)
  const { asset, diagnostics } = await readImage(context.root, article)
  const words = leads ? context.newsletter.blurbs.leadWords : context.newsletter.blurbs.words
  const found = blurbOf(article, words, context)
  return {
    prepared: { article, blurb: found.blurb, readingMinutes: found.readingMinutes, ...(asset === undefined ? {} : { asset }) },
    diagnostics: [...diagnostics, ...found.diagnostics],
  }
}

function blurbOf(
  article: Article,
  words: number,
  context: BuildContext,
): { blurb: Blurb; readingMinutes: number; diagnostics: Diagnostic[] } {
  const { blurbs, lang: newsletterLang } = context.newsletter
  const written = writtenBlurb(article, blurbs.prefer, words)
  const lang = article.lang ?? newsletterLang
  const key = createHash('sha256').update(JSON.stringify([blurbs.method, words, lang, article.title, article.body])).digest('base64')
  let made = context.memory.blurbs.get(key)
  if (made === undefined) {
    const summarise = createSummariser({ method: blurbs.method })
    made = {
      blurb: summarise({ title: article.title, text: article.body.slice(0, longest), lang }, { words }),
      readingMinutes: readingMinutes(article.body, lang),
    }
    context.memory.blurbs.set(key, made)
  }
  const blurb = written.blurb ?? made.blurb
  const diagnostics = [...written.diagnostics]
  if (blurb.text === '') {
    const hint = 'write a `blurb` in the front matter'
    diagnostics.push(diagnostic('GZ-B001', 'the article has no text for a blurb', { file: article.file, line: article.bodyLine, column: 1, hint }))
  }
  return { blurb, readingMinutes: made.readingMinutes, diagnostics }
}
