import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { it } from 'vitest'
import { build } from '../../src/app/build.ts'
import { drawSheet, shoot, sourceOf, studio } from './shot.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))

/** docs/images/issue.jpg: the sample issue on a desktop, and on a phone in light and dark. */
it('draws the sample issue', async () => {
  const { browser, folder } = await studio()
  await build({ root: repository, out: folder, issue: '2026-w48', now: new Date('2026-11-26T08:00:00Z'), random: randomBytes })
  const page = pathToFileURL(join(folder, '2026-w48/index.html')).href
  const shots: string[] = []
  for (const [width, height, scheme] of [[680, 1390, 'light'], [375, 1080, 'light'], [375, 1080, 'dark']] as const) {
    shots.push(`<img src="${sourceOf(await shoot(browser, page, { width, height, scheme, scale: 1.5 }))}">`)
  }
  const [desktop = '', phone = '', dark = ''] = shots
  const sheet = `<style>
      body { margin: 0; background: #e9e6df; display: flex; gap: 28px; padding: 36px; width: 1096px; align-items: flex-start }
      div { border-radius: 10px; overflow: hidden; box-shadow: 0 6px 28px #0002; line-height: 0; flex: none }
      .wide img { width: 460px } .phone img { width: 290px }
      section { display: flex; gap: 28px; align-items: flex-start } .low { margin-top: 72px }
    </style>
    <div class="wide">${desktop}</div><section><div class="phone">${phone}</div><div class="phone low">${dark}</div></section>`
  writeFileSync(join(repository, 'docs/images/issue.jpg'), await drawSheet(browser, sheet, { width: 1168, height: 980 }, 84))
})
