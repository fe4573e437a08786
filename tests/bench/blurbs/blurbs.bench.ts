import { it } from 'vitest'
import { isDangling } from '../../../src/summarise/text/opening.ts'
import { documentOf } from '../../../src/summarise/extract/document.ts'
import { lineOf, runBatch } from './batch.ts'
import { meanOf, pairedDifference, written } from './bootstrap.ts'
import { budgets, type Pair, readSet } from './data.ts'
import { npmPeers } from './npm-peers.ts'
import { filled, lead, lexRank, type Peer, rawSentences, textRank } from './peers.ts'
import { rouge, rougeTokens } from './rouge.ts'

// npm run bench -- blurbs
// GAZETTE_SETS=inshorts,cnndm chooses sets; GAZETTE_NPM=no leaves out the packages of the registry.

interface Scored {
  one: number[]
  two: number[]
  blurbs: string[]
}

const sets = process.env.GAZETTE_SETS?.split(',') ?? Object.keys(budgets)

it('scores blurbs of articles that were held aside against those that people wrote', async () => {
  const peers = { ...ownPeers, ...(process.env.GAZETTE_NPM === 'no' ? {} : await npmPeers()) }
  for (const set of sets) {
    const pairs = readSet(set).filter(({ heldAside }) => heldAside)
    const budget = budgets[set] ?? 45
    const { blurbs } = await runBatch(pairs.map(lineOf), budget)
    const ours = scored(pairs, pairs.map(({ id }) => blurbs.get(id) ?? ''))
    console.log(`\n### ${set}: ${String(pairs.length)} articles held aside, at most ${String(budget)} words\n`)
    console.log('| | ROUGE-1 | ROUGE-2 | ours is ahead by ROUGE-1 | by ROUGE-2 | opens with a pointer | ends mid-sentence | words |\n|---|---|---|---|---|---|---|---|')
    row('gazette', ours, ours, pairs)
    for (const [name, peer] of Object.entries(peers)) {
      const texts: string[] = []
      for (const pair of pairs) texts.push(await peer(pair))
      row(name, scored(pairs, texts), ours, pairs)
    }
  }
})

/** Lead and its like get our sentences, which is the harder comparison, and once the text as it is. */
const ownPeers: Record<string, Peer> = {
  Lead: ({ text, lang, budget }) => lead(documentOf(text, lang), budget),
  'Lead that skips what does not fit': ({ text, lang, budget }) => filled(documentOf(text, lang), budget, ({ index }) => index),
  'Lead of the text as it is': (pair) => lead(rawSentences(pair), pair.budget),
  'TextRank (ours)': textRank,
  'LexRank (ours)': lexRank,
}

function scored(pairs: readonly Pair[], blurbs: string[]): Scored {
  const scores = pairs.map(({ summary, lang }, index) => rouge(rougeTokens(blurbs[index] ?? '', lang), rougeTokens(summary, lang)))
  return { one: scores.map(({ rouge1 }) => 100 * rouge1), two: scores.map(({ rouge2 }) => 100 * rouge2), blurbs }
}

function row(name: string, system: Scored, ours: Scored, pairs: readonly Pair[]): void {
  const share = (test: (blurb: string, pair: Pair) => boolean): string =>
    `${(100 * meanOf(pairs.map((pair, index) => Number(test(system.blurbs[index] ?? '', pair))))).toFixed(1)} %`
  const difference = (key: 'one' | 'two'): string => (system === ours ? '' : written(pairedDifference(ours[key], system[key])))
  const cells = [
    name,
    meanOf(system.one).toFixed(1),
    meanOf(system.two).toFixed(1),
    difference('one'),
    difference('two'),
    share((blurb, { lang }) => isDangling(blurb, lang)),
    share((blurb) => blurb !== '' && !/(?<!…)[.!?。！？؟।]["'”’»)\]）」』*\s]*$/u.test(blurb)),
    meanOf(system.blurbs.map((blurb) => blurb.split(/\s+/).filter((word) => word !== '').length)).toFixed(0),
  ]
  console.log(`| ${cells.join(' | ')} |`)
}
