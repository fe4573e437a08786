import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bodyHtml } from '../ingest/pages/layouts/parts.ts'
import { writeStory } from '../ingest/pages/story.ts'
import { type LocalServer, serve } from '../ingest/support/server.ts'
import { gazette } from '../support/cli.ts'
import { newsletterFolder } from '../support/newsletter-folder.ts'
import { type Running, startGazette } from '../support/running.ts'

const stories = [11, 12, 13].map((seed) => {
  const story = writeStory(seed, { paragraphs: 4 })
  const link = `https://blog.example/${story.slug}-${seed}`
  return { link, item: `<item><title>${story.title}, part ${seed}</title><link>${link}</link><pubDate>${new Date(Date.now() - 86_400_000).toUTCString()}</pubDate><description><![CDATA[${bodyHtml(story)}]]></description></item>`, html: `<title>${story.title}</title><link rel="canonical" href="${link}"><article><h1>${story.title}</h1>${bodyHtml(story)}</article>` }
})

const feed = (...numbers: number[]): string => `<rss version="2.0"><channel><title>Locks</title>${numbers.map((number) => stories[number]?.item).join('')}</channel></rss>`

/** A newsletter with the sources Slow and Quick, which have one story in common. Slow answers when it is told to. */
async function twoSources(): Promise<{ root: string; server: LocalServer; answer: () => void; slow: () => Promise<Running> }> {
  let isHeld = true
  let answer = (): void => undefined
  const server = await serve({
    '/slow': (_request, response) => {
      answer = () => {
        isHeld = false
        response.end(feed(0, 1))
      }
      if (!isHeld) response.end(feed(0, 1))
    },
    '/quick': feed(1, 2),
  })
  const root = newsletterFolder({
    'content/newsletter.yaml': `name: Review\nfrom: {address: news@harbour.example}\nsources:\n  - {name: Slow, url: "${server.url}/slow"}\n  - {name: Quick, url: "${server.url}/quick"}\n`,
  })
  const slow = async (): Promise<Running> => {
    const running = startGazette(['pull', 'Slow', '--allow-host', server.host], { cwd: root })
    await expect.poll(() => server.requests.length).toBe(1)
    return running
  }
  return { root, server, slow, answer: () => { answer() } }
}

const articles = (root: string): string[] => readdirSync(join(root, 'content/articles'))

describe('two at once', () => {
  it('pull one after the other: nothing is forgotten, nothing comes twice', async () => {
    const { root, server, slow, answer } = await twoSources()
    const first = await slow()
    const second = startGazette(['pull', 'Quick', '--allow-host', server.host], { cwd: root })
    await second.says(/Waiting for gazette pull \(process \d+, begun /)
    answer()
    expect([await first.ended, await second.ended], first.stderr() + second.stderr()).toEqual([0, 0])
    expect(articles(root)).toHaveLength(3)
    expect(second.stdout()).toContain('1 new of 2 entries: 1 there already')
    const { sources } = JSON.parse(readFileSync(join(root, '.gazette/pulled.json'), 'utf8')) as { sources: object }
    expect(Object.keys(sources)).toEqual([`${server.url}/slow`, `${server.url}/quick`])
  })

  it('add waits for a pull, and sees what that brought', async () => {
    const { root, slow, answer } = await twoSources()
    const first = await slow()
    const second = startGazette(['add', join(newsletterFolder({ 'page.html': stories[0]?.html }), 'page.html')], { cwd: root })
    await second.says(/Waiting for gazette pull/)
    answer()
    expect([await first.ended, await second.ended], first.stderr() + second.stderr()).toEqual([0, 0])
    expect(second.stdout()).toContain('Already there')
    expect(articles(root)).toHaveLength(2)
  })

  it('the second gives up on one that goes on for long, names it, and a killed one holds nobody up', async () => {
    const { root, server, slow, answer } = await twoSources()
    const first = await slow()
    const second = await gazette(['pull', 'Quick', '--json', '--allow-host', server.host], { cwd: root })
    expect([second.code, second.stderr]).toEqual([4, ''])
    const [finding] = (JSON.parse(second.stdout) as { diagnostics: { code: string; message: string; hint: string }[] }).diagnostics
    expect(finding?.code).toBe('GZ-I030')
    expect(finding?.message).toMatch(new RegExp(`^gazette pull \\(process ${first.child.pid ?? 0}, begun \\d+ s ago\\) is bringing articles in$`))
    expect(server.requests).toHaveLength(1)
    await first.stop('SIGKILL')
    answer()
    const third = await gazette(['pull', '--allow-host', server.host], { cwd: root })
    expect([third.code, third.stderr.includes('Waiting'), articles(root).length]).toEqual([0, false, 3])
  })

  it('Ctrl-C ends the wait', async () => {
    const { root, server, slow } = await twoSources()
    await slow()
    const second = startGazette(['pull', '--allow-host', server.host], { cwd: root })
    await second.says(/Waiting for/)
    expect(await second.stop('SIGINT')).toBe(130)
    expect(second.stdout()).toContain('Broken off')
  })

  it('a dry run waits for nobody', async () => {
    const { root, server, slow } = await twoSources()
    await slow()
    const second = await gazette(['pull', 'Quick', '--dry-run', '--allow-host', server.host], { cwd: root })
    expect([second.code, second.stderr]).toEqual([0, ''])
  })
})
