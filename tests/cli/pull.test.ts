import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { layouts } from '../ingest/pages/layouts/index.ts'
import { type Story, writeStory } from '../ingest/pages/story.ts'
import { bodyHtml } from '../ingest/pages/layouts/parts.ts'
import { type LocalServer, type Routes, serve } from '../ingest/support/server.ts'
import { type Document, documentOf, gazette, type Run } from '../support/cli.ts'
import { newsletterFolder } from '../support/newsletter-folder.ts'
import { startGazette } from '../support/running.ts'

const head = 'name: The Harbour Review\nfrom:\n  address: news@harbour.example\nsections: [Harbour, More]\n'

interface SourceFacts {
  source: string
  status: string
  entries: number
  added: { title: string; url?: string; file?: string }[]
  skipped: Record<string, number>
}

interface PullData {
  added: number
  interrupted: boolean
  sources: SourceFacts[]
}

const day = (back: number): string => new Date(Date.now() - back * 86_400_000).toUTCString()

/** One entry with the whole text of a generated story. */
function item(story: Story, back = 1, more = ''): string {
  return `<item><title>${story.title}</title><link>https://blog.example/${story.slug}</link><guid isPermaLink="false">${story.slug}</guid><pubDate>${day(back)}</pubDate>${more}<content:encoded><![CDATA[${bodyHtml(story)}]]></content:encoded></item>`
}

function rss(items: string, title = 'The Lock Keeper'): string {
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${title}</title><link>https://blog.example/</link>${items}</channel></rss>`
}

function stories(count: number, first = 1): Story[] {
  // The generator has few titles, so that the slug has to tell the stories apart.
  return Array.from({ length: count }, (_, index) => ({ ...writeStory(first + index, { paragraphs: 3 + (index % 3) }), slug: `story-${String(first + index)}` }))
}

function folder(sources: string, files: Record<string, string | Uint8Array> = {}): string {
  return newsletterFolder({ 'content/newsletter.yaml': `${head}sources:\n${sources}\n`, ...files })
}

async function pull(root: string, server: LocalServer | undefined, ...args: string[]): Promise<Run & { document: Document; data: PullData }> {
  const run = await gazette(['pull', '--json', ...(server === undefined ? [] : ['--allow-host', server.host]), ...args], { cwd: root })
  const document = documentOf(run)
  return { ...run, document, data: document.data as PullData }
}

function articles(root: string): string[] {
  const path = join(root, 'content/articles')
  return existsSync(path) ? readdirSync(path).toSorted() : []
}

function article(root: string, index = 0): string {
  return readFileSync(join(root, 'content/articles', articles(root)[index] ?? ''), 'utf8')
}

const codes = ({ document }: { document: Document }): string[] => document.diagnostics.map(({ code }) => code)

describe('gazette pull', () => {
  it('writes what is new, says so on one line per source, and build takes it', async () => {
    const [first, second] = stories(2)
    const server = await serve({ '/feed': rss(item(first as Story, 2) + item(second as Story)) })
    const root = folder(`  - {url: "${server.url}/feed", name: Locks, section: harbour}`)
    const run = await gazette(['pull', '--allow-host', server.host], { cwd: root })
    expect(run.code, run.stderr).toBe(0)
    expect(run.stdout).toBe('Locks  2 new of 2 entries\nWrote 2 articles to content/articles/\nNext: look them over, then gazette build\n')
    expect(run.stderr).toBe('')
    expect(articles(root)).toHaveLength(2)
    expect(article(root)).toMatch(/^---\ntitle: .+\nurl: https:\/\/blog\.example\/.+\ndate: .+\nsource: Locks\nsection: Harbour\n---\n\n\S/)
    const built = await gazette(['build'], { cwd: root })
    expect(built.code, built.stderr).toBe(0)
    expect(readFileSync(join(root, 'out', readdirSync(join(root, 'out'))[0] ?? '', 'message.txt'), 'utf8')).toContain(second?.title)
  })

  it('adds nothing twice, and nothing that the editor deleted', async () => {
    const all = stories(3)
    const server = await serve({ '/feed': rss(all.map((story) => item(story)).join('')) })
    const root = folder(`  - ${server.url}/feed`)
    expect((await pull(root, server)).data.added).toBe(3)
    rmSync(join(root, 'content/articles', articles(root)[0] ?? ''))
    const again = await pull(root, server)
    expect(again.data).toMatchObject({ added: 0, sources: [{ skipped: { seen: 3 } }] })
    expect(articles(root)).toHaveLength(2)
  })

  it('asks only for what changed: 304 to ETag and Last-Modified', async () => {
    const server = await serve({
      '/feed': (request, response) => {
        if (request.headers['if-none-match'] === '"one"' && request.headers['if-modified-since'] === 'Fri, 20 Nov 2026 09:00:00 GMT') response.writeHead(304).end()
        else response.writeHead(200, { etag: '"one"', 'last-modified': 'Fri, 20 Nov 2026 09:00:00 GMT' }).end(rss(stories(1).map((story) => item(story)).join('')))
      },
    })
    const root = folder(`  - ${server.url}/feed`)
    await pull(root, server)
    const again = await gazette(['pull', '--allow-host', server.host], { cwd: root })
    expect(again.stdout).toContain('nothing new: not changed since the last time')
    // Other settings may want entries that were passed over before.
    writeFileSync(join(root, 'content/newsletter.yaml'), `${head}sources:\n  - {url: "${server.url}/feed", limit: 5}\n`)
    await pull(root, server)
    expect(server.requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"one"', undefined])
  })

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('unpacks %s, and follows redirects, and remembers those that last', async (encoding, pack) => {
    const server = await serve({
      '/old': (_request, response) => response.writeHead(301, { location: '/new' }).end(),
      '/new': (_request, response) => response.writeHead(200, { 'content-encoding': encoding, 'content-type': 'application/rss+xml' }).end(pack(rss(stories(1).map((story) => item(story)).join('')))),
    })
    const root = folder(`  - ${server.url}/old`)
    const run = await pull(root, server)
    expect(run.data.added).toBe(1)
    expect(codes(run)).toEqual(['GZ-I024'])
    await pull(root, server)
    expect(server.requests.map(({ path }) => path)).toEqual(['/old', '/new', '/new'])
  })

  it('finds the feed that a page names, and goes there at once the next time', async () => {
    const server = await serve({ '/': '<!doctype html><link rel="alternate" type="application/rss+xml" href="/comments.xml" title="Comments"><link rel="alternate" type="application/rss+xml" href="/feed.xml"><p>Hello', '/feed.xml': rss(stories(1).map((story) => item(story)).join('')) })
    const root = folder(`  - ${server.url}/`)
    const run = await pull(root, server)
    expect([run.data.added, codes(run)]).toEqual([1, ['GZ-I020']])
    await pull(root, server)
    expect(server.requests.map(({ path }) => path)).toEqual(['/', '/feed.xml', '/feed.xml'])
  })

  it('keeps to since, limit, include and exclude', async () => {
    const make = (title: string, back: number, text: string): string => item({ ...writeStory(back + 50, { paragraphs: 2 }), title, slug: title.toLowerCase().replaceAll(' ', '-'), parts: [{ kind: 'p', text: `${text} `.repeat(12) }] }, back)
    const feed = rss(
      [
        make('New and wanted', 1, 'The harbour bells rang over the quiet water of the bay.'),
        make('New with football', 2, 'The harbour bells rang at the football ground on Sunday.'),
        make('New without it', 3, 'Nothing about the docks at all is said in this short piece.'),
        make('Older and wanted', 5, 'Harbours are wide, and old bells hang over them since years.'),
        make('Third and wanted', 6, 'Every harbour has its master, and a master has his lists.'),
        make('Too old', 40, 'The harbour of long ago was smaller and quieter than today.'),
      ].join(''),
    )
    const server = await serve({ '/feed': feed })
    const root = folder(`  - {url: "${server.url}/feed", since: 14d, limit: 2, include: [harbour*], exclude: football}`)
    const { data } = await pull(root, server)
    expect(data.sources[0]?.added.map(({ title }) => title)).toEqual(['New and wanted', 'Older and wanted'])
    expect(data.sources[0]?.skipped).toMatchObject({ older: 1, unwanted: 2, beyond: 1 })
    expect((await pull(root, server)).data.added).toBe(0)
  })

  it('takes the page where the feed has only the beginning', async () => {
    const layout = layouts[0]
    if (layout === undefined) throw new Error('there are no layouts')
    const story = writeStory(3, layout.wanted)
    const server = await serve({ '/feed': (_request, response) => response.end(feed), '/post': layout.page(story, 3) })
    const feed = rss(`<item><title>${story.title}</title><link>${server.url}/post</link><pubDate>${day(1)}</pubDate><description>The beginning of it, and no more …</description></item>`)
    const root = folder(`  - ${server.url}/feed`)
    const { data } = await pull(root, server)
    expect(data.added).toBe(1)
    const text = article(root)
    expect(text).toContain(`url: https://blog.example/${story.slug}/`)
    expect(text).toContain('source: The Lock Keeper')
    const last = story.parts.findLast((part) => part.kind === 'p')
    expect(text).toContain(last !== undefined && 'text' in last ? last.text.split(' ').slice(-4).join(' ') : 'no paragraph')
    await pull(root, server)
    expect(server.requests.map(({ path }) => path)).toEqual(['/feed', '/post', '/feed'])
  })

  it('reads feeds that lie in the folder, several at once', async () => {
    const [first, second] = stories(2)
    const root = folder('  - file: feeds', { 'feeds/a.xml': rss(item(first as Story)), 'feeds/b.json': JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Moor', items: [{ id: '1', url: 'https://moor.example/1', title: second?.title, content_html: bodyHtml(second as Story), date_published: new Date().toISOString() }] }) })
    const { data, code } = await pull(root, undefined)
    expect([code, data.sources.map(({ source, added }) => [source, added.length])]).toEqual([0, [['feeds/a.xml', 1], ['feeds/b.json', 1]]])
  })

  it('reads only the sources that are named, and suggests one for a name that is none', async () => {
    const server = await serve({ '/a': rss(item(stories(1)[0] as Story)), '/b': rss('') })
    const root = folder(`  - {name: Alpha, url: "${server.url}/a"}\n  - {name: Beta, url: "${server.url}/b"}`)
    expect((await pull(root, server, 'alpha')).data.sources.map(({ source }) => source)).toEqual(['Alpha'])
    const wrong = await gazette(['pull', 'Alpa'], { cwd: root })
    expect([wrong.code, wrong.stderr.includes('did you mean Alpha?')]).toEqual([2, true])
  })

  it('writes nothing with --dry-run', async () => {
    const server = await serve({ '/feed': rss(stories(2).map((story) => item(story)).join('')) })
    const root = folder(`  - ${server.url}/feed`)
    expect((await pull(root, server, '--dry-run')).data.added).toBe(2)
    expect([articles(root), existsSync(join(root, '.gazette/pulled.json'))]).toEqual([[], false])
    expect((await pull(root, server)).data.added).toBe(2)
  })

  it('says what to do in a newsletter without sources', async () => {
    const run = await gazette(['pull'], { cwd: newsletterFolder() })
    expect([run.code, run.stderr.includes('GZ-N005')]).toEqual([2, true])
  })
})

describe('one story from two sources', () => {
  it('is kept once, tracking parameters or not, with both named', async () => {
    const [story, other] = stories(2) as [Story, Story]
    const copy = item(story).replace('</link>', '?utm_source=feed&amp;fbclid=1</link>').replace('<guid isPermaLink="false">', '<guid isPermaLink="false">other-')
    const server = await serve({ '/a': rss(item(story), 'The Lock Keeper'), '/b': rss(copy + item(other), 'Moor Notes') })
    const root = folder(`  - ${server.url}/a\n  - ${server.url}/b`)
    const run = await pull(root, server)
    expect(run.data.added).toBe(2)
    expect(run.data.sources[1]?.skipped.known).toBe(1)
    const kept = articles(root).map((_, index) => article(root, index)).filter((text) => text.includes(`title: ${story.title}`))
    expect(kept).toHaveLength(1)
    expect(kept[0]).toContain('source: The Lock Keeper\nalsoIn: [Moor Notes]\n')
    expect((await gazette(['build'], { cwd: root })).stderr).not.toContain('GZ-C005')
  })

  it('is known by its words when the address is another, even after it was deleted', async () => {
    const story = writeStory(8, { paragraphs: 5 })
    const server = await serve({ '/a': rss(item(story), 'The Lock Keeper'), '/b': rss(item({ ...story, title: `${story.title}, retold`, slug: 'elsewhere' }), 'Moor Notes') })
    const root = folder(`  - {name: A, url: "${server.url}/a"}\n  - {name: B, url: "${server.url}/b"}`)
    await pull(root, server, 'A')
    rmSync(join(root, 'content/articles', articles(root)[0] ?? ''))
    const { data } = await pull(root, server, 'B')
    expect([data.added, data.sources[0]?.skipped.known]).toEqual([0, 1])
  })

  it('is known when the editor brought it in by hand, and only the note changes', async () => {
    const story = writeStory(8, { paragraphs: 5 })
    const server = await serve({ '/a': rss(item(story)) })
    const mine = `---\n# my own\ntitle: "My title"\nurl: https://www.blog.example/${story.slug}/  # checked\nblurb: Mine.\n---\n\nMy text.\n`
    const root = folder(`  - ${server.url}/a`, { 'content/articles/2026-11-20-mine.md': mine })
    const run = await pull(root, server)
    expect([run.data.added, codes(run)]).toEqual([0, ['GZ-I028']])
    expect(article(root)).toBe(mine.replace('# checked\n', '# checked\nalsoIn: [The Lock Keeper]\n'))
  })

  it('does not take two stories of one title for one', async () => {
    const [first, second] = stories(2, 30) as [Story, Story]
    const server = await serve({ '/a': rss(item({ ...first, title: 'Notes of the week' }) + item({ ...second, title: 'Notes of the week' }, 2)) })
    const root = folder(`  - ${server.url}/a`)
    expect((await pull(root, server)).data.added).toBe(2)
  })
})

describe('trouble', () => {
  const good = rss(stories(1).map((story) => item(story)).join(''))
  const faults: Routes = {
    '/good': good,
    '/gone': (_request, response) => response.writeHead(404).end(),
    '/broken': (_request, response) => response.writeHead(500).end(),
    '/away': (_request, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
    '/round': (_request, response) => response.writeHead(302, { location: '/round' }).end(),
    '/cut': (_request, response) => {
      response.writeHead(200, { 'content-length': '100000' })
      response.write(good.slice(0, 200), () => response.socket?.destroy())
    },
    '/page': '<!doctype html><html><p>There is no feed here.</p></html>',
    '/bomb': (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(30_000_000))),
  }

  it.each([
    ['/gone', 4, 'GZ-I005'],
    ['/broken', 4, 'GZ-I005'],
    ['/away', 4, 'GZ-I001'],
    ['/round', 4, 'GZ-I009'],
    ['/cut', 4, 'GZ-I008'],
    ['/bomb', 4, 'GZ-I007'],
    ['/page', 1, 'GZ-I019'],
  ])('with %s stops no other source, and is said', async (path, code, finding) => {
    const server = await serve(faults)
    const root = folder(`  - ${server.url}${path}\n  - ${server.url}/good`)
    const run = await pull(root, server)
    expect([run.code, codes(run), run.data.added]).toEqual([code, [finding], 1])
    expect(run.data.sources.map(({ status }) => status)).toEqual(['failed', 'read'])
  })

  it('asks again after a passing failure', async () => {
    let asked = 0
    const server = await serve({ '/feed': (_request, response) => (++asked < 3 ? response.writeHead(503, { 'retry-after': '0' }).end() : response.end(good)) })
    const run = await pull(folder(`  - ${server.url}/feed`), server)
    expect([run.code, run.data.added, asked]).toEqual([0, 1, 3])
  })

  it('reads a malformed feed in a wrong charset as far as it goes, and says so', async () => {
    const body = Buffer.from(`<?xml version="1.0" encoding="utf-8"?><rss><channel><title>Grüße & mehr</title>\n<item><title>Süße Glocken<link>https://blog.example/g</link><pubDate>${day(1)}</pubDate><description>${'Die Glöckner zählten fünf größere Glocken über dem Hafen, und das an einem Samstag. '.repeat(30)}</description>`, 'latin1')
    const server = await serve({ '/feed': (_request, response) => response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8' }).end(body) })
    const root = folder(`  - ${server.url}/feed`)
    const run = await pull(root, server)
    expect(run.code).toBe(0)
    expect(codes(run).toSorted()).toEqual(['GZ-I018', 'GZ-I021', 'GZ-I021', 'GZ-I021'])
    expect(article(root)).toContain('title: Süße Glocken\n')
    expect(article(root)).toContain('source: Grüße & mehr')
    expect(article(root)).toContain('Die Glöckner zählten')
  })

  it('does not let an entry lead out of the folder, into this machine or onto the terminal', async () => {
    const long = 'The harbour office counted its jars again on Monday, as it does every spring, and found twelve. '.repeat(4)
    const server = await serve({})
    const port = server.host.split(':')[1] ?? ''
    const feed = rss(
      `<item><title>../../../../tmp/evil\u0007\u001b[2J</title><link>https://blog.example/1</link><guid>../../x</guid><pubDate>${day(1)}</pubDate><content:encoded>${long} one</content:encoded></item>` +
        `<item><title>Inside</title><link>http://localhost:${port}/secret</link><pubDate>${day(1)}</pubDate><description>Short.</description></item>` +
        `<item><title>Metadata</title><link>http://[::ffff:169.254.169.254]/</link><pubDate>${day(1)}</pubDate><description>Short.</description></item>` +
        `<item><title>File</title><link>file:///etc/passwd</link><pubDate>${day(1)}</pubDate><description>Short.</description></item>`,
    )
    const root = folder('  - file: feed.xml', { 'feed.xml': feed })
    const run = await pull(root, undefined)
    expect(run.code).toBe(4)
    expect(codes(run)).toEqual(['GZ-I001', 'GZ-I001', 'GZ-I025'])
    expect(articles(root)).toEqual([expect.stringMatching(/^\d{4}-\d{2}-\d{2}-tmp-evil-2j\.md$/)])
    expect(article(root)).not.toMatch(/[\u0007\u001b]/)
    expect(server.requests).toEqual([])
  })

  it('refuses a feed outside the newsletter folder', async () => {
    const run = await gazette(['pull'], { cwd: folder('  - file: ../../etc/passwd') })
    expect([run.code, run.stderr.includes('outside the newsletter folder')]).toEqual([2, true])
  })

  it('says so when a page is behind a wall, takes what the feed has, and does not ask again', async () => {
    const server = await serve({ '/feed': (_request, response) => response.end(feed), '/wall': '<title>Log in</title><form><input type="password"></form>' })
    const feed = rss(`<item><title>Behind a wall</title><link>${server.url}/wall</link><pubDate>${day(1)}</pubDate><description>The first lines of the story that the feed gives away to everybody for nothing.</description></item>`)
    const root = folder(`  - ${server.url}/feed`)
    const run = await pull(root, server)
    expect([run.code, codes(run), run.data.added]).toEqual([0, ['GZ-I023'], 1])
    await pull(root, server)
    expect(server.requests.map(({ path }) => path)).toEqual(['/feed', '/wall', '/feed'])
  })

  it('tries a page that fails for the moment again the next time, and does not call the feed unchanged', async () => {
    let isDown = true
    const long = '<p>The harbour office counted its jars again on Monday, as it does every spring, and found twelve more.</p>'.repeat(4)
    const server = await serve({
      '/feed': (request, response) => (request.headers['if-none-match'] === '"x"' ? response.writeHead(304).end() : response.writeHead(200, { etag: '"x"' }).end(feed)),
      '/post': (_request, response) => (isDown ? response.writeHead(503, { 'retry-after': '60' }).end() : response.end(`<article><h1>Later</h1>${long}</article>`)),
    })
    const feed = rss(`<item><title>Later</title><link>${server.url}/post</link><pubDate>${day(1)}</pubDate></item>`)
    const root = folder(`  - ${server.url}/feed`)
    const down = await pull(root, server)
    expect([down.code, codes(down), down.data.sources[0]?.skipped.later]).toEqual([4, ['GZ-I005'], 1])
    isDown = false
    expect((await pull(root, server)).data.added).toBe(1)
  })

  it('begins anew, with a warning, when its memory is damaged, and still adds nothing twice', async () => {
    const server = await serve({ '/feed': rss(stories(2).map((story) => item(story)).join('')) })
    const root = folder(`  - ${server.url}/feed`)
    await pull(root, server)
    writeFileSync(join(root, '.gazette/pulled.json'), '{"format":1,"seen":{"a')
    const run = await pull(root, server)
    expect([run.code, codes(run), run.data.added]).toEqual([0, ['GZ-I026'], 0])
    expect(articles(root)).toHaveLength(2)
  })

  it('keeps what it has when it is broken off, and goes on from there', async () => {
    const all = stories(2)
    const server = await serve({ '/quick': rss(item(all[0] as Story)), '/slow': (_request, response) => (isSlow ? undefined : response.end(rss(item(all[1] as Story)))) })
    let isSlow = true
    const root = folder(`  - ${server.url}/quick\n  - ${server.url}/slow`)
    const running = startGazette(['pull', '--json', '--allow-host', server.host], { cwd: root })
    while (!existsSync(join(root, '.gazette/pulled.json'))) await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await running.stop('SIGINT')).toBe(130)
    const { data } = JSON.parse(running.stdout()) as { data: PullData }
    expect([data.interrupted, data.added, data.sources.map(({ status }) => status)]).toEqual([true, 1, ['read', 'interrupted']])
    isSlow = false
    expect((await pull(root, server)).data.sources.map(({ added }) => added.length)).toEqual([0, 1])
  })

  it('leaves nothing half-written when it is killed', async () => {
    const all = stories(40)
    const server = await serve({ '/feed': rss(all.map((story) => item(story)).join('')) })
    const root = folder(`  - {url: "${server.url}/feed", limit: 100}`)
    const running = startGazette(['pull', '--allow-host', server.host], { cwd: root })
    while (articles(root).length < 5) await new Promise((resolve) => setTimeout(resolve, 1))
    await running.stop('SIGKILL')
    const whole = articles(root).filter((name) => name.endsWith('.md'))
    for (const name of whole) expect(readFileSync(join(root, 'content/articles', name), 'utf8')).toMatch(/^---\n[\s\S]+\n---\n\n\S[\s\S]+\n$/)
    const { data, code } = await pull(root, server)
    expect([code, data.added + whole.length]).toEqual([0, 40])
  })
})
