import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { it } from 'vitest'
import { buildSamples, type Version } from '../support/samples.ts'
import { shoot, studio } from './shot.ts'

const target = fileURLToPath(new URL('../../out/pictures', import.meta.url))

interface View {
  name: string
  version: Version
  width: number
  scheme: 'light' | 'dark'
}

const views: View[] = [
  { name: 'desktop', version: 'shipped', width: 1280, scheme: 'light' },
  { name: 'desktop-dark', version: 'shipped', width: 1280, scheme: 'dark' },
  { name: 'phone', version: 'shipped', width: 375, scheme: 'light' },
  { name: 'phone-dark', version: 'shipped', width: 375, scheme: 'dark' },
  { name: 'narrow', version: 'shipped', width: 320, scheme: 'light' },
  { name: 'phone-images-off', version: 'images-off', width: 375, scheme: 'light' },
  { name: 'desktop-images-off', version: 'images-off', width: 700, scheme: 'light' },
  { name: 'desktop-images-off-dark', version: 'images-off', width: 700, scheme: 'dark' },
  { name: 'forced-dark', version: 'forced-dark', width: 375, scheme: 'light' },
  { name: 'gmail-other', version: 'gmail-other', width: 375, scheme: 'light' },
  { name: 'word', version: 'word', width: 700, scheme: 'light' },
]

/** out/pictures/index.html: every template in every view, side by side, for a person to look at. */
it('draws the templates in every view', { timeout: 300_000 }, async () => {
  const { browser, folder } = await studio()
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  const rows: string[] = []
  for (const { template, direction, pages } of await buildSamples(folder)) {
    const cells: string[] = []
    for (const { name, version, width, scheme } of views) {
      const file = `${template}-${direction}-${name}.png`
      writeFileSync(join(target, file), await shoot(browser, pages[version], { width, scheme }))
      cells.push(`<figure><img src="${file}" width="${Math.min(width, 800) / 2}" alt="" loading="lazy"><figcaption>${name}</figcaption></figure>`)
    }
    rows.push(`<h2>${template}, ${direction}</h2><div>${cells.join('')}</div>`)
  }
  writeFileSync(
    join(target, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Templates</title><style>
      body { margin: 24px; font: 14px sans-serif; background: #e9e6df } div { display: flex; gap: 16px; align-items: start; overflow-x: auto }
      figure { margin: 0 } img { display: block; box-shadow: 0 0 0 1px #0002 } figcaption { padding: 6px 0 }
    </style>${rows.join('\n')}`,
  )
  console.log(`Wrote out/pictures/index.html\nNext: open it in a browser`)
})
