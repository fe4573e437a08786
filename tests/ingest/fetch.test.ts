import type { ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, createServer as createRawServer } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { type Client, createClient, type FetchResult, type Limits, type Resolver } from '../../src/ingest/net/fetch.io.ts'
import { allowedHosts } from '../../src/ingest/net/guard.ts'
import { withRetries } from '../../src/ingest/net/retry.ts'
import { serve } from './support/server.ts'

const clients: Client[] = []
afterEach(() => {
  for (const client of clients.splice(0)) client.close()
})

function fetchWith(url: string, allow: string[] = [], options: { limits?: Partial<Limits>; resolver?: Resolver; headers?: Record<string, string> } = {}): Promise<FetchResult> {
  const client = createClient('Gazette test', options.resolver)
  clients.push(client)
  const allowed = allowedHosts(allow) ?? new Set()
  return client.fetch({ url, accept: 'text/html', allowed, ...(options.limits === undefined ? {} : { limits: options.limits }), ...(options.headers === undefined ? {} : { headers: options.headers }) })
}

function codeOf(result: FetchResult): string {
  return 'problem' in result ? result.problem.diagnostic.code : `answer ${String(result.answer.status)}`
}

function textOf(result: FetchResult): string {
  return 'answer' in result ? new TextDecoder().decode(result.answer.body) : codeOf(result)
}

/** Stands in for DNS: every name leads where the test says. */
function resolverTo(...addresses: string[]): Resolver {
  return ((_name: string, _options: object, done: (error: null, found: { address: string; family: number }[]) => void) => {
    done(null, addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })))
  }) as unknown as Resolver
}

describe('addresses that are never fetched', () => {
  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://127。0。0。1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[0:0:0:0:0:ffff:7f00:1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00:ec2::254]/',
    'http://0/',
    'http://localhost/',
    'http://printer/',
    'http://wiki.corp/',
    'http://LOCALHOST./',
    'http://printer.local/',
    'http://metadata.google.internal/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'http://user:secret@example.com/',
    'no address',
  ])('%s', async (url) => {
    expect(codeOf(await fetchWith(url))).toBe('GZ-I001')
  })

  it('refuses a name that leads to a private address, and connects to nothing', async () => {
    const server = await serve({ '/': 'secret' })
    const port = server.host.split(':')[1] ?? ''
    const result = await fetchWith(`http://harmless.example:${port}/`, [], { resolver: resolverTo('127.0.0.1') })
    expect(codeOf(result)).toBe('GZ-I001')
    expect(server.requests).toEqual([])
  })

  it('refuses a mapped address behind a name', async () => {
    expect(codeOf(await fetchWith('http://harmless.example/', [], { resolver: resolverTo('::ffff:10.0.0.1', 'fe80::1') }))).toBe('GZ-I001')
  })

  it('refuses a redirect to a private address, and says who redirects where', async () => {
    const inside = await serve({ '/': 'secret' })
    const outside = await serve({ '/go': (_request, response) => response.writeHead(302, { location: `${inside.url}/` }).end() })
    const result = await fetchWith(`${outside.url}/go`, [outside.host])
    expect(codeOf(result)).toBe('GZ-I001')
    expect('problem' in result && result.problem.diagnostic.message).toContain(`${outside.url}/go redirects to ${inside.url}/`)
    expect(inside.requests).toEqual([])
  })

  it.each(['http://169.254.169.254/', 'http://[::ffff:a9fe:a9fe]/', 'file:///etc/passwd', 'gopher://127.0.0.1:6379/_'])('refuses a redirect to %s', async (location) => {
    const server = await serve({ '/': (_request, response) => response.writeHead(307, { location }).end() })
    expect(codeOf(await fetchWith(`${server.url}/`, [server.host]))).toBe('GZ-I001')
  })

  it('opens one host by name, and no other', async () => {
    const [first, second] = [await serve({ '/': 'first' }), await serve({ '/': 'second' })]
    expect(textOf(await fetchWith(`${first.url}/`, [first.host]))).toBe('first')
    expect(codeOf(await fetchWith(`${second.url}/`, [first.host]))).toBe('GZ-I001')
    expect(textOf(await fetchWith(`${second.url}/`, ['127.0.0.1']))).toBe('second')
    expect(textOf(await fetchWith(`http://localhost:${first.host.split(':')[1] ?? ''}/`, ['localhost']))).toBe('first')
  })
})

describe('answers', () => {
  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
  ])('unpacks %s', async (encoding, pack) => {
    const text = 'The bell rang at noon. '.repeat(5000)
    const server = await serve({ '/': (_request, response) => response.writeHead(200, { 'content-encoding': encoding }).end(pack(text)) })
    expect(textOf(await fetchWith(`${server.url}/`, [server.host]))).toBe(text)
  })

  it('follows five redirects, relative ones too, and not six', async () => {
    const hop = (to: string, status = 302) => (_request: unknown, response: ServerResponse): void => {
      response.writeHead(status, { location: to }).end()
    }
    const server = await serve({ '/0': hop('/1'), '/1': hop('2'), '/2': hop('/3'), '/3': hop('/4'), '/4': hop('/5'), '/5': hop('/end'), '/end': 'here', '/round': hop('/round') })
    const five = await fetchWith(`${server.url}/1`, [server.host])
    expect(textOf(five)).toBe('here')
    expect('answer' in five && five.answer.url).toBe(`${server.url}/end`)
    expect(codeOf(await fetchWith(`${server.url}/0`, [server.host]))).toBe('GZ-I009')
    expect(codeOf(await fetchWith(`${server.url}/round`, [server.host]))).toBe('GZ-I009')
  })

  it('tells a lasting move from a passing one', async () => {
    const server = await serve({
      '/old': (_request, response) => response.writeHead(301, { location: '/new' }).end(),
      '/now': (_request, response) => response.writeHead(302, { location: '/new' }).end(),
      '/new': 'here',
    })
    const moved = await fetchWith(`${server.url}/old`, [server.host])
    expect('answer' in moved && moved.answer.movedTo).toBe(`${server.url}/new`)
    const lent = await fetchWith(`${server.url}/now`, [server.host])
    expect('answer' in lent && lent.answer.movedTo).toBe(undefined)
  })

  it('does not hand conditional headers to another address', async () => {
    const target = await serve({ '/': 'here' })
    const server = await serve({ '/': (_request, response) => response.writeHead(302, { location: `${target.url}/` }).end() })
    await fetchWith(`${server.url}/`, [server.host, target.host], { headers: { 'if-none-match': '"mark"' } })
    expect(server.requests[0]?.headers['if-none-match']).toBe('"mark"')
    expect(target.requests[0]?.headers['if-none-match']).toBe(undefined)
  })

  it('hands on 304 with an empty body', async () => {
    const server = await serve({ '/': (_request, response) => response.writeHead(304).end() })
    expect(codeOf(await fetchWith(`${server.url}/`, [server.host]))).toBe('answer 304')
  })

  it.each([
    [404, 'GZ-I005'],
    [410, 'GZ-I005'],
    [401, 'GZ-I012'],
    [402, 'GZ-I012'],
    [403, 'GZ-I005'],
    [429, 'GZ-I005'],
    [500, 'GZ-I005'],
    [503, 'GZ-I005'],
  ])('names an answer of %d', async (status, code) => {
    const server = await serve({ '/': (_request, response) => response.writeHead(status).end('x') })
    expect(codeOf(await fetchWith(`${server.url}/`, [server.host]))).toBe(code)
  })
})

describe('faults of a server', () => {
  it('gives up on a body without end', async () => {
    const server = await serve({
      '/': (_request, response) => {
        response.writeHead(200)
        const timer = setInterval(() => response.write('x'.repeat(100_000)), 1)
        response.on('close', () => {
          clearInterval(timer)
        })
      },
    })
    expect(codeOf(await fetchWith(`${server.url}/`, [server.host], { limits: { bytes: 1_000_000 } }))).toBe('GZ-I007')
  })

  it('stops a small answer that unpacks to a large one', async () => {
    const bomb = gzipSync(Buffer.alloc(30_000_000))
    expect(bomb.length).toBeLessThan(100_000)
    const server = await serve({ '/': (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb) })
    expect(codeOf(await fetchWith(`${server.url}/`, [server.host]))).toBe('GZ-I007')
  })

  it('refuses a body that is announced as too large', async () => {
    const server = await serve({ '/': (_request, response) => response.writeHead(200, { 'content-length': '99999999' }).write('x') })
    expect(codeOf(await fetchWith(`${server.url}/`, [server.host]))).toBe('GZ-I007')
  })

  it('gives up on a server that does not answer, and on one that drips', async () => {
    const server = await serve({
      '/silent': () => undefined,
      '/drip': (_request, response) => {
        response.writeHead(200)
        const timer = setInterval(() => response.write('x'), 20)
        response.on('close', () => {
          clearInterval(timer)
        })
      },
    })
    expect(codeOf(await fetchWith(`${server.url}/silent`, [server.host], { limits: { answer: 150 } }))).toBe('GZ-I006')
    expect(codeOf(await fetchWith(`${server.url}/drip`, [server.host], { limits: { total: 300 } }))).toBe('GZ-I006')
  })

  it('notices that a body was cut off, announced, chunked or packed', async () => {
    const packed = gzipSync('The bell rang at noon. '.repeat(500))
    const server = await serve({
      '/announced': (_request, response) => {
        response.writeHead(200, { 'content-length': '1000' })
        response.write('half', () => response.socket?.destroy())
      },
      '/chunked': (_request, response) => {
        response.writeHead(200)
        response.write('half', () => response.socket?.destroy())
      },
      '/packed': (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed.subarray(0, packed.length - 20)),
    })
    for (const path of ['/announced', '/chunked', '/packed']) {
      expect(codeOf(await fetchWith(`${server.url}${path}`, [server.host])), path).toBe('GZ-I008')
    }
  })

  it('names a refused connection, a name that is not known and something that is not HTTP', async () => {
    const closed = await serve({})
    await closed.close()
    expect(codeOf(await fetchWith(`${closed.url}/`, [closed.host]))).toBe('GZ-I003')
    const unknown = ((_name: string, _options: object, done: (error: Error) => void) => {
      done(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }))
    }) as unknown as Resolver
    expect(codeOf(await fetchWith('http://nowhere.example/', [], { resolver: unknown }))).toBe('GZ-I002')
    const raw = createRawServer((socket) => socket.end('SSH-2.0-thing\r\n'))
    await new Promise<void>((resolve) => raw.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      raw.close()
    })
    const port = String((raw.address() as AddressInfo).port)
    expect(codeOf(await fetchWith(`http://127.0.0.1:${port}/`, ['127.0.0.1']))).toBe('GZ-I003')
  })

  it('does not go on without a certificate that it trusts', async () => {
    const secure = createSecureServer({}, (_request, response) => response.end('x'))
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      secure.close()
    })
    const port = String((secure.address() as AddressInfo).port)
    expect(codeOf(await fetchWith(`https://127.0.0.1:${port}/`, ['127.0.0.1']))).toBe('GZ-I004')
  })
})

describe('trying again', () => {
  const pauses: number[] = []
  const patience = { retries: 2, pause: 100, longest: 5000, sleep: (milliseconds: number) => Promise.resolve(void pauses.push(milliseconds)) }

  it('asks again after a passing failure, more slowly each time', async () => {
    pauses.length = 0
    let asked = 0
    const server = await serve({ '/': (_request, response) => response.writeHead(++asked < 3 ? 503 : 200).end('here') })
    expect(textOf(await withRetries(patience, () => fetchWith(`${server.url}/`, [server.host])))).toBe('here')
    expect(pauses).toEqual([100, 200])
  })

  it('waits as long as the server asks, and not at all when that is too long', async () => {
    pauses.length = 0
    const server = await serve({
      '/soon': (_request, response) => response.writeHead(429, { 'retry-after': '2' }).end(),
      '/later': (_request, response) => response.writeHead(503, { 'retry-after': '3600' }).end(),
    })
    await withRetries(patience, () => fetchWith(`${server.url}/soon`, [server.host]))
    expect(pauses).toEqual([2000, 2000])
    await withRetries(patience, () => fetchWith(`${server.url}/later`, [server.host]))
    expect(pauses).toEqual([2000, 2000])
  })

  it('does not ask again for what will not change', async () => {
    const server = await serve({})
    await withRetries(patience, () => fetchWith(`${server.url}/gone`, [server.host]))
    expect(server.requests).toHaveLength(1)
  })
})
