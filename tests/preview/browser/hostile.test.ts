import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { preview, sampleFolder } from '../../support/preview.ts'
import { queryOf, read } from '../../support/reader.ts'

let browser: Browser | undefined

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser?.close())

/** Somewhere else: remembers every path that was asked for. */
async function elsewhere(body = ''): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.setHeader('Content-Type', 'text/html')
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

/** A template as a stranger may have written it. */
function template(root: string, raw: string): void {
  const source = `<mjml lang="en"><mj-head><mj-title>{{issue.subject}}</mj-title></mj-head><mj-body><mj-raw>${raw}</mj-raw>{{#each stories as |story|}}<mj-section><mj-column><mj-text><h2>{{story.title}}</h2>{{story.blurb}}</mj-text></mj-column></mj-section>{{/each}}</mj-body></mjml>`
  writeFileSync(join(root, 'templates/classic/issue.mjml.hbs'), source)
}

describe('a hostile message', () => {
  it('runs nothing, sends nothing, goes nowhere, and cannot reach the page', async (context) => {
    const { url: other, asked } = await elsewhere()
    const root = sampleFolder()
    template(
      root,
      `<script>top.pwned = 1; parent.document.title = 'pwned'; fetch('${other}/script')</script>
       <img src="x" onerror="top.pwned = 1">
       <svg onload="top.pwned = 1"></svg>
       <iframe src="javascript:top.pwned = 1"></iframe><iframe src="${other}/iframe"></iframe>
       <object data="${other}/object"></object><embed src="${other}/embed">
       <link rel="stylesheet" href="${other}/css"><style>@import url(${other}/import); @font-face { font-family: x; src: url(${other}/font) } body { font-family: x; background: url(${other}/background) }</style>
       <meta http-equiv="refresh" content="0;url=${other}/refresh">
       <base href="${other}/">
       <img src="${other}/picture"><video src="${other}/video" poster="${other}/poster" autoplay></video><audio src="${other}/audio" autoplay></audio>
       <form action="${other}/form" method="post"><button id="submit" type="submit">Send</button></form>
       <a id="script" href="javascript:top.pwned = 1">x</a><a id="top" href="${other}/top" target="_top">x</a><a id="blank" href="${other}/blank" target="_blank" ping="${other}/ping">x</a>`,
    )
    const { url } = await preview(root)
    const { page, message } = await read(context, browser, url)
    await message.getByRole('heading', { name: 'Crane 4 comes down' }).waitFor()
    const pages = page.context().pages().length
    for (const id of ['script', 'top', 'blank', 'submit']) await message.locator(`#${id}`).click({ force: true })
    // Once more as a later version, which comes in another way than the first.
    await page.keyboard.press('.')
    await page.waitForTimeout(500)
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
    expect(await page.title()).not.toBe('pwned')
    expect(new URL(page.url()).origin).toBe(new URL(url).origin)
    expect(page.frames()[1]?.url()).toContain('/frame/')
    expect(page.context().pages()).toHaveLength(pages)
    expect(asked).toEqual([])
  })

  it('loads pictures from elsewhere only when it is told to', async (context) => {
    const { url: other, asked } = await elsewhere()
    const root = sampleFolder()
    template(root, `<img src="${other}/picture.png" alt="">`)
    const { url } = await preview(root)
    const { page, message } = await read(context, browser, url)
    await message.getByRole('heading', { name: 'Crane 4 comes down' }).waitFor()
    expect(asked).toEqual([])
    await page.getByRole('button', { name: 'Show pictures from elsewhere' }).click()
    await expect.poll(() => asked).toEqual(['/picture.png'])
    expect((await queryOf(page)).get('remote')).toBe('1')
  })

  it('is harmless when it is opened in a tab of its own', async (context) => {
    const root = sampleFolder()
    template(root, '<script>document.title = "pwned"</script><img src="x" onerror="document.title = \'pwned\'">')
    const { url } = await preview(root)
    const { page } = await read(context, browser, `${url}frame/2026-w48`)
    expect(await page.title()).not.toBe('pwned')
  })
})

describe('a hostile page in the next tab', () => {
  it('can neither read, nor write, nor frame the preview', async (context) => {
    const { url } = await preview(sampleFolder())
    const { url: other } = await elsewhere('<!doctype html><title>elsewhere</title>')
    const { page } = await read(context, browser, other)
    const attempts = await page.evaluate(async (target) => {
      const tried: Record<string, string> = {}
      const attempt = async (name: string, path: string, init?: RequestInit): Promise<void> => {
        tried[name] = await fetch(target + path, init).then((response) => `${response.type} ${String(response.status)}`, () => 'refused')
      }
      await attempt('read', 'api/overview')
      await attempt('blind', 'api/overview', { mode: 'no-cors' })
      await attempt('write', 'api/open', { method: 'POST', mode: 'no-cors', body: '{"file":"content/newsletter.yaml"}' })
      await attempt('token', 'api/open', { method: 'POST', headers: { 'X-Gazette-Token': 'x', 'Content-Type': 'application/json' }, body: '{}' })
      tried['events'] = await new Promise((resolve) => {
        const source = new EventSource(`${target}events`)
        source.onmessage = () => {
          resolve('heard')
        }
        source.onerror = () => {
          resolve('refused')
        }
      })
      tried['script'] = await new Promise((resolve) => {
        const script = document.createElement('script')
        script.src = `${target}api/overview`
        script.onload = () => {
          resolve('loaded')
        }
        script.onerror = () => {
          resolve('refused')
        }
        document.head.append(script)
      })
      tried['frame'] = await new Promise((resolve) => {
        const frame = document.createElement('iframe')
        frame.src = target
        frame.onload = () => {
          try {
            resolve(frame.contentDocument === null ? 'refused' : 'framed')
          } catch {
            resolve('refused')
          }
        }
        document.body.append(frame)
      })
      return tried
    }, url)
    expect(attempts['read']).toBe('refused')
    // What comes back cannot be read, and is a refusal: the server says so to who can see it.
    expect(['refused', 'opaque 0']).toContain(attempts['blind'])
    expect(['refused', 'opaque 0']).toContain(attempts['write'])
    expect(attempts['token']).toBe('refused')
    expect(attempts['events']).toBe('refused')
    expect(attempts['script']).toBe('refused')
    expect(attempts['frame']).toBe('refused')
  })
})
