// node worker.mjs EXTRACTOR PAGES OUT PEERS: extracts every page of a JSON file with one extractor, in a process of its
// own, so that its time and its memory are its own. PEERS is the folder that the peers are installed in.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'

const [name, pagesFile, outFile, peersFolder] = process.argv.slice(2)
const require = createRequire(join(peersFolder, 'package.json'))
const load = (module) => import(pathToFileURL(require.resolve(module)).href)
const own = (path) => import(new URL(`../../../${path}`, import.meta.url).href)

/** The words of HTML; blocks are apart, inline elements are not. */
function htmlText(html) {
  const block = /<\/?(?:address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)\b[^>]*>/gi
  return decode(html.replace(/<(script|style|noscript)\b[\s\S]*?<\/\1>/gi, ' ').replace(block, '\n').replace(/<[^>]+>/g, ''))
}

let decode = (text) => text

/** Each gives text or, for ours, Markdown. */
const extractors = {
  gazette: async () => {
    const { extractPage } = await own('dist/ingest/page/extract.js')
    return (html, url) => extractPage(html, url).markdown
  },
  readability: async () => {
    const [{ Readability }, { parseHTML }] = [await import('@mozilla/readability'), await import('linkedom')]
    return (html) => htmlText(new Readability(parseHTML(html).document).parse()?.content ?? '')
  },
  defuddle: async () => {
    const [{ Defuddle }, { parseHTML }] = [await import(pathToFileURL(join(peersFolder, 'node_modules/defuddle/dist/node.js')).href), await import('linkedom')]
    return async (html, url) => htmlText((await Defuddle(parseHTML(html).document, url)).content ?? '')
  },
  'article-extractor': async () => {
    const { extractFromHtml } = await load('@extractus/article-extractor')
    return async (html, url) => htmlText((await extractFromHtml(html, url))?.content ?? '')
  },
}

decode = (await import('entities')).decodeHTML
const pages = JSON.parse(readFileSync(pagesFile, 'utf8'))
const extract = await extractors[name]()
const texts = []
const times = []
for (const { html, url } of pages) {
  const started = performance.now()
  try {
    texts.push(await extract(html, url))
  } catch {
    // A page on which an extractor breaks is one of which it finds nothing.
    texts.push('')
  }
  times.push(performance.now() - started)
}
writeFileSync(outFile, JSON.stringify({ texts, times, megabytes: process.resourceUsage().maxRSS / 1024 }))
