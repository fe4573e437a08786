import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { preview, sampleFolder } from '../../support/preview.ts'
import { eventually, read, type Reader } from '../../support/reader.ts'

let browser: Browser | undefined

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser?.close())

const listed = 'content/issues/2026-w47.md'
const automatic = 'content/issues/2026-w48.md'
const benches = 'content/articles/2026-11-24-forty-benches.md'
const seals = '2026-11-16-counting-seals'
const ferry = '2026-11-18-the-0615-runs-on-batteries'

interface AtTheDesk extends Reader {
  root: string
  text: (file: string) => string
  story: (slug: string) => Locator
}

/** The desk of an issue, open in the browser. */
async function sit(context: TestContext, issue: string, more: { width?: number; story?: string } = {}): Promise<AtTheDesk> {
  const { url, root } = await preview(sampleFolder())
  const { story = '', ...size } = more
  const reader = await read(context, browser, `${url}?panel=desk&issue=${issue}${story === '' ? '' : `&story=${story}`}`, size)
  await reader.page.locator('.desk .story').first().waitFor()
  await reader.message.locator('body').waitFor()
  return { ...reader, root, text: (file) => readFileSync(join(root, file), 'utf8'), story: (slug) => reader.page.locator(`[data-story="${slug}"]`) }
}

/** Drags a row over something, near its upper or lower edge. */
async function drag(page: Page, row: Locator, onto: Locator, edge: 'upper' | 'lower'): Promise<void> {
  await row.locator('.story-grip').hover()
  await page.mouse.down()
  await page.mouse.move(10, 10)
  // A person would hold the row at the edge until the list has scrolled.
  await onto.scrollIntoViewIfNeeded()
  const box = await onto.boundingBox()
  if (box === null) throw new Error('nothing to drop onto')
  await page.mouse.move(box.x + 60, edge === 'upper' ? box.y + 4 : box.y + box.height - 4, { steps: 3 })
  await page.mouse.up()
}

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.closest('[data-story]')?.getAttribute('data-story') ?? '')

describe('arranging an issue by dragging', () => {
  it('moves a story within its section and to another one', async (context) => {
    const { text, story, page, message, complaints } = await sit(context, '2026-w47')
    await drag(page, story(seals), story(ferry), 'upper')
    await eventually(() => {
      expect(text(listed)).toContain(`  Harbour:\n    - ${seals}\n    - ${ferry}\n`)
    })
    await drag(page, story(seals), story('2026-11-13-when-the-meter-blinks-twice'), 'lower')
    await eventually(() => {
      expect(text(listed)).toContain(`    - 2026-11-13-when-the-meter-blinks-twice\n    - ${seals}\n`)
    })
    // The message follows: its second section now ends with the seals.
    await eventually(async () => {
      const titles = await message.getByRole('link').allInnerTexts()
      const [meter, moved] = ['blinks twice', 'seals'].map((word) => titles.findIndex((title) => title.includes(word)))
      expect(moved).toBeGreaterThan(meter ?? Infinity)
    })
    expect(await page.locator('.changes-label').innerText()).toContain('moved to Energy')
    expect(complaints).toEqual([])
  })

  it('takes an article in from the tray, and puts a story back into it', async (context) => {
    const { text, story, page, root } = await sit(context, '2026-w48')
    writeFileSync(join(root, 'content/articles/2026-10-02-the-tide-clock.md'), '---\ntitle: The tide clock runs late\nsection: Harbour\n---\n\nThe clock on the customs house has been eleven minutes slow since August.\n')
    expect(await page.locator('.desk-note').innerText()).toContain('The first move writes the stories as a list')
    const clock = page.locator('.tray-row', { hasText: 'tide clock' })
    await drag(page, clock, story('2026-11-24-forty-benches'), 'upper')
    await eventually(() => {
      expect(text(automatic)).toContain('    - 2026-10-02-the-tide-clock\n    - 2026-11-24-forty-benches\n')
    })
    await page.locator('.desk-note').waitFor({ state: 'detached' })
    await drag(page, story('2026-11-24-forty-benches'), page.locator('.tray'), 'upper')
    await eventually(() => {
      expect(text(automatic)).not.toContain('forty-benches')
    })
    await page.locator('.tray-row', { hasText: 'Forty benches' }).waitFor()
  })
})

describe('arranging an issue with the keyboard alone', () => {
  it('moves a story up, down and over the end of its section, and keeps the focus on it', async (context) => {
    const { text, page, story } = await sit(context, '2026-w47')
    await story(ferry).locator('.story-open').focus()
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toBe(seals)
    await page.keyboard.press('Alt+ArrowUp')
    await eventually(() => {
      expect(text(listed)).toContain(`    - ${seals}\n    - ${ferry}\n`)
    })
    await page.keyboard.press('Alt+ArrowDown')
    await eventually(() => {
      expect(text(listed)).toContain(`    - ${ferry}\n    - ${seals}\n`)
    })
    await page.keyboard.press('Alt+ArrowDown')
    await eventually(async () => {
      expect(text(listed)).toContain(`  Energy:\n    - ${seals}\n`)
      expect(await focused(page)).toBe(seals)
    })
    await page.keyboard.press('Delete')
    await eventually(() => {
      expect(text(listed)).not.toContain(seals)
    })
    await page.keyboard.press('u')
    await eventually(() => {
      expect(text(listed)).toContain(seals)
    })
    await page.keyboard.press('Shift+U')
    await eventually(() => {
      expect(text(listed)).not.toContain(seals)
    })
  })

  it('opens a story, moves it to a section by name, features and drops it', async (context) => {
    const { text, page, story } = await sit(context, '2026-w47')
    await story(seals).locator('.story-open').focus()
    await page.keyboard.press('Enter')
    const section = story(seals).getByRole('combobox', { name: 'Section' })
    await section.selectOption('Neighbourhood')
    await eventually(() => {
      expect(text(listed)).toMatch(new RegExp(`Neighbourhood:\\n(    - .*\\n)+    - ${seals}\\n`))
    })
    await story(seals).getByRole('button', { name: 'Pin to the top of its section' }).focus()
    await page.keyboard.press('Enter')
    await eventually(() => {
      expect(text(listed)).toContain(`  Neighbourhood:\n    - ${seals}\n`)
    })
    await story(seals).getByRole('button', { name: 'Feature it' }).focus()
    await page.keyboard.press('Enter')
    await story(seals).getByText('opens the issue').waitFor()
    expect(text(`content/articles/${seals}.md`)).toContain('featured: true\n')
    await story(seals).getByRole('button', { name: 'Drop' }).focus()
    await page.keyboard.press('Enter')
    await eventually(() => {
      expect(text(listed)).not.toContain(seals)
    })
  })
})

describe('words', () => {
  it('edits a blurb in place, counting, and shows what was written', async (context) => {
    const { text, page, message } = await sit(context, '2026-w48', { story: '2026-11-24-forty-benches' })
    await page.getByRole('textbox', { name: 'Blurb' }).fill(Array.from({ length: 47 }, () => 'bench').join(' '))
    await page.getByText('47 of 45 words, 2 too many').waitFor()
    await page.getByRole('textbox', { name: 'Blurb' }).fill('Forty benches were counted, and *one* of them twice.')
    await page.getByText('9 of 45 words', { exact: true }).waitFor()
    await page.keyboard.press('Control+Enter')
    await eventually(() => {
      expect(text(benches)).toContain('blurb: Forty benches were counted, and *one* of them twice.\n')
    })
    await page.locator('.diff-line.in').getByText('blurb: Forty benches').waitFor()
    await message.getByText('Forty benches were counted, and one of them twice.').waitFor()
    await page.getByRole('button', { name: 'Leave it to Gazette' }).click()
    await eventually(() => {
      expect(text(benches)).not.toContain('blurb:')
    })
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await eventually(() => {
      expect(text(benches)).toContain('blurb: Forty')
    })
  })

  it('edits title, subject and preheader in place', async (context) => {
    const { text, page, message } = await sit(context, '2026-w48', { story: '2026-11-24-forty-benches' })
    await page.getByRole('textbox', { name: 'Title' }).fill('Forty benches, one street')
    await page.keyboard.press('Enter')
    await message.getByRole('link', { name: 'Forty benches, one street' }).waitFor()
    await page.getByRole('textbox', { name: 'Subject' }).fill('Wall, street, library')
    await page.keyboard.press('Enter')
    await page.locator('.heading h2').getByText('Wall, street, library').waitFor()
    await page.getByRole('textbox', { name: 'Preheader' }).fill('Three things, measured again')
    await page.getByRole('textbox', { name: 'Subject' }).focus()
    await eventually(() => {
      expect(text(automatic)).toContain('subject: Wall, street, library\npreheader: Three things, measured again\n')
    })
    expect(text(benches)).toContain('title: Forty benches, one street\n')
  })

  it('says how long subject and preheader are, and what phones show of them', async (context) => {
    const { page } = await sit(context, '2026-w48')
    const subject = page.getByRole('textbox', { name: 'Subject' })
    const described = (): Promise<string | null> => page.locator('#desk-subject-length').textContent()
    expect(await subject.getAttribute('aria-describedby')).toBe('desk-subject-length')
    await page.getByText('87 characters, of which phones show 44 to 86').waitFor()
    expect(await page.locator('#desk-preheader-length.over').count()).toBe(0)
    for (const [text, words, isCut] of [
      ['Wall', '4 characters, all seen on a phone', false],
      ['\u{1F1EE}\u{1F1EA}', '1 character, all seen on a phone', false],
      ['x'.repeat(40), '40 characters, of which phones show 38 to 42', false],
      ['x'.repeat(43), '43 characters, of which phones show 38 to 42', true],
    ] as const) {
      await subject.fill(text)
      await eventually(async () => {
        expect(await described()).toBe(words)
      })
      expect(await page.locator('#desk-subject-length.over').count()).toBe(isCut ? 1 : 0)
    }
    await page.keyboard.press('Escape')
    await page.locator('.story-words').getByText('38 words').waitFor()
  })

  it('offers other blurbs, marks where they come from, and writes the one that is chosen', async (context) => {
    const { text, page, message } = await sit(context, '2026-w48', { story: '2026-11-20-a-winter-bike-for-a-week' })
    const bike = 'content/articles/2026-11-20-a-winter-bike-for-a-week.md'
    const before = text(bike)
    const best = page.getByRole('radio', { name: /^Best/ })
    await best.waitFor()
    expect(await best.isChecked()).toBe(true)
    const marked = (): Promise<string[]> => page.locator('.article mark').allInnerTexts()
    const offered = await page.locator('.offer', { hasText: 'First sentences' }).locator('.offer-text').innerText()
    await page.locator('.offer', { hasText: 'First sentences' }).hover()
    await eventually(async () => {
      expect((await marked()).join(' ')).toBe(offered)
    })
    await page.getByRole('radio', { name: /^First sentences/ }).focus()
    await page.keyboard.press('Space')
    expect(await page.getByRole('textbox', { name: 'Blurb' }).inputValue()).toBe(offered)
    expect(text(bike)).toBe(before)
    await page.getByRole('button', { name: 'Save' }).click()
    await eventually(() => {
      expect(text(bike)).toContain(`\nblurb: ${offered}\n`)
    })
    await message.getByText(offered).first().waitFor()
    // Back to what Gazette takes by itself: the file says nothing again.
    await page.getByRole('radio', { name: /^Best/ }).check()
    await page.getByRole('button', { name: 'Save' }).click()
    await eventually(() => {
      expect(text(bike)).toBe(before)
    })
  })

  it('keeps what was typed when the file changed meanwhile, and writes it only when told again', async (context) => {
    const { text, page, root } = await sit(context, '2026-w48', { story: '2026-11-24-forty-benches' })
    await page.getByRole('textbox', { name: 'Blurb' }).fill('Mine.')
    const theirs = text(benches).replace(/^title: .*$/m, 'title: Theirs')
    writeFileSync(join(root, benches), theirs)
    await page.locator('.story.open .story-title').getByText('Theirs').waitFor()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('alert').getByText(`${benches} was changed elsewhere`).waitFor()
    expect(text(benches)).toBe(theirs)
    expect(await page.getByRole('textbox', { name: 'Blurb' }).inputValue()).toBe('Mine.')
    await page.getByRole('button', { name: 'Save' }).click()
    await eventually(() => {
      expect(text(benches)).toContain('title: Theirs\n')
      expect(text(benches)).toContain('blurb: Mine.\n')
    })
    await page.getByRole('alert').waitFor({ state: 'detached' })
  })
})

describe('for everybody', () => {
  it('has nothing that axe would object to, light or dark, wide or narrow', async (context) => {
    const { url } = await preview(sampleFolder())
    for (const [width, dark] of [[1280, false], [900, true]] as const) {
      const { page, complaints } = await read(context, browser, `${url}?panel=desk&issue=2026-w48&story=2026-11-24-forty-benches`, { width, dark })
      await page.getByRole('textbox', { name: 'Blurb' }).fill('Mine, for a moment.')
      await page.keyboard.press('Control+Enter')
      await page.locator('.diff-line.in').first().waitFor()
      await page.evaluate(axe.source)
      const found = await page.evaluate(async () => (await (window as unknown as { axe: typeof axe }).axe.run('.panel')).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`))
      expect(found).toEqual([])
      expect(complaints).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Undo', exact: true }).click()
    }
  })
})
