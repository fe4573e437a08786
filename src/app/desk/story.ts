import { writtenBlurb } from '../../content/compose.ts'
import { escapeMarkdown } from '../../ingest/markdown/escape.ts'
import { blurbCandidates } from '../candidates.ts'
import type { BlurbCandidate, CandidateKind } from '../../model/blurb.ts'
import { measureBlurb, type OpenDesk, storiesOf } from './open.ts'
import { Refusal } from './refusal.ts'

/** A blurb to choose, in words of the page. */
interface OfferedBlurb {
  /** `written` stands in the article as the editor's own, `description` as its author's. */
  kind: CandidateKind | 'written' | 'description'
  /** As readers would see it. */
  text: string
  /** As it would be written into the article; empty for the one that Gazette takes by itself. */
  source: string
  words: number
  /** Stretches of the article that it was taken from, in UTF-16 units. */
  marks: { start: number; end: number }[]
}

/** What an editor looks at to word a story. */
interface StoryText {
  /** The article's Markdown, or its beginning. */
  article: string
  isCut: boolean
  offered: OfferedBlurb[]
}

/** A blurb is taken from what stands well before this many characters. */
const longest = 40_000

/**
 * The text of a story's article, and the blurbs that could be made of it, each once.
 *
 * @throws {Refusal} when the story is not in the issue
 */
export function storyText(desk: OpenDesk, slug: string): StoryText {
  const prepared = desk.prepared.get(slug)
  const story = storiesOf(desk.issue).get(slug)
  if (prepared === undefined || story === undefined) throw new Refusal('unknown', `${slug} is not in this issue.`)
  const { article } = prepared
  const { blurbs, lang: usual } = desk.newsletter
  const lang = article.lang ?? usual
  const words = desk.issue.lead?.slug === slug ? blurbs.leadWords : blurbs.words
  const { blurb, ...untouched } = article
  // Without a blurb of the editor's, a description may come first; else the best set of sentences is what Gazette takes.
  const takesBest = blurbs.method === 'extractive' && writtenBlurb(untouched, blurbs.prefer, words).blurb === undefined
  const offered = [
    ...(blurb === undefined ? [] : [written('written', blurb, lang)]),
    ...blurbCandidates({ title: article.title, text: article.body, lang }, words).map((candidate) => made(candidate, takesBest && candidate.kind === 'best')),
    ...(article.description === undefined ? [] : [written('description', article.description, lang)]),
  ]
  const once = offered.filter(({ text }, index) => offered.findIndex((other) => other.text === text) === index)
  return { article: article.body.slice(0, longest), isCut: article.body.length > longest, offered: once }
}

function written(kind: 'written' | 'description', source: string, lang: string): OfferedBlurb {
  return { kind, source, marks: [], ...measureBlurb(source, lang) }
}

function made({ kind, text, words, sentences }: BlurbCandidate, isUsual: boolean): OfferedBlurb {
  const marks = sentences.flatMap(({ start, end }) => (start === undefined || end === undefined || end > longest ? [] : [{ start, end }]))
  return { kind, text, words, source: isUsual ? '' : escapeMarkdown(text), marks }
}
