import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { build } from '../../src/app/build.ts'
import { contrast } from '../../src/lib/colour.ts'
import { article, minimalNewsletter, newsletterFolder } from '../support/newsletter-folder.ts'

async function built(settings: string, front = ''): Promise<{ found: unknown[]; html: string }> {
  const root = newsletterFolder({
    'content/newsletter.yaml': `${minimalNewsletter}postalAddress: 1 Quay Street\nlinks:\n  unsubscribe: https://harbour.example/u\n${settings}`,
    'content/articles/2026-11-20-crane.md': article('The crane', 'url: https://harbour.example/crane\n'),
    'content/issues/2026-w48.md': `---\ndate: 2026-11-26\n${front}---\n\nGood morning.\n`,
  })
  const { diagnostics, folder = '' } = await build({ root, now: new Date('2026-11-26T08:00:00Z'), random: randomBytes })
  const found = diagnostics.filter(({ code }) => code.startsWith('GZ-T')).map(({ code, file, line, message, hint }) => ({ code, file, line, message, hint }))
  const failed = diagnostics.some(({ severity }) => severity === 'error')
  return { found, html: failed ? '' : readFileSync(join(folder, 'index.html'), 'utf8') }
}

describe('what newsletter.yaml says of the look', () => {
  it('is reported at its place when the template has no such option, or takes other values', async () => {
    const { found } = await built('options:\n  bylnes: false\n  images: sometimes\n  width: 200\n')
    expect(found).toMatchObject([
      { code: 'GZ-T011', file: 'content/newsletter.yaml', line: 9, hint: 'did you mean bylines?' },
      { code: 'GZ-T012', line: 10, message: 'options.images must be true or false, got "sometimes"' },
      { code: 'GZ-T012', line: 11, message: 'options.width must be from 480 to 800, got 200' },
    ])
  })

  it.each([
    ['#ffcc00', 'on #ffffff'],
    ['#0066cc', 'where a mail program turns colours around for a dark screen'],
  ])('has the accent %s made readable, with a word about it', async (accent, where) => {
    const { found, html } = await built(`brand:\n  accent: '${accent}'\n`)
    expect(found).toMatchObject([{ code: 'GZ-T013', file: 'content/newsletter.yaml', line: 9 }])
    const { message = '', hint = '' } = found[0] as { message?: string; hint?: string }
    expect(message).toContain(`${accent} cannot be read ${where} (contrast `)
    const used = /(#[0-9a-f]{6}) is used$/.exec(message)?.[1] ?? ''
    expect(contrast(used, '#ffffff')).toBeGreaterThanOrEqual(4.5)
    expect(hint).toContain(`'${used}'`)
    expect(html).toContain(`.ink a{color:${used}}`)
  })

  it('keeps colours that can be read, and says nothing', async () => {
    const { found, html } = await built("brand:\n  accent: '#7a1f5c'\n  accentDark: '#e08fc4'\n")
    expect(found).toEqual([])
    expect(html).toContain('#7a1f5c')
    expect(html).toContain('#e08fc4')
  })

  it('lacks words in a language that Gazette does not know, and is told where to say them', async () => {
    const { found, html } = await built('', 'lang: sv\n')
    expect(found).toMatchObject([{ code: 'GZ-T014', file: 'content/newsletter.yaml', message: expect.stringContaining('there are no words in Swedish for readMore, ') as string, hint: 'say them under `labels`' }])
    expect(html).toContain('Unsubscribe')
    expect(html).toContain('lang="sv"')
  })
})
