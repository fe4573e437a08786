import { request } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { SqlFile } from '../../src/lib/sql-file.io.ts'
import { openSqliteLedger } from '../../src/deliver/ledger/sqlite.io.ts'
import type { Suppression } from '../../src/deliver/ledger/store.ts'
import { parseUnsubscribeKeys, unsubscribeToken } from '../../src/deliver/unsubscribe-token.ts'
import { documentOf, gazette } from '../support/cli.ts'
import { minimalNewsletter, newsletterFolder } from '../support/newsletter-folder.ts'
import { type Running, startGazette } from '../support/running.ts'

const secret = 'a-secret-that-nobody-can-guess-1'
const linked = `${minimalNewsletter}links:\n  unsubscribe: https://harbour.example/unsubscribe/{token}\n`
const keys = parseUnsubscribeKeys(secret)
const link = (base: string, token = unsubscribeToken(keys, { key: 'ana@example.com', issue: '2026-w47' })): string => `${base}/unsubscribe/${token}`

interface Served {
  base: string
  root: string
  running: Running
  suppressions: () => Promise<Suppression[]>
}

async function served(newsletter = linked): Promise<Served> {
  const root = newsletterFolder({ 'content/newsletter.yaml': newsletter })
  const running = startGazette(['unsubscribe-server', '--port', '0', '--verbose'], { cwd: root, env: { GAZETTE_UNSUBSCRIBE_KEY: secret } })
  const [, base = ''] = await running.says(/Listens +(http:\S+)/)
  return {
    base,
    root,
    running,
    suppressions: async () => {
      const ledger = openSqliteLedger(join(root, '.gazette', 'gazette.db'))
      const found = await ledger.suppressions()
      await ledger.close()
      return found
    },
  }
}

const oneClick = (url: string, body: URLSearchParams | FormData | string = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })): Promise<Response> =>
  fetch(url, { method: 'POST', body, redirect: 'manual' })

describe('gazette unsubscribe-server', () => {
  it('shows a page to whoever looks, and changes nothing', async () => {
    const { base, suppressions } = await served()
    const response = await fetch(link(base))
    expect(response.status).toBe(200)
    const page = await response.text()
    expect(page).toContain('Unsubscribe from The Harbour Review?')
    expect(page).not.toContain('ana@example.com')
    expect((await fetch(link(base), { method: 'HEAD' })).status).toBe(200)
    expect(await suppressions()).toEqual([])
  })

  it('unsubscribes by one click, in either form that mail programs use, and once', async () => {
    const { base, running, suppressions } = await served()
    const form = new FormData()
    form.set('List-Unsubscribe', 'One-Click')
    expect((await oneClick(link(base))).status).toBe(200)
    expect((await oneClick(link(base), form)).status).toBe(200)
    const found = await suppressions()
    expect(found).toMatchObject([{ key: 'ana@example.com', reason: 'unsubscribed', issue: '2026-w47', source: 'link' }])
    expect(await running.stop()).toBe(0)
    expect(running.stdout()).toContain('Unsubscribed 2 readers')
    expect(running.stdout() + running.stderr()).not.toContain('ana@example.com')
  })

  it('unsubscribes by the button of the page', async () => {
    const { base, suppressions } = await served()
    const response = await oneClick(link(base), new URLSearchParams({ answer: 'leave' }))
    expect(await response.text()).toContain('You are unsubscribed.')
    expect(await suppressions()).toHaveLength(1)
  })

  it('gives the same answer to every link that is not genuine', async () => {
    const { base, suppressions } = await served()
    const genuine = unsubscribeToken(keys, { key: 'ana@example.com', issue: '2026-w47' })
    const foreign = unsubscribeToken(parseUnsubscribeKeys('another-secret-of-another-list'), { key: 'ana@example.com', issue: '2026-w47' })
    const urls = [link(base, genuine.slice(0, -2)), link(base, `${genuine}AA`), link(base, foreign), link(base, 'preview'), link(base, '..%2f..%2fetc'), `${base}/`, `${base}/other`]
    const answers = await Promise.all(urls.flatMap((url) => [fetch(url), oneClick(url)]))
    const pages = await Promise.all(answers.map(async (answer) => [answer.status, await answer.text()].join(' ')))
    expect(new Set(pages).size).toBe(1)
    expect(answers[0]?.status).toBe(404)
    expect(await suppressions()).toEqual([])
  })

  it('unsubscribes nobody by a post that does not say so', async () => {
    const { base, suppressions } = await served()
    const bodies = [new URLSearchParams({ answer: 'stay' }), new URLSearchParams(), 'List-Unsubscribe=One-Click']
    expect(await Promise.all(bodies.map(async (body) => (await oneClick(link(base), body)).status))).toEqual([400, 400, 400])
    expect((await fetch(link(base), { method: 'PUT', body: '' })).status).toBe(405)
    expect((await oneClick(link(base), new URLSearchParams({ 'List-Unsubscribe': 'One-Click', more: 'x'.repeat(20_000) }))).status).toBe(413)
    expect(await suppressions()).toEqual([])
  })

  it('lets no other page frame it and runs no script', async () => {
    const { base } = await served(linked.replace('The Harbour Review', '"<script>alert(1)</script>"'))
    const response = await fetch(link(base))
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    expect(await response.text()).not.toContain('<script>')
  })

  it('speaks the language of the newsletter', async () => {
    const { base } = await served(`${linked}lang: ar\n`)
    const page = await (await fetch(link(base))).text()
    expect(page).toContain('<html lang="ar" dir="rtl">')
    expect(page).toContain('إلغاء الاشتراك')
  })

  it('answers whatever name the web server before it passes on', async () => {
    const { base } = await served()
    const { hostname, port, pathname } = new URL(link(base))
    const status = await new Promise((resolve, reject) => {
      request({ hostname, port, path: pathname, headers: { Host: 'harbour.example' } }, (response) => {
        response.resume()
        resolve(response.statusCode)
      }).on('error', reject).end()
    })
    expect(status).toBe(200)
  })

  it('tells the reader when a wish could not be saved', async () => {
    const { base, root, running } = await served()
    const file = new SqlFile(join(root, '.gazette', 'gazette.db'))
    file.execute('DROP TABLE suppression')
    file.close()
    const response = await oneClick(link(base))
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('60')
    expect(await response.text()).toContain('You are still subscribed.')
    await running.says(/could not be saved, the reader was asked to try again/)
  })

  it.each([
    ['a newsletter without a link', minimalNewsletter],
    ['a link without a token', linked.replace('/{token}', '')],
  ])('refuses %s', async (_what, newsletter) => {
    const root = newsletterFolder({ 'content/newsletter.yaml': newsletter })
    const run = await gazette(['unsubscribe-server', '--port', '0', '--json'], { cwd: root })
    expect(run.code).toBe(2)
    expect(documentOf(run).diagnostics.map(({ code }) => code)).toEqual(['GZ-D033'])
  })

  it('says that its port is taken', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      taken.close()
    })
    const address = taken.address()
    const port = typeof address === 'object' && address !== null ? String(address.port) : ''
    const root = newsletterFolder({ 'content/newsletter.yaml': linked })
    const run = await gazette(['unsubscribe-server', '--port', port, '--json'], { cwd: root })
    expect(run.code).toBe(4)
    expect(documentOf(run).diagnostics.map(({ code }) => code)).toEqual(['GZ-D034'])
  })
})
