import { it } from 'vitest'
import { fill } from '../../src/model/fill.ts'
import { fullIssue, weekly } from '../support/full-issue.ts'
import { bundled, render } from '../support/pipeline.ts'
import { templateNames } from '../support/samples.ts'

const clipped = 102_400

/** Bytes of HTML for a story as full as stories get, and how many of them Gmail shows. Budgets: tests/templates/budgets.test.ts. */
it('bytes of a story', async () => {
  for (const template of templateNames) {
    const [ten = '', twenty = ''] = await Promise.all([10, 20].map((count) => htmlOf(template, count)))
    const each = (Buffer.byteLength(twenty) - Buffer.byteLength(ten)) / 10
    const shell = Buffer.byteLength(ten) - 10 * each
    const styles = [...ten.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].reduce((sum, [, sheet = '']) => sum + sheet.length, 0)
    const most = Math.floor((clipped - shell) / each)
    console.log(`${template.padEnd(8)}  ${Math.round(each)} bytes a story, ${Math.round(shell)} for the rest, ${styles} characters of style, ${most} stories before Gmail clips`)
  }
})

async function htmlOf(template: string, stories: number): Promise<string> {
  const { value, diagnostics } = await render(await bundled(template), fullIssue(stories), weekly)
  if (value === undefined) throw new Error(JSON.stringify(diagnostics))
  return fill(value.boundHtml, {})
}
