import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { it } from 'vitest'
import { buildSamples } from '../support/samples.ts'
import { drawSheet, shoot, sourceOf, studio } from './shot.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))

/** docs/images/templates.jpg, all three on one table, and templates/NAME/preview.jpg, the upper part of each. */
it('draws the templates', async () => {
  const { browser, folder } = await studio()
  const cards: string[] = []
  for (const { template, direction, pages } of await buildSamples(folder)) {
    if (direction === 'rtl') continue
    const shot = sourceOf(await shoot(browser, pages.shipped, { width: 648, height: 1340, scale: 1.5 }))
    cards.push(`<img src="${shot}">`)
    const preview = `<style>body{margin:0}img{width:480px;display:block}</style><img src="${shot}">`
    writeFileSync(join(repository, 'templates', template, 'preview.jpg'), await drawSheet(browser, preview, { width: 480, height: 600 }, 78))
  }
  const sheet = `<style>
    body { margin: 0; background: #e9e6df; display: flex; gap: 30px; padding: 40px }
    div { border-radius: 4px; overflow: hidden; box-shadow: 0 1px 2px #0001, 0 10px 30px #0000001f; line-height: 0; width: 420px; height: 868px }
    img { width: 420px }
  </style>${cards.map((card) => `<div>${card}</div>`).join('')}`
  writeFileSync(join(repository, 'docs/images/templates.jpg'), await drawSheet(browser, sheet, { width: 1400, height: 948 }, 84))
})
