import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Answer, ask, tokenOf } from '../support/ask.ts'
import { preview, sampleFolder, type TestedPreview } from '../support/preview.ts'

let running: TestedPreview
let token: string

const json = { 'content-type': 'application/json' }

function open(headers: Record<string, string>, body: unknown): Promise<Answer> {
  return ask(running.url, '/api/open', headers, 'POST', JSON.stringify(body))
}

beforeEach(async () => {
  running = await preview(sampleFolder())
  token = await tokenOf(running.url)
})

describe('who may read', () => {
  it('answers under its own names only, so that a name pointed at this machine gets nothing', async () => {
    const { port } = new URL(running.url)
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, `LOCALHOST:${port}`]) {
      expect((await ask(running.url, '/api/overview', { host })).status, host).toBe(200)
    }
    for (const host of ['evil.example', `evil.example:${port}`, 'localhost', `localhost:${Number(port) + 1}`, `localhost.evil.example:${port}`, `127.0.0.1.nip.example:${port}`]) {
      const answer = await ask(running.url, '/api/overview', { host })
      expect(answer.status, host).toBe(403)
      expect(answer.body).not.toContain('Breakwater')
    }
  })

  it('gives other sites nothing, and lets a link open the page', async () => {
    for (const path of ['/api/overview', '/frame/2026-w48', '/raw/2026-w48', '/ui/app.js', '/events']) {
      expect((await ask(running.url, path, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).status, path).toBe(403)
      expect((await ask(running.url, path, { origin: 'https://evil.example' })).status, path).toBe(403)
      expect((await ask(running.url, path, { origin: 'null' })).status, path).toBe(403)
    }
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    expect((await ask(running.url, '/?issue=2026-w48', { ...link, 'sec-fetch-dest': 'document' })).status).toBe(200)
    expect((await ask(running.url, '/', { ...link, 'sec-fetch-dest': 'iframe' })).status).toBe(403)
    expect((await ask(running.url, '/frame/2026-w48', { ...link, 'sec-fetch-dest': 'document' })).status).toBe(403)
  })

  it('never allows another origin by a header', async () => {
    const answer = await ask(running.url, '/api/overview')
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin')
  })

  it('has no way out of its folders', async () => {
    const paths = ['/ui/../../package.json', '/ui/..%2f..%2fpackage.json', '/ui/%2e%2e/%2e%2e/package.json', '/frame/..%2f..%2fetc%2fpasswd', '/pictures/2026-w48/file/..%2f..%2fnewsletter.yaml', '/pictures/..%2f..%2f/file/x', '/raw/%2e%2e%2f%2e%2e', '/api/issues/..%2fnewsletter', '/ui/constructor', '/ui/__proto__']
    for (const path of paths) {
      const answer = await ask(running.url, path)
      expect([400, 404], path).toContain(answer.status)
      expect(answer.body).not.toMatch(/breakwater|"name": "gazette"|root:/)
    }
  })
})

describe('who may write', () => {
  it('is the page of this run, with its token', async () => {
    const file = { file: 'content/articles/no-such-file.md' }
    expect((await open({ ...json, 'x-gazette-token': token }, file)).status).toBe(404)
    expect((await open(json, file)).status).toBe(403)
    expect((await open({ ...json, 'x-gazette-token': `${token}x` }, file)).status).toBe(403)
    expect((await open({ ...json, 'x-gazette-token': '' }, file)).status).toBe(403)
  })

  it('is no other site, even with the token', async () => {
    const file = { file: 'content/newsletter.yaml' }
    const good = { ...json, 'x-gazette-token': token }
    expect((await open({ ...good, 'sec-fetch-site': 'cross-site' }, file)).status).toBe(403)
    expect((await open({ ...good, 'sec-fetch-site': 'same-site' }, file)).status).toBe(403)
    expect((await open({ ...good, origin: 'https://evil.example' }, file)).status).toBe(403)
    const { port } = new URL(running.url)
    expect((await open({ ...good, origin: `http://localhost:${Number(port) + 1}` }, file)).status).toBe(403)
  })

  it('sends JSON, which no form can, and only by POST', async () => {
    const good = { 'x-gazette-token': token }
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      expect((await open({ ...good, 'content-type': type }, {})).status, type).toBe(415)
    }
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      expect((await ask(running.url, '/api/open', { ...json, ...good }, method)).status, method).toBe(405)
    }
    expect((await ask(running.url, '/api/open?file=content/newsletter.yaml')).status).toBe(404)
  })

  it('opens only files of the newsletter', async () => {
    writeFileSync(join(running.root, 'secret.txt'), 'secret')
    const files = ['../../../etc/passwd', '/etc/passwd', 'secret.txt', 'content/../secret.txt', 'content/articles/../newsletter.yaml', '', 'content']
    for (const file of files) {
      expect((await open({ ...json, 'x-gazette-token': token }, { file })).status, file).toBe(404)
    }
    for (const body of [{}, { file: 1 }, [], null, { file: 'content/newsletter.yaml', line: '1; rm' }, { file: 'content/newsletter.yaml', extra: 1 }]) {
      expect((await open({ ...json, 'x-gazette-token': token }, body)).status).toBe(400)
    }
  })
})

describe('what the browser is told', () => {
  it('runs nothing but the page itself, and lets nobody frame it', async () => {
    const policy = String((await ask(running.url, '/')).headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
  })

  it('runs nothing at all in a message, and loads nothing from elsewhere unless asked', async () => {
    const policy = async (path: string): Promise<string> => String((await ask(running.url, path)).headers['content-security-policy'])
    const closed = await policy('/frame/2026-w48')
    expect(closed).toContain("script-src 'none'")
    expect(closed).toMatch(/sandbox allow-same-origin$/)
    expect(closed).not.toContain('allow-scripts')
    expect(closed).not.toContain('http')
    expect(await policy('/frame/2026-w48?remote=on')).toContain('https:')
    for (const path of ['/raw/2026-w48', '/source/2026-w48']) {
      expect(await policy(path)).toContain('sandbox')
      expect((await ask(running.url, path)).headers['content-type']).toBe('text/plain; charset=utf-8')
    }
  })
})
