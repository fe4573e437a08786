import { connect } from 'node:net'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createApp } from '../../../src/preview/app.ts'
import { hostsOf } from '../../../src/preview/guard.ts'
import { uiFolder } from '../../../src/preview/run.ts'
import { listen } from '../../../src/preview/server.ts'
import { openBrowser } from '../../support/browser.ts'
import { preview, sampleFolder } from '../../support/preview.ts'
import { eventually, queryOf, read } from '../../support/reader.ts'
import { leavable, unsubscribeTarget } from '../../support/unsubscribe-target.ts'

let browser: Browser | undefined

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser?.close())

const faults = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await (window as unknown as { axe: typeof axe }).axe.run('#app')).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`))

const hostile = `MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>Hello</p><script>top.pwned = 1</script><img src=x onerror="top.pwned = 1">\r\n`

/** Mail as any program sends it: a few lines over a socket. */
async function post(port: number, subject: string, message = `From: a@here.test\r\nTo: b@there.test\r\nSubject: ${subject}\r\n${hostile}`): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  socket.setEncoding('utf8')
  const say = (line: string): Promise<void> =>
    new Promise((resolve, reject) => {
      socket.once('error', reject)
      socket.once('data', (answer: string) => {
        if (/^[45]/.test(answer)) reject(new Error(answer))
        else resolve()
      })
      if (line !== '') socket.write(`${line}\r\n`)
    })
  for (const line of ['', 'HELO here.test', 'MAIL FROM:<a@here.test>', 'RCPT TO:<b@there.test>', 'DATA', `${message}.`]) await say(line)
  socket.end('QUIT\r\n')
}

describe('a test from the page', () => {
  it('arrives in the inbox beside it, to be looked at in every form, with keys alone', async (context) => {
    const { url } = await preview(sampleFolder())
    const { page, message, complaints } = await read(context, browser, `${url}?issue=2026-w48`)
    await message.getByRole('link', { name: 'Crane 4' }).waitFor()
    await page.keyboard.press('s')
    await page.getByRole('button', { name: 'Send the test' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('.message-id').getByText(/^test\..*@breakwater\.example$/).waitFor()
    await page.getByRole('button', { name: 'Test inbox, 1 unread' }).waitFor()
    await page.getByRole('button', { name: 'Open it in the inbox' }).focus()
    await page.keyboard.press('Enter')
    const frame = page.locator('.mail-part iframe').contentFrame()
    await frame.getByRole('link', { name: 'Crane 4 comes down' }).waitFor()
    await eventually(async () => {
      expect(await frame.locator('img').first().evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true)
    })
    await page.getByRole('button', { name: 'Text', exact: true }).last().click()
    await page.locator('.mail-part pre').getByText('Crane 4 comes down in eleven pieces').waitFor()
    await page.getByRole('button', { name: 'Headers', exact: true }).last().click()
    await page.locator('.mail-facts').getByText('List-Unsubscribe', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Raw', exact: true }).last().click()
    await page.locator('.mail-part pre').getByText('Content-Transfer-Encoding').first().waitFor()
    await page.getByRole('button', { name: /^Verdicts/ }).click()
    await page.getByText('One-click unsubscribe', { exact: true }).waitFor()
    expect((await queryOf(page)).get('part')).toBe('verdicts')
    await page.getByRole('button', { name: 'Test inbox', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Clear' }).click()
    await page.getByText('No mail yet').waitFor()
    expect(complaints).toEqual([])
  })

  it('says why it could not be sent', async (context) => {
    const { url } = await preview(sampleFolder())
    const { page } = await read(context, browser, `${url}?issue=2026-w48&panel=send`)
    await page.getByRole('radio', { name: /these addresses/ }).check()
    expect(await page.getByRole('button', { name: 'Send the test' }).isDisabled()).toBe(true)
    await page.getByRole('textbox', { name: 'Addresses' }).fill('me@desk.example, nobody')
    await page.getByRole('button', { name: 'Send the test' }).click()
    await page.locator('.send-result.failed').getByText('nobody: the address').waitFor()
  })
})

describe('the inbox of the page', () => {
  it('shows mail of any program as it arrives, and runs nothing of it', async (context) => {
    const { url } = await preview(sampleFolder())
    const { page } = await read(context, browser, `${url}?view=mail`)
    await page.getByText('No mail yet').waitFor()
    const { smtp } = (await (await fetch(`${url}api/inbox`)).json()) as { smtp: string }
    await post(Number(new URL(smtp).port), 'From elsewhere')
    await page.locator('.kept-row').getByText('From elsewhere').waitFor()
    await page.locator('.mail-part iframe').contentFrame().getByText('Hello').waitFor()
    await post(Number(new URL(smtp).port), 'And one more')
    await page.locator('.kept-row').getByText('And one more').waitFor()
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
  })

  it('tries the button to unsubscribe, and shows what the server said', async (context) => {
    const { url } = await preview(sampleFolder())
    const target = await unsubscribeTarget()
    const { page, complaints } = await read(context, browser, `${url}?view=mail&part=verdicts`)
    await page.getByText('No mail yet').waitFor()
    const { smtp } = (await (await fetch(`${url}api/inbox`)).json()) as { smtp: string }
    await post(Number(new URL(smtp).port), '', leavable(target.url).toString())
    const button = page.getByRole('button', { name: 'Try one-click unsubscribe' })
    await button.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('status').getByText(`Unsubscribed: the server took it (${target.url})`).waitFor()
    expect(target.asked).toEqual(['POST /u/abc List-Unsubscribe=One-Click'])
    target.status = 410
    await button.click()
    await page.getByText('Not unsubscribed: the server answered 410').waitFor()
    expect(complaints).toEqual([])
  })

  it('has nothing that axe would object to, light or dark, wide or narrow', async (context) => {
    const { url } = await preview(sampleFolder())
    for (const [width, dark] of [[1280, false], [900, true]] as const) {
      const { page, complaints } = await read(context, browser, `${url}?issue=2026-w48&panel=send`, { width, dark })
      await page.getByRole('button', { name: 'Send the test' }).click()
      await page.getByRole('button', { name: 'Open it in the inbox' }).click()
      await page.getByRole('button', { name: /^Verdicts/ }).click()
      await page.getByText('One-click unsubscribe', { exact: true }).waitFor()
      await page.evaluate(axe.source)
      expect(await faults(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      expect(complaints).toEqual([])
    }
  })
})

describe('on another machine', () => {
  it('offers no desk, no inbox and no sending, even to who asks for them by address', async (context) => {
    const { session } = await preview(sampleFolder())
    const { port, close } = await listen('127.0.0.1', 0, true, (taken) => createApp(session, { hosts: hostsOf(taken, []), token: '', readOnly: true, key: 'k' }, uiFolder))
    onTestFinished(close)
    const { page, message, complaints } = await read(context, browser, `http://127.0.0.1:${String(port)}/?key=k&view=mail&panel=desk`)
    await message.getByRole('link', { name: 'Crane 4' }).waitFor()
    expect(await page.getByRole('button', { name: /^(Desk|Send|Test inbox)$/ }).count()).toBe(0)
    expect(await page.locator('.desk, .mail, .send').count()).toBe(0)
    session.audience.tell({ type: 'mail' })
    await page.keyboard.press('u')
    await page.getByRole('button', { name: 'Text', exact: true }).click()
    await page.locator('pre.text').waitFor()
    expect(complaints).toEqual([])
  })
})
