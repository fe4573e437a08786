import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { checkIssue, type CheckResult } from '../../../src/app/check.ts'
import { networkCheck } from '../../../src/app/network/check-network.io.ts'
import { type Client, createClient } from '../../../src/ingest/net/fetch.io.ts'
import { allowedHosts } from '../../../src/ingest/net/guard.ts'
import { type LocalServer, type Routes, serve } from '../../ingest/support/server.ts'
import { newsletterFolder } from '../../support/newsletter-folder.ts'
import { smallPng } from '../../support/small-png.ts'

let clients: Client[] = []
afterEach(() => {
  for (const client of clients) client.close()
  clients = []
})

/** An issue whose intro holds some links, with stories whose pictures are on the network. */
function folder(intro: string, articles: Record<string, string> = {}, settings = ''): string {
  const files = Object.entries(articles).map(([slug, keys]): [string, string] => [
    `content/articles/${slug}.md`,
    `---\ntitle: What became of ${slug}\nblurb: On Monday the dock saw the end of ${slug}.\n${keys}date: 2026-11-20\n---\n\nText.\n`,
  ])
  return newsletterFolder({
    'content/newsletter.yaml': `name: Harbour Review\nfrom: {address: news@harbour.example}\npostalAddress: 1 Quay Street, Port Ellery\n${settings}`,
    'content/articles/one.md': '---\ntitle: What became of crane 4\nblurb: On Monday the dock saw the end of sixty years of lifting.\ndate: 2026-11-20\n---\n\nText.\n',
    'content/issues/2026-w48.md': `---\ndate: 2026-11-26\nsubject: The harbour this week\npreheader: Eleven pieces, one barge, and a hole in the sky\n---\n\n${intro}\n`,
    ...Object.fromEntries(files),
  })
}

async function check(root: string, allow: readonly string[], now = 0): Promise<CheckResult> {
  const client = createClient('Gazette test')
  clients.push(client)
  const allowed = allowedHosts(allow) ?? new Set()
  const more = [networkCheck({ root, client, allowed, now: () => now, note: () => undefined })]
  return checkIssue({ root, now: new Date('2026-11-26'), random: (bytes) => new Uint8Array(bytes), more, choice: { only: ['GZ-L'] } })
}

const brief = ({ findings }: CheckResult): string[] => findings.map(({ code, file, line }) => `${code} ${file ?? ''}:${line ?? ''}`).toSorted()

const answer = (status: number, headers: Record<string, string> = {}, body = 'x') => (_request: unknown, response: Parameters<Extract<Routes[string], (...args: never[]) => void>>[1]): void => {
  response.writeHead(status, headers).end(body)
}

const asked = (server: LocalServer): string[] => server.requests.map(({ path }) => path)

describe('links on the network', () => {
  test('are found broken, moved, unsure or good, each at its line', async () => {
    const server = await serve({
      '/good': 'here',
      '/gone': answer(410),
      '/busy': answer(503),
      '/login': answer(403),
      '/old': answer(301, { location: '/new' }),
      '/new': 'here',
      '/away': answer(302, { location: '/good' }),
    })
    const lines = ['good', 'gone', 'missing', 'busy', 'login', 'old', 'away'].map((name) => `[The ${name} page](${server.url}/${name}) was there.`)
    const result = await check(folder(lines.join('\n')), [server.host])
    const at = (line: number): string => `content/issues/2026-w48.md:${6 + line}`
    expect(brief(result)).toEqual([`GZ-L101 ${at(2)}`, `GZ-L101 ${at(3)}`, `GZ-L102 ${at(4)}`, `GZ-L102 ${at(5)}`, `GZ-L103 ${at(6)}`])
    expect(result.findings.find(({ code }) => code === 'GZ-L103')?.hint).toBe(`link to ${server.url}/new`)
    expect(result.findings.find(({ line }) => line === 9)?.message).toBe(`${server.url}/missing answers 404: there is no such page`)
  })

  test('are asked with HEAD, and with GET where HEAD fails', async () => {
    const methods: string[] = []
    const server = await serve({
      '/a': (request, response) => {
        methods.push(request.method ?? '')
        response.writeHead(request.method === 'HEAD' ? 405 : 200).end()
      },
      '/b': (request, response) => {
        methods.push(request.method ?? '')
        response.writeHead(200).end()
      },
    })
    expect(brief(await check(folder(`[The first page](${server.url}/a)`), [server.host]))).toEqual([])
    expect(methods).toEqual(['HEAD', 'GET'])
    expect(brief(await check(folder(`[The second page](${server.url}/b)`), [server.host]))).toEqual([])
    expect(methods).toEqual(['HEAD', 'GET', 'HEAD'])
  })

  test('are asked once, two at a time of one host, and what was good not again within the hour', async () => {
    let [now, most] = [0, 0]
    const slow: Routes[string] = (_request, response) => {
      now++
      most = Math.max(most, now)
      setTimeout(() => {
        now--
        response.writeHead(200).end()
      }, 20)
    }
    const server = await serve({ '/1': slow, '/2': slow, '/3': slow, '/4': slow })
    const links = ['1', '2', '3', '4', '1#part', '2'].map((name) => `[Page ${name}](${server.url}/${name})`)
    const root = folder(`${links.join('\n')} and [gone](${server.url}/gone)`)
    await check(root, [server.host])
    expect(most).toBe(2)
    // The one that fails is asked a second time, with GET.
    expect(asked(server).toSorted()).toEqual(['/1', '/2', '/3', '/4', '/gone', '/gone'])
    await check(root, [server.host], 3_500_000)
    expect(asked(server).slice(6)).toEqual(['/gone', '/gone'])
    await check(root, [server.host], 3_600_000)
    expect(asked(server).slice(8)).toHaveLength(6)
    expect(existsSync(join(root, '.gazette/visits.json'))).toBe(true)
  })

  test('into a private network are reported and not followed, redirects too', async () => {
    const inside = await serve({ '/': 'secret' })
    const outside = await serve({ '/go': (_request, response) => response.writeHead(302, { location: inside.url }).end() })
    const result = await check(folder(`[One page](${inside.url}/)\n[Another page](${outside.url}/go)\n[A third page](http://192.168.1.20/)`), [outside.host])
    expect(brief(result)).toEqual(['GZ-L104 content/issues/2026-w48.md:7', 'GZ-L104 content/issues/2026-w48.md:8', 'GZ-L104 content/issues/2026-w48.md:9'])
    expect(inside.requests).toEqual([])
  })

  test('to nobody are unsure, and http is only worth a word where https answers', async () => {
    const server = await serve({ '/': 'plain' })
    await server.close()
    const result = await check(folder(`[A page](${server.url}/)`), [server.host])
    expect(brief(result)).toEqual(['GZ-L102 content/issues/2026-w48.md:7'])
  })

  test('that take a reader off the list are not asked, nor is the issue itself', async () => {
    const server = await serve({})
    const root = folder('Hello.', {}, `links:\n  unsubscribe: ${server.url}/leave?who={token}\n  view: ${server.url}/issues/{issue}\n`)
    const found = brief(await check(root, [server.host]))
    expect(found).not.toContain('GZ-L101 content/newsletter.yaml:5')
    // That readers cannot reach it is plain without asking.
    expect(found).toContain('GZ-L104 content/newsletter.yaml:5')
    expect(server.requests).toEqual([])
  })
})

describe('pictures on the network', () => {
  test('are there, pictures, light, sharp and in shape', async () => {
    const heavy = Buffer.concat([smallPng(1200, 675), Buffer.alloc(1_200_000)])
    const image = (bytes: Buffer) => answer(200, { 'content-type': 'image/png' }, bytes as unknown as string)
    const server = await serve({
      '/good.png': image(smallPng(1200, 675)),
      '/page.png': '<p>No picture</p>',
      '/small.png': image(smallPng(80, 60)),
      '/heavy.png': image(heavy),
    })
    const articles = Object.fromEntries(['good', 'page', 'small', 'heavy', 'gone'].map((name) => [name, `image: ${server.url}/${name}.png\nimageAlt: The dock in fog\n`]))
    const result = await check(folder('Hello.', articles), [server.host])
    const at = (name: string): string => `content/articles/${name}.md:4`
    expect(brief(result).filter((one) => !one.startsWith('GZ-L005'))).toEqual([`GZ-L105 ${at('gone')}`, `GZ-L105 ${at('page')}`, `GZ-L106 ${at('heavy')}`, `GZ-L107 ${at('small')}`])
  })

  test('are too heavy together', async () => {
    const bytes = Buffer.concat([smallPng(1200, 675), Buffer.alloc(900_000)])
    const routes = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`/${name}.png`, answer(200, { 'content-type': 'image/png' }, bytes as unknown as string)]))
    const server = await serve(routes)
    const articles = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [name, `image: ${server.url}/${name}.png\nimageAlt: The dock in fog\n`]))
    const result = await check(folder('Hello.', articles), [server.host])
    expect(result.findings.filter(({ code }) => code === 'GZ-L108').map(({ message }) => message)).toEqual(['the pictures have 4.5 MB together'])
  })
})
