import { describe, expect, it } from 'vitest'
import { createAsk } from '../../../src/summarise/model/endpoint.io.ts'
import { createLimit } from '../../../src/summarise/model/limit.ts'
import { answer, type ModelServer, modelServer, type Reply, status } from '../../support/model-server.ts'

const messages = [{ role: 'user', content: 'Say it.' }] as const

async function asked(replies: Reply[], options: { timeout?: number; retries?: number; key?: string; parameters?: Record<string, number | null> } = {}) {
  const server: ModelServer = await modelServer(...replies)
  const waits: number[] = []
  const { timeout = 5000, retries = 2, key, parameters = {} } = options
  const endpoint = { url: server.url, model: 'small', ...(key === undefined ? {} : { key }) }
  const sleep = (milliseconds: number): Promise<void> => { waits.push(milliseconds); return Promise.resolve() }
  const result = await createAsk(endpoint, { timeout, retries, parameters, sleep })(messages)
  return { result, waits, requests: server.requests }
}

describe('createAsk', () => {
  it('asks for one whole answer and hands its text and tokens on', async () => {
    const { result, requests } = await asked([(response) => { answer(response, '  “The gate\nis open.”  ', { tokens: 77 }) }], { key: 'secret' })
    expect(result).toEqual({ text: 'The gate is open.', tokens: 77 })
    expect(requests).toMatchObject([{ path: '/v1/chat/completions', authorization: 'Bearer secret', body: { model: 'small', stream: false, temperature: 0, max_tokens: 1024, messages } }])
  })

  it('sends no key when there is none, and other parameters when they are set', async () => {
    const { requests } = await asked(['Yes.'], { parameters: { max_tokens: null, temperature: 1 } })
    expect(requests[0]?.authorization).toBe(undefined)
    expect(requests[0]?.body).not.toHaveProperty('max_tokens')
    expect(requests[0]?.body.temperature).toBe(1)
  })

  it.each([429, 500, 503])('tries again after %i, later each time', async (code) => {
    const { result, waits } = await asked([status(code), status(code), 'Yes.'])
    expect(result).toMatchObject({ text: 'Yes.' })
    expect(waits).toEqual([500, 1000])
  })

  it('waits as long as the server asks, and gives up after the retries', async () => {
    const { result, waits, requests } = await asked([status(429, { 'retry-after': '7' })])
    expect(waits).toEqual([7000, 7000])
    expect(requests).toHaveLength(3)
    expect(result).toEqual({ problem: 'the server answered 429 Too Many Requests, also after 2 more tries' })
  })

  it.each([400, 401, 404])('does not try again after %i', async (code) => {
    const { result, requests } = await asked([status(code)])
    expect(requests).toHaveLength(1)
    expect(result).toHaveProperty('problem')
  })

  it('tries again after broken JSON', async () => {
    const broken: Reply = (response) => { response.end('{"choices": [{"mess') }
    const { result, waits } = await asked([broken, 'Yes.'])
    expect(result).toMatchObject({ text: 'Yes.' })
    expect(waits).toHaveLength(1)
  })

  it('gives up a server that is too slow', async () => {
    const { result } = await asked([() => undefined], { timeout: 60, retries: 0 })
    expect(result).toEqual({ problem: 'no answer within 0.06 s' })
  })

  it('tells of a server that is not there', async () => {
    const ask = createAsk({ url: 'http://127.0.0.1:9', model: 'small' }, { timeout: 1000, retries: 0, parameters: {}, sleep: () => Promise.resolve() })
    expect(await ask(messages)).toHaveProperty('problem')
  })

  it.each([
    ['another shape', (response) => { response.end('{"error": "overloaded"}') }, 'the answer holds no text of a model'],
    ['an empty answer', ' ', 'the model answered nothing'],
    ['an answer that was cut off', (response) => { answer(response, 'The gate is', { finish: 'length' }) }, 'the model was cut off before its answer ended'],
  ] satisfies [string, Reply, string][])('has no answer in %s', async (_, reply, problem) => {
    expect((await asked([reply])).result).toEqual({ problem })
  })

  it('follows no redirect, so that the key goes nowhere else', async () => {
    const elsewhere = await modelServer('Yes.')
    const { result } = await asked([status(307, { location: `${elsewhere.url}/chat/completions` })], { key: 'secret', retries: 0 })
    expect(result).toHaveProperty('problem')
    expect(elsewhere.requests).toEqual([])
  })

  it('leaves out what a model thought aloud', async () => {
    expect((await asked(['<think>The user wants…\n</think>\n\nThe gate is open.'])).result).toMatchObject({ text: 'The gate is open.' })
  })
})

describe('createLimit', () => {
  it('runs so many at a time, in order, and goes on after a failure', async () => {
    const limit = createLimit(2)
    let running = 0
    let most = 0
    const order: number[] = []
    const task = (number: number) => async (): Promise<void> => {
      order.push(number)
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, 2))
      running--
      if (number === 0) throw new Error('no')
    }
    const results = await Promise.allSettled([0, 1, 2, 3, 4].map((number) => limit(task(number))))
    expect(results.map(({ status: outcome }) => outcome)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled', 'fulfilled'])
    expect(order).toEqual([0, 1, 2, 3, 4])
    expect(most).toBe(2)
  })
})
