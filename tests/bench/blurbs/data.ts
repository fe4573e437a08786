import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { titleFromUrl } from '../../../src/summarise/title.ts'

/** Word budgets: that of the reference blurbs' kind, fixed before anything was measured. */
export const budgets: Readonly<Record<string, number>> = {
  inshorts: 60, cnndm: 50, '18f': 40, digitalgov: 40, chromedev: 35, orange: 45, tagesschau: 45, vietnews: 45, bbc: 60,
}

/** What the weights are learned from. The references of `bbc` are long extracts and no blurbs: it is only scored. */
export const trainingSets = ['inshorts', 'cnndm', '18f', 'digitalgov', 'chromedev', 'orange', 'tagesschau', 'vietnews'] as const

/** An article with a blurb that a person wrote. */
export interface Pair {
  id: string
  set: string
  lang: string
  /** What a summariser is told. Where the data's title is the blurb's own headline, the words of the address instead. */
  title: string
  text: string
  summary: string
  budget: number
  /** Never trained on. */
  heldAside: boolean
}

/** Where the development data lies: beside the repository, from whose folder the bench is run. */
export function dataFolder(): string {
  const folder = resolve('..', 'shared', 'data', 'summaries', 'dev')
  if (!existsSync(folder)) throw new Error(`the development data is not there: ${folder}`)
  return folder
}

/** A quarter of every set, by a hash of the id, is held aside. */
function isHeldAside(id: string): boolean {
  return Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, 8), 16) % 4 === 0
}

/** Reads one set of the development data. */
export function readSet(set: string): Pair[] {
  return readFileSync(join(dataFolder(), `${set}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const row = JSON.parse(line) as { id: string; lang: string; title?: string; text: string; summary: string; url?: string }
      const title = set === 'inshorts' ? titleFromUrl(row.url ?? '') : (row.title ?? '')
      return { id: row.id, set, lang: row.lang, title, text: row.text, summary: row.summary, budget: budgets[set] ?? 45, heldAside: isHeldAside(row.id) }
    })
}
