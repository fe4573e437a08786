// node bare.mjs ORIGIN FEEDS FOLDER PEERS: what `gazette pull` does, as plainly as libraries allow: feeds are fetched
// eight at a time, parsed by feedsmith, each text is taken by Readability and written to a file. No check of
// addresses, no memory, no likenesses.
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'

const [origin, feeds, folder, peers] = process.argv.slice(2)
const { parseFeed } = await import(pathToFileURL(createRequire(join(peers, 'package.json')).resolve('feedsmith')).href)
mkdirSync(folder, { recursive: true })
let next = 0
const texts = []
const work = async () => {
  while (next < Number(feeds)) {
    const number = next++
    texts[number] = await (await globalThis.fetch(`${origin}/feed/${number}`)).text()
  }
}
await Promise.all(Array.from({ length: 8 }, work))
// Not in between: while a text is worked on, the server would close the connections that wait.
for (const [number, text] of texts.entries()) {
  const { feed } = parseFeed(text)
  for (const [index, item] of feed.items.entries()) {
    const html = item.content?.encoded ?? item.description ?? ''
    const article = new Readability(parseHTML(`<html><head><title>${item.title}</title></head><body>${html}</body></html>`).document, { charThreshold: 100 }).parse()
    writeFileSync(join(folder, `${number}-${index}.md`), `---\ntitle: ${JSON.stringify(item.title)}\nurl: ${item.link}\n---\n\n${article?.textContent ?? ''}\n`)
  }
}
