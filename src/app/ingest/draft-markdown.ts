import { parseArticle, type ParsedArticle } from '../../content/article.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Draft, Drafts } from '../../ingest/draft.ts'
import type { Article } from '../../model/article.ts'
import type { Fields } from '../../ingest/meta/found.ts'
import { readMarkdown } from '../../ingest/paste/markdown.ts'

/** Stands in for a title while front matter is read, so that a text without one is not refused. */
const untitled = 'untitled'

/** Findings about front matter that are no reason to refuse an article that is being brought in. */
const expected = new Set<Diagnostic['code']>(['GZ-C003', 'GZ-C005', 'GZ-C014'])

/**
 * Reads a Markdown file that comes from elsewhere: its front matter under our names, its text without leftovers of web
 * pages.
 *
 * @param name of the input, for messages
 */
export function draftMarkdown(text: string, name: string, split: boolean): Drafts {
  const { article, diagnostics, added } = parse(text, name)
  const body = article?.body ?? text
  const { pieces, starts } = readMarkdown(body, (article?.bodyLine ?? 1) - added, split)
  const written = article === undefined ? {} : fieldsOf(article)
  const editorial = article === undefined ? {} : editorialOf(article)
  const drafts = pieces.map((piece, index): Draft => {
    const heading = piece.title === undefined ? {} : { title: { value: piece.title, from: 'text' as const } }
    // Front matter speaks for the first article of a file only.
    const fields: Fields = index === 0 ? { ...heading, ...written } : heading
    return { fields, markdown: piece.markdown, from: 'Markdown', ...(index === 0 ? { editorial } : {}), ...(starts.length > 1 ? { line: piece.line } : {}) }
  })
  const findings = diagnostics.filter((finding) => !expected.has(finding.code)).map((finding) => ({ ...finding, severity: 'warning' as const }))
  return { drafts: drafts.filter((draft) => draft.markdown !== ''), starts, diagnostics: findings }
}

/** Reads front matter; for a text without a title one is put in while that is done. */
function parse(text: string, name: string): ParsedArticle & { added: number } {
  const given = parseArticle(text, name, untitled)
  if (given.article !== undefined || !given.diagnostics.some((finding) => finding.code === 'GZ-C003')) return { ...given, added: 0 }
  const source = text.replace(/^\ufeff/, '')
  const fenced = /^---[ \t]*\r?\n/.exec(source)?.[0]
  const titled = fenced === undefined ? `---\ntitle: ${untitled}\n---\n${source}` : `${fenced}title: ${untitled}\n${source.slice(fenced.length)}`
  return { ...parseArticle(titled, name, untitled), added: fenced === undefined ? 3 : 1 }
}

/** What an editor settled in the file, which Gazette does not find out by itself. */
function editorialOf({ blurb, featured, sponsored, draft }: Article): Record<string, unknown> {
  return { ...(blurb === undefined ? {} : { blurb }), ...(featured ? { featured } : {}), ...(sponsored ? { sponsored } : {}), ...(draft ? { draft } : {}) }
}

function fieldsOf(article: Article): Fields {
  const { title, url, date, author, source, section, image, description, tags, lang } = article
  const found = <T>(value: T): { value: T; from: 'front matter' } => ({ value, from: 'front matter' })
  return {
    ...(title === untitled ? {} : { title: found(title) }),
    ...(url === undefined ? {} : { url: found(url) }),
    ...(date === undefined ? {} : { date: found(date) }),
    ...(author === undefined ? {} : { author: found(author) }),
    ...(source === undefined ? {} : { source: found(source) }),
    ...(section === undefined ? {} : { section: found(section) }),
    ...(image === undefined ? {} : { image: found(image.src) }),
    ...(image?.alt === undefined ? {} : { imageAlt: found(image.alt) }),
    ...(description === undefined ? {} : { description: found(description) }),
    ...(tags.length === 0 ? {} : { tags: found(tags) }),
    ...(lang === undefined ? {} : { lang: found(lang) }),
  }
}
