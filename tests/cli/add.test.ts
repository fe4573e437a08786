import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { layouts } from '../ingest/pages/layouts/index.ts'
import { type Story, writeStory } from '../ingest/pages/story.ts'
import { serve } from '../ingest/support/server.ts'
import { documentOf, gazette } from '../support/cli.ts'
import { newsletterFolder } from '../support/newsletter-folder.ts'
import { sharedData } from '../support/shared-data.ts'

const sections = 'name: The Harbour Review\nfrom:\n  address: news@harbour.example\nsections: [Harbour, More]\n'

function folder(files: Record<string, string> = {}): string {
  return newsletterFolder({ 'content/newsletter.yaml': sections, ...files })
}

/** A page of blog software, and the story that is in it. */
function blogPage(seed = 7): { html: string; story: Story } {
  const layout = layouts[0]
  if (layout === undefined) throw new Error('there are no layouts')
  const story = writeStory(seed, layout.wanted)
  return { html: layout.page(story, seed), story }
}

function articles(root: string): string[] {
  const path = join(root, 'content/articles')
  return existsSync(path) ? readdirSync(path).toSorted() : []
}

interface AddData {
  status: string
  file: string | null
  title: string
  url?: string
  date: string
  section?: string
  words: number
  from: Record<string, string>
  markdown: string
  cuts?: number[]
  articles?: AddData[]
}

const longText = 'The harbour office counted its jars again on Monday, as it does every spring. '.repeat(4)

describe('gazette add of a file', () => {
  it('writes an article that build takes as it is', async () => {
    const { html, story } = blogPage()
    const root = folder({ 'page.html': html })
    const run = await gazette(['add', 'page.html', '--section', 'harbour'], { cwd: root })
    expect(run.code).toBe(0)
    const [file] = articles(root)
    expect(file).toBe(`${story.date}-${story.slug}.md`)
    expect(run.stdout).toContain(`Wrote content/articles/${file ?? ''}`)
    expect(run.stdout).toContain('Next: ')
    const text = readFileSync(join(root, 'content/articles', file ?? ''), 'utf8')
    expect(text).toMatch(/^---\ntitle: .*\nurl: https:\/\/blog\.example\/.*\ndate: .*\nauthor: .*\nsource: .*\nsection: Harbour\nimage: .*\nimageAlt: A jar\nlang: en\n---\n\n\S/)
    const built = await gazette(['build'], { cwd: root })
    expect(built.code, built.stderr).toBe(0)
    expect(readFileSync(join(root, 'out', readdirSync(join(root, 'out'))[0] ?? '', 'message.txt'), 'utf8')).toContain(story.title)
  })

  it('gives the fields, the Markdown and where each came from as JSON', async () => {
    const { html, story } = blogPage()
    const root = folder({ 'page.html': html })
    const run = await gazette(['add', 'page.html', '--json'], { cwd: root })
    const { ok, command, data } = documentOf(run)
    const found = data as AddData
    expect([ok, command, found.status]).toEqual([true, 'add', 'added'])
    expect(found).toMatchObject({ title: story.title, url: `https://blog.example/${story.slug}/`, from: { title: 'page', url: 'page', date: 'meta', author: 'page', source: 'opengraph', markdown: 'readability' } })
    expect(found.markdown).not.toContain(`# ${story.title}`)
    expect(readFileSync(join(root, found.file ?? ''), 'utf8')).toContain(found.markdown)
  })

  it('changes nothing the second time, unless forced, and keeps what is the editor’s', async () => {
    const { html } = blogPage()
    const root = folder({ 'page.html': html })
    await gazette(['add', 'page.html'], { cwd: root })
    const path = join(root, 'content/articles', articles(root)[0] ?? '')
    writeFileSync(path, readFileSync(path, 'utf8').replace('---\n', '---\nblurb: My own words.\nfeatured: true\n').replace(/\n\n[\s\S]*$/, '\n\nEdited.\n'))
    const again = await gazette(['add', 'page.html'], { cwd: root })
    expect(again.code).toBe(0)
    expect(again.stdout).toContain('Already there')
    expect(again.stderr).toContain('GZ-I017')
    expect(readFileSync(path, 'utf8')).toContain('Edited.')
    const forced = await gazette(['add', 'page.html', '--force'], { cwd: root })
    expect(forced.stdout).toContain('Wrote anew')
    const text = readFileSync(path, 'utf8')
    expect(text).not.toContain('Edited.')
    expect(text).toContain('blurb: My own words.')
    expect(text).toContain('featured: true')
    expect(articles(root)).toHaveLength(1)
  })

  it('knows a text without an address by its title and words', async () => {
    const root = folder({ 'note.txt': `A note on jars\n\n${longText}\n` })
    await gazette(['add', 'note.txt'], { cwd: root })
    expect((documentOf(await gazette(['add', 'note.txt', '--json'], { cwd: root })).data as AddData).status).toBe('present')
    writeFileSync(join(root, 'note.txt'), `A note on jars\n\nThis is another text altogether, about the bells of the moor and who rings them, and why.\n`)
    await gazette(['add', 'note.txt'], { cwd: root })
    expect(articles(root)).toHaveLength(2)
  })

  it('prints instead of writing with --stdout', async () => {
    const root = folder({ 'note.txt': `A note on jars\n\n${longText}\n` })
    const run = await gazette(['add', 'note.txt', '--stdout'], { cwd: root })
    expect(run.stdout).toMatch(/^---\ntitle: A note on jars\n/)
    expect(run.stdout).toContain('counted its jars')
    expect(articles(root)).toEqual([])
  })

  it('reads Markdown with another system’s front matter, and leaves the text as it is', async () => {
    const root = folder({ 'post.md': `---\ntitle: Jars\nlayout: post\npermalink: https://post.example/jars\nexcerpt: Twelve jars and a bell.\nauthors: [Imke Brandal]\n---\n\n${longText}\n\n* a *star*\n* another\n` })
    const { data } = documentOf(await gazette(['add', 'post.md', '--json'], { cwd: root }))
    expect(data).toMatchObject({ title: 'Jars', url: 'https://post.example/jars', description: 'Twelve jars and a bell.', author: 'Imke Brandal' })
    expect((data as AddData).markdown).toContain('* a *star*\n* another')
  })

  it('takes the first heading of Markdown for its title', async () => {
    const root = folder({ 'post.md': `# Jars\n\n${longText}\n` })
    const found = documentOf(await gazette(['add', 'post.md', '--json'], { cwd: root })).data as AddData
    expect(found.title).toBe('Jars')
    expect(found.markdown).not.toContain('# Jars')
  })

  it('reads pages in other encodings', async () => {
    const root = folder()
    writeFileSync(join(root, 'page.html'), Buffer.from(`<meta charset="iso-8859-1"><title>Grüße</title><article><h1>Grüße</h1>${`<p>Ärger über Öl, und das an einem Samstag, sagte der Wärter.</p>`.repeat(1)}<p>Süße Früchte, die nähren, wie es heißt, gibt es hier für alle, die möchten.</p></article>`, 'latin1'))
    const found = documentOf(await gazette(['add', 'page.html', '--json'], { cwd: root })).data as AddData
    expect(found.title).toBe('Grüße')
    expect(found.markdown).toContain('Süße Früchte')
  })

  it.each([
    ['a section that is none', ['add', 'note.txt', '--section', 'Harbor'], 2, 'did you mean Harbour'],
    ['a file that is not there', ['add', 'nothing.txt'], 2, 'there is no file'],
    ['a page with no text', ['add', 'empty.html'], 1, 'GZ-I011'],
    ['a login page', ['add', 'login.html'], 1, 'GZ-I012'],
    ['a host that is none', ['add', 'note.txt', '--allow-host', 'a/b'], 2, '--allow-host'],
    ['no source', ['add'], 2, 'missing required argument'],
  ])('refuses %s', async (_what, args, code, message) => {
    const root = folder({ 'note.txt': `A note\n\n${longText}`, 'empty.html': '<title>x</title><nav>Home</nav>', 'login.html': '<title>Log in</title><form><input type="password"></form>' })
    const run = await gazette(args, { cwd: root })
    expect(run.code).toBe(code)
    expect(run.stderr).toContain(message)
    expect(articles(root)).toEqual([])
  })

  it('does not let a title lead out of the folder', async () => {
    const root = folder({ 'page.html': `<title>../../../tmp/evil\u0007</title><article><h1>../../../tmp/evil</h1><p>${longText}</p></article>` })
    await gazette(['add', 'page.html'], { cwd: root })
    expect(articles(root)[0]).toMatch(/^\d{4}-\d{2}-\d{2}-tmp-evil\.md$/)
  })

  it('leaves nothing behind when the folder cannot be written', async () => {
    const root = folder({ 'note.txt': `A note\n\n${longText}`, 'content/articles': 'a file where the folder should be' })
    const run = await gazette(['add', 'note.txt'], { cwd: root })
    expect(run.code).toBe(4)
    expect(readdirSync(join(root, 'content')).toSorted()).toEqual(['articles', 'newsletter.yaml'])
  })
})

describe('gazette add of pasted text', () => {
  it('reads standard input', async () => {
    const root = folder()
    const run = await gazette(['add', '-'], { cwd: root, input: `A note on jars\n\nBy Imke Brandal\n\n${longText}\n\nShare this\n` })
    expect(run.code).toBe(0)
    const text = readFileSync(join(root, 'content/articles', articles(root)[0] ?? ''), 'utf8')
    expect(text).toContain('author: Imke Brandal')
    expect(text).not.toContain('Share this')
  })

  it('tells HTML and Markdown on standard input by their looks', async () => {
    const root = folder()
    const html = documentOf(await gazette(['add', '-', '--json', '--stdout'], { cwd: root, input: `<p>${longText}</p><p>${longText}</p>` })).data as AddData
    expect(html.from.markdown).not.toBe('text')
    const markdown = documentOf(await gazette(['add', '-', '--json', '--stdout'], { cwd: root, input: `---\ntitle: Jars\n---\n\n${longText}` })).data as AddData
    expect(markdown.title).toBe('Jars')
  })
})

describe('what the editor says of a text', () => {
  it('is taken over what was found, and the text is known by that address again', async () => {
    const root = folder()
    const args = ['add', '-', '--json', '--url', 'https://post.example/jars?utm_source=x', '--source', 'The Quay Post']
    const run = await gazette(args, { cwd: root, input: `A note on jars\n\n${longText}\n` })
    expect(documentOf(run).data).toMatchObject({ status: 'added', url: 'https://post.example/jars', source: 'The Quay Post', from: { url: 'option', source: 'option' } })
    expect(documentOf(await gazette(args, { cwd: root, input: `Another title\n\n${longText}\n` })).data).toMatchObject({ status: 'present' })
  })

  it('leads links and the picture of a saved page to where it is from', async () => {
    const html = `<title>Jars</title><article><h1>Jars</h1><img src="/i/jars.jpg"><p>${longText}</p><p>See <a href="../tides">the tables</a> for the days on which it is open.</p></article>`
    const run = await gazette(['add', '-', '--json', '--stdout', '--url', 'https://post.example/town/jars'], { cwd: folder(), input: `<!doctype html>${html}` })
    const data = documentOf(run).data as { image?: string; markdown: string }
    expect(data.image).toBe('https://post.example/i/jars.jpg')
    expect(data.markdown).toContain('(https://post.example/tides)')
  })

  it.each([
    ['an address that is none', ['--url', 'javascript:alert(1)'], `A note\n\n${longText}`],
    ['one address for several articles', ['--split', '--url', 'https://post.example/'], readFileSync('docs/samples/sources/pasted.txt', 'utf8')],
  ])('is refused: %s', async (_what, options, input) => {
    const root = folder()
    const run = await gazette(['add', '-', ...options], { cwd: root, input })
    expect([run.code, run.stderr.includes('--url')]).toEqual([2, true])
    expect(articles(root)).toEqual([])
  })
})

const scrape = sharedData('raw/scraped-page.txt')

describe.skipIf(scrape.absent)('gazette add of a real scrape', () => {
  it('says that it holds two articles, and where it would cut', async () => {
    const root = folder()
    const { data, diagnostics } = documentOf(await gazette(['add', scrape.path, '--json'], { cwd: root }))
    expect((data as AddData).cuts).toEqual([1, 54])
    expect(diagnostics.find((finding) => finding.code === 'GZ-I014')?.message).toContain('line 54')
    expect(articles(root)).toHaveLength(1)
  })

  it('makes two of it with --split, which build takes as they are', async () => {
    const root = folder()
    const { ok, data } = documentOf(await gazette(['add', scrape.path, '--split', '--json'], { cwd: root }))
    expect(ok).toBe(true)
    expect((data as AddData).articles?.map((article) => article.status)).toEqual(['added', 'added'])
    expect(articles(root)).toHaveLength(2)
    const built = await gazette(['build'], { cwd: root })
    expect(built.code, built.stderr).toBe(0)
  })

  it('takes it for one with --no-split, without a word', async () => {
    const { diagnostics } = documentOf(await gazette(['add', scrape.path, '--no-split', '--json'], { cwd: folder() }))
    expect(diagnostics.some((finding) => finding.code === 'GZ-I014')).toBe(false)
  })
})

describe('gazette add of a web page', () => {
  it('fetches it when its host is opened by name', async () => {
    const { html, story } = blogPage()
    const server = await serve({ '/post': html })
    const root = folder()
    const refused = await gazette(['add', `${server.url}/post`], { cwd: root })
    expect([refused.code, refused.stderr.includes('GZ-I001')]).toEqual([4, true])
    expect(server.requests).toEqual([])
    const run = await gazette(['add', '--allow-host', server.host, `${server.url}/post?utm_source=x`], { cwd: root })
    expect(run.code, run.stderr).toBe(0)
    expect(readFileSync(join(root, 'content/articles', articles(root)[0] ?? ''), 'utf8')).toContain(`title: ${story.title}`)
    expect(server.requests[0]?.headers['user-agent']).toMatch(/^Gazette\/\d/)
  })

  it('knows it again by its canonical address, tracking parameters or not', async () => {
    const { html } = blogPage()
    const server = await serve({ '/post': html.replace(/<link rel="canonical"[^>]*>/, '') })
    const root = folder()
    await gazette(['add', '--allow-host', server.host, `${server.url}/post?utm_source=x`], { cwd: root })
    const again = await gazette(['add', '--allow-host', server.host, `${server.url}/post?fbclid=1#top`, '--json'], { cwd: root })
    expect((documentOf(again).data as AddData).status).toBe('present')
    expect(articles(root)).toHaveLength(1)
  })

  it.each([
    ['/gone', 4, 'GZ-I005'],
    ['/picture', 1, 'GZ-I010'],
    ['/feed', 1, 'GZ-I010'],
    ['/wall', 1, 'GZ-I012'],
    ['/away', 4, 'GZ-I001'],
    ['/cut', 4, 'GZ-I008'],
  ])('says what is wrong with %s', async (path, code, finding) => {
    const server = await serve({
      '/picture': (_request, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('x'),
      '/feed': (_request, response) => response.writeHead(200, { 'content-type': 'text/xml' }).end('<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>'),
      '/wall': '<title>Log in</title><form><input type="password"></form>',
      '/away': (_request, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
      '/cut': (_request, response) => {
        response.writeHead(200, { 'content-length': '1000' })
        response.write('<p>half', () => response.socket?.destroy())
      },
    })
    const root = folder()
    const run = await gazette(['add', '--allow-host', server.host, `${server.url}${path}`, '--json'], { cwd: root })
    expect(run.code).toBe(code)
    expect(documentOf(run).diagnostics[0]?.code).toBe(finding)
    expect(articles(root)).toEqual([])
  })

  it('cuts a page of several whole articles', async () => {
    const piece = (title: string, text: string): string => `<article><h2><a href="/${title}">${title}</a></h2>${text.split('\n').map((line) => `<p>${line}</p>`).join('')}</article>`
    const jars = writeStory(1, { paragraphs: 4 }).parts.flatMap((part) => ('text' in part ? [part.text] : [])).join('\n')
    const comets = Array.from({ length: 14 }, (_, index) => `Astronomers followed comet number ${String(index)} beyond Neptune; telescopes saw hydrogen streaming from its nucleus.`).join('\n')
    const server = await serve({ '/': `<html lang="en"><title>The Post</title><main>${piece('Jars', jars)}${piece('Comets', comets)}</main></html>` })
    const root = folder()
    const found = documentOf(await gazette(['add', '--allow-host', server.host, `${server.url}/`, '--split', '--json'], { cwd: root })).data as AddData
    expect(found.articles?.map((article) => [article.title, article.url])).toEqual([
      ['Jars', `${server.url}/Jars`],
      ['Comets', `${server.url}/Comets`],
    ])
  })
})

it('adds to a folder without newsletter.yaml', async () => {
  const root = newsletterFolder({ 'content/newsletter.yaml': undefined, 'note.txt': `A note\n\n${longText}` })
  mkdirSync(root, { recursive: true })
  expect((await gazette(['add', 'note.txt'], { cwd: root })).code).toBe(0)
  expect(articles(root)).toHaveLength(1)
})
