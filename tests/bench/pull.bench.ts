import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { bodyHtml } from '../ingest/pages/layouts/parts.ts'
import { writeStory } from '../ingest/pages/story.ts'
import { listen, type LocalServer } from '../ingest/support/server.ts'
import { format, spread } from './timing.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))
const shim = join(repository, 'src/cli/gazette.cjs')
const memory = fileURLToPath(new URL('pull/memory.mjs', import.meta.url))
const bare = fileURLToPath(new URL('pull/bare.mjs', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'gazette-bench-'))
let server: LocalServer
let hasPeer = true

const feeds = 50
const entries = 20

function feed(number: number): string {
  const items = Array.from({ length: entries }, (_, index) => {
    const story = writeStory(number * 1000 + index, { paragraphs: 6 })
    const date = new Date(Date.now() - (index + 1) * 3_600_000).toUTCString()
    return `<item><title>${story.title} ${String(number)}-${String(index)}</title><link>https://site-${String(number)}.example/${String(index)}</link><pubDate>${date}</pubDate><content:encoded><![CDATA[${bodyHtml(story)}]]></content:encoded></item>`
  })
  return `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Feed ${String(number)}</title><link>https://site-${String(number)}.example/</link>${items.join('')}</channel></rss>`
}

beforeAll(async () => {
  const texts = Array.from({ length: feeds }, (_, number) => feed(number))
  server = await listen((request, response) => {
    const number = Number(/^\/feed\/(\d+)$/.exec(request.url ?? '')?.[1] ?? NaN)
    const mark = `"${String(number)}"`
    if (request.headers['if-none-match'] === mark) response.writeHead(304).end()
    else response.writeHead(200, { 'content-type': 'application/rss+xml', etag: mark }).end(texts[number])
  })
  writeFileSync(join(home, 'package.json'), '{}')
  // The peer is no dependency of Gazette.
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', 'feedsmith@3'], { cwd: home, stdio: 'ignore' })
  } catch {
    hasPeer = false
    console.log('feedsmith could not be installed; nothing is compared')
  }
}, 300_000)
afterAll(async () => {
  await server.close()
  rmSync(home, { recursive: true })
})

interface Cost {
  milliseconds: number
  megabytes: number
}

async function cost(args: readonly string[]): Promise<Cost> {
  const file = join(home, 'memory.txt')
  const started = performance.now()
  const child = spawn(process.execPath, ['--import', memory, ...args], { cwd: repository, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, GAZETTE_BENCH_MEMORY: file } })
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}`)
  return { milliseconds: performance.now() - started, megabytes: Number(readFileSync(file, 'utf8')) }
}

function newsletter(name: string): string {
  const root = join(home, name)
  mkdirSync(join(root, 'content'), { recursive: true })
  const sources = Array.from({ length: feeds }, (_, number) => `  - ${server.url}/feed/${String(number)}\n`).join('')
  writeFileSync(join(root, 'content/newsletter.yaml'), `name: Bench\nfrom: {address: a@bench.example}\nsources:\n${sources}`)
  return root
}

describe('pull', () => {
  it(`${String(feeds)} local feeds with ${String(feeds * entries)} entries, beside feedsmith and Readability doing the bare work`, async () => {
    const [ours, again, theirs]: Cost[][] = [[], [], []]
    for (let round = 0; round < 3; round++) {
      const root = newsletter(`ours-${String(round)}`)
      ours?.push(await cost([shim, 'pull', '-C', root, '--quiet', '--allow-host', server.host]))
      const written = readdirSync(join(root, 'content/articles')).length
      if (written !== feeds * entries) throw new Error(`${String(written)} articles`)
      again?.push(await cost([shim, 'pull', '-C', root, '--quiet', '--allow-host', server.host]))
      if (hasPeer) theirs?.push(await cost([bare, server.url, String(feeds), join(home, `theirs-${String(round)}`), home]))
    }
    const line = (name: string, costs: readonly Cost[]): void => {
      const rate = spread(costs.map(({ milliseconds }) => (feeds * entries * 1000) / milliseconds))
      console.log(`${name.padEnd(22)} ${format(spread(costs.map(({ milliseconds }) => milliseconds)), 'ms')}  ${format(rate, 'entries/s')}  peak ${format(spread(costs.map(({ megabytes }) => megabytes)), 'MB')}`)
    }
    line('gazette pull', ours ?? [])
    line('the same again, 304', again ?? [])
    if (!hasPeer) return
    line('bare libraries', theirs ?? [])
    console.log(`ratio                  ${format(spread((ours ?? []).map(({ milliseconds }, index) => milliseconds / (theirs?.[index]?.milliseconds ?? NaN))), '')}`)
  })
})
