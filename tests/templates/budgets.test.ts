import { describe, expect, it } from 'vitest'
import { fill } from '../../src/model/fill.ts'
import { fullIssue, weekly } from '../support/full-issue.ts'
import { bundled, render } from '../support/pipeline.ts'

async function htmlOf(template: string, stories: number): Promise<string> {
  const { value, diagnostics } = await render(await bundled(template), fullIssue(stories), weekly)
  if (value === undefined || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics))
  return fill(value.boundHtml, {})
}

describe.for([
  { template: 'classic', most: 3900, stories: 25 },
  { template: 'magazine', most: 4500, stories: 21 },
  { template: 'brief', most: 1600, stories: 60 },
])('$template', ({ template, most, stories }) => {
  it(`costs at most ${most} bytes a story, so that ${stories} stories stay below the size at which Gmail clips`, async () => {
    const [ten, many] = [await htmlOf(template, 10), await htmlOf(template, stories)].map((html) => Buffer.byteLength(html))
    if (ten === undefined || many === undefined) throw new Error('two sizes are needed')
    expect((many - ten) / (stories - 10)).toBeLessThanOrEqual(most)
    expect(many / stories).toBeLessThanOrEqual(most)
    expect(many).toBeLessThan(102_400)
  })

  it('keeps its style sheets below the limit of every Gmail, and loads nothing', async () => {
    const html = await htmlOf(template, 10)
    const sheets = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map((match) => match[1] ?? '').join('')
    expect(sheets.length).toBeGreaterThan(500)
    expect(sheets.length).toBeLessThan(8192)
    expect(sheets).not.toMatch(/@import|@font-face/)
    expect(html).not.toMatch(/fonts\.googleapis|<link|<script/)
  })
})
