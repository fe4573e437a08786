import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { countWords } from '../../../src/lib/words.ts'
import type { Pair } from './data.ts'
import { filled, type Peer } from './peers.ts'

/** The summarisers of the npm registry that run offline on Node 20. They weigh 90 MB with what they need. */
const packages = { 'ts-textrank': '1.0.3', lexrank: '1.0.5', 'lexrank.js': '3.0.0', 'node-summarizer': '1.0.7' }

interface Ranked {
  text: string
  weight: number
  index: number
}

/**
 * The peers, installed into a folder of their own the first time: nothing of them is a dependency of this project.
 * Each is asked for its ranking, and gets the same help in keeping to the budget as the other peers: what does not
 * fit is skipped, and the order of the article is kept.
 */
export async function npmPeers(): Promise<Record<string, Peer>> {
  const folder = join(tmpdir(), 'gazette-bench-summarisers')
  if (!existsSync(join(folder, 'node_modules', 'ts-textrank'))) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{ "private": true }')
    const names = Object.entries(packages).map(([name, version]) => `${name}@${version}`)
    execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...names], { cwd: folder, stdio: 'ignore' })
  }
  const load = createRequire(join(folder, 'package.json'))
  const { default: paragraphsOf } = (await import(pathToFileURL(load.resolve('lexrank.js')).href)) as { default: (text: string) => Ranked[][] }
  return {
    'ts-textrank': tsTextRank(load),
    lexrank: ({ text, budget, lang }) => byWeight(lexRankOf(load, text), budget, lang),
    'lexrank.js': ({ text, budget, lang }) => byWeight(paragraphsOf(text).flat(), budget, lang),
    'node-summarizer': nodeSummarizer(load),
  }
}

function byWeight(sentences: readonly Ranked[], budget: number, lang: string): string {
  const choices = sentences.map((sentence) => ({ ...sentence, words: countWords(sentence.text, lang) }))
  return filled(choices.sort((a, b) => b.weight - a.weight), budget, ({ index }) => index)
}

function tsTextRank(load: NodeJS.Require): Peer {
  const textRank = load('ts-textrank') as {
    SorensenDiceSimilarity: new () => unknown
    DefaultTextParser: new () => unknown
    NullLogger: new () => unknown
    AbsoluteSummarizerConfig: new (count: number, similarity: unknown, parser: unknown, damping: number, sorting: unknown) => unknown
    Summarizer: (new (config: unknown, logger: unknown) => { summarize: (text: string, lang: string) => string[] }) & { SORT_SCORE: unknown }
  }
  const config = new textRank.AbsoluteSummarizerConfig(40, new textRank.SorensenDiceSimilarity(), new textRank.DefaultTextParser(), 0.85, textRank.Summarizer.SORT_SCORE)
  const summarizer = new textRank.Summarizer(config, new textRank.NullLogger())
  return ({ text, lang, budget }) => {
    const ranked = summarizer.summarize(text, lang).map((sentence) => ({ text: sentence.trim(), words: countWords(sentence, lang) }))
    return filled(ranked, budget, (sentence) => text.indexOf(sentence.text))
  }
}

function lexRankOf(load: NodeJS.Require, text: string): Ranked[] {
  const { summarize } = load('lexrank') as { summarize: (text: string, count: number, done: (error: unknown, lines: Ranked[]) => void) => void }
  let found: Ranked[] = []
  summarize(text, 1000, (_, lines) => { found = lines })
  return found
}

/** It gives no ranking, so it is asked for more sentences as long as they fit. */
function nodeSummarizer(load: NodeJS.Require): Peer {
  const { SummarizerManager } = load('node-summarizer') as {
    SummarizerManager: new (text: string, count: number) => { getSummaryByFrequency: () => { summary: string | Error } }
  }
  return ({ text, lang, budget }: Pair) => {
    let best = ''
    for (let count = 1; count <= 8; count++) {
      const { summary } = new SummarizerManager(text, count).getSummaryByFrequency()
      if (typeof summary !== 'string' || countWords(summary, lang) > budget) break
      best = summary
    }
    return best.trim()
  }
}
