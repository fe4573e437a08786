import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hexOf, parseColour } from '../../../src/checks/css/colour.ts'
import { darken } from '../../../src/checks/css/dark.ts'
import { simulatedClients } from '../../../src/model/mail-client.ts'
import { openBrowser } from '../../support/browser.ts'
import { preview, sampleFolder } from '../../support/preview.ts'
import { eventually, queryOf, read } from '../../support/reader.ts'

let browser: Browser | undefined

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser?.close())

describe('the message in a client', () => {
  it('is what the client keeps, with a word on how far to trust it and a list of what it takes away', async (context) => {
    const { url } = await preview(sampleFolder())
    const { page, message, complaints } = await read(context, browser, url)
    await message.getByRole('link', { name: 'Crane 4' }).waitFor()
    expect(await message.locator('style').count()).toBeGreaterThan(0)
    await page.getByLabel('Client', { exact: true }).first().selectOption('Gmail app with an account from elsewhere')
    const panel = page.getByRole('region', { name: 'Client', exact: true })
    await panel.getByText('no style sheet, so no phone layout').waitFor()
    await panel.getByText(/^It takes away \d+ things?$/).waitFor()
    // One style sheet stays: the preview's own, for a light screen.
    await eventually(async () => {
      expect(await message.locator('style').count()).toBe(1)
    })
    expect(String(await queryOf(page))).toBe('client=gmail-other&panel=client')
    expect(complaints).toEqual([])
  })

  it('shows in the message where something was lost, and in the panel what was lost in a place', async (context) => {
    const { url } = await preview(sampleFolder())
    const { page, message } = await read(context, browser, `${url}?client=outlook-windows&panel=client`)
    const losses = page.locator('.losses > li')
    await losses.first().waitFor()
    await eventually(async () => {
      expect(await page.locator('.overlay .loss-box').count()).toBeGreaterThan(3)
    })
    await losses.filter({ hasText: 'border-radius:4px' }).getByRole('button').first().click()
    await page.locator('.overlay .loss-box.pointed').first().waitFor()
    expect(Number((await queryOf(page)).get('loss'))).toBeGreaterThan(0)
    const other = await message.locator('[data-gazette-lost]').last().getAttribute('data-gazette-lost')
    await message.locator('[data-gazette-lost]').last().click()
    await eventually(async () => {
      expect((await queryOf(page)).get('loss')).toBe(String(Number(other?.split(' ')[0]) + 1))
    })
    await losses.locator('.link', { hasText: 'show in the source' }).click()
    await page.locator('.source li.target').waitFor()
  })

  it('is dark as it is written, and dark as clients force it', async (context) => {
    const { url } = await preview(sampleFolder())
    const { page, message } = await read(context, browser, url)
    const background = (): Promise<string> => message.locator('body').evaluate((body) => {
      const behind = [...body.querySelectorAll('*')].map((element) => getComputedStyle(element).backgroundColor).find((colour) => colour !== 'rgba(0, 0, 0, 0)')
      return behind ?? getComputedStyle(body).backgroundColor
    })
    await message.getByRole('link', { name: 'Crane 4' }).waitFor()
    const light = await background()
    await page.keyboard.press('d')
    await eventually(async () => {
      expect(await background()).toBe('rgb(23, 24, 26)')
    })
    await page.keyboard.press('d')
    await eventually(async () => {
      expect(await background()).not.toBe('rgb(23, 24, 26)')
      expect(await background()).not.toBe(light)
    })
    await page.keyboard.press('d')
    await eventually(async () => {
      expect(await background()).toBe(light)
    })
    // The client of which nothing is known to follow dark styles loses them, and stays light.
    await page.goto(`${url}?client=gmail-web&mode=authored`)
    await eventually(async () => {
      expect(await background()).toBe(light)
    })
  })

  it('forces the colours that the checks reckon with', async (context) => {
    const root = sampleFolder()
    const colours = ['#0b6670', '#c0392b', '#e4e2dd', '#1c1b19']
    const cells = colours.map((colour) => `<td class="${colour.slice(1)}" bgcolor="${colour}"><span style="color:${colour}">x</span></td>`).join('')
    writeFileSync(join(root, 'templates/classic/issue.mjml.hbs'), `<mjml lang="en"><mj-head><mj-title>x</mj-title></mj-head><mj-body><mj-section><mj-column><mj-table><tr>${cells}</tr></mj-table>{{#each stories as |story|}}<mj-text><h2>{{story.title}}</h2>{{story.blurb}}</mj-text>{{/each}}</mj-column></mj-section></mj-body></mjml>`)
    const { url } = await preview(root)
    const { message } = await read(context, browser, `${url}?mode=forced`)
    const expected = colours.map((text) => {
      const colour = parseColour(text)
      if (colour === undefined) throw new Error(text)
      return [hexOf(darken(colour, 'background', 'full')), hexOf(darken(colour, 'text', 'full'))]
    })
    const hex = (rgb: string): string => `#${(rgb.match(/\d+/g) ?? []).slice(0, 3).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`
    await eventually(async () => {
      const shown = await Promise.all(colours.map(async (colour) => {
        const [background, text] = await message.locator(`td[class="${colour.slice(1)}"]`).evaluate((cell) => [getComputedStyle(cell).backgroundColor, getComputedStyle(cell.firstElementChild ?? cell).color])
        return [hex(background), hex(text)]
      }))
      expect(shown).toEqual(expected)
    })
  })

  it('can have its pictures blocked, and says what they show', async (context) => {
    const { url } = await preview(sampleFolder())
    const { page, message } = await read(context, browser, url)
    await message.getByRole('link', { name: 'Crane 4' }).waitFor()
    expect(await message.locator('img[src]').count()).toBeGreaterThan(1)
    await page.keyboard.press('i')
    await eventually(async () => {
      expect(await message.locator('img[src]').count()).toBe(0)
    })
    expect(await message.locator('img[alt]').count()).toBeGreaterThan(1)
  })

  it('follows a saved change like the message itself', async (context) => {
    const { url, root } = await preview(sampleFolder())
    const { message } = await read(context, browser, `${url}?client=outlook-com&mode=forced`)
    await message.getByRole('link', { name: 'Crane 4 comes down' }).waitFor()
    const file = join(root, 'content/articles/2026-11-23-crane-4-in-eleven-pieces.md')
    writeFileSync(file, readFileSync(file, 'utf8').replace('in eleven pieces', 'in the dark'))
    await message.getByRole('link', { name: 'Crane 4 comes down in the dark' }).waitFor()
    const background = await message.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor)
    expect(background).toBe('rgb(33, 33, 33)')
  })
})

describe('all clients at once', () => {
  it('are small pictures that lead to the large ones', async (context) => {
    const { url } = await preview(sampleFolder())
    const { page, complaints } = await read(context, browser, `${url}?view=clients`, { width: 1440, height: 2400 })
    await page.getByRole('table', { name: 'The message in every client' }).waitFor()
    expect(await page.locator('.thumbnail').count()).toBe(simulatedClients.length * 4)
    const thumbnail = page.getByRole('button', { name: 'Outlook for Windows: Dark, forced' })
    await thumbnail.locator('iframe').contentFrame().getByRole('link', { name: 'Crane 4', includeHidden: true }).waitFor({ state: 'attached' })
    await thumbnail.click()
    expect(String(await queryOf(page))).toBe('client=outlook-windows&mode=forced&panel=client')
    await page.getByRole('heading', { name: 'Outlook for Windows' }).waitFor()
    expect(complaints).toEqual([])
  })
})
