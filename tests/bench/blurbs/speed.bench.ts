import { expect, it } from 'vitest'
import { runBatch } from './batch.ts'
import { readSet } from './data.ts'

const articles = 10_000
const wordsEach = 500

// npm run bench -- blurbs/speed
it('summarises 10,000 articles of 500 words', async () => {
  const texts = readSet('inshorts').concat(readSet('cnndm')).map(({ title, text }) => ({ title, words: text.split(/(?<=\s)/) }))
  const run = await runBatch(linesOf(texts), 45)
  expect(run.blurbs.size).toBe(articles)
  const rate = (seconds: number): string => (articles / seconds).toFixed(0)
  console.log(`${rate(run.processorSeconds)} articles of ${String(wordsEach)} words for each second of one core, ${rate(run.seconds)} by the clock; start, JSON and output included`)
  console.log(`memory: at most ${run.peak.toFixed(0)} MB; after each thousand: ${run.memory.map((megabytes) => megabytes.toFixed(0)).join(' ')} MB`)
})

/** Articles of the same length: texts of the data, one after the other, cut and joined to it. */
function* linesOf(texts: readonly { title: string; words: string[] }[]): Generator<string> {
  for (let number = 0; number < articles; number++) {
    const words: string[] = []
    for (let next = number; words.length < wordsEach; next++) {
      words.push(...(texts[next % texts.length]?.words ?? []).slice(0, wordsEach - words.length))
    }
    yield JSON.stringify({ id: String(number), title: texts[number % texts.length]?.title ?? '', text: words.join(''), lang: 'en' })
  }
}
