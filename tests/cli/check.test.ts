import { describe, expect, test } from 'vitest'
import { house } from '../checks/corpus/house.ts'
import { documentOf, gazette } from '../support/cli.ts'
import { newsletterFolder } from '../support/newsletter-folder.ts'

const issue = String(house['content/issues/2026-w48.md'])
const settings = String(house['content/newsletter.yaml'])

/** The house newsletter with a warning in the issue and, when wanted, an error in the footer. */
function folder(error: boolean, more = ''): string {
  return newsletterFolder({
    ...house,
    'content/newsletter.yaml': settings + more,
    'content/issues/2026-w48.md': issue.replace('What became of crane 4', 'What became of CRANE FOUR!!!'),
    ...(error ? { 'templates/house/partials/footer.hbs': String(house['templates/house/partials/footer.hbs']).replace('{{newsletter.postalAddress}}', '{{newsletter.postalAddress}} <a href="#">Top</a>') } : {}),
  })
}

describe('gazette check', () => {
  test('shows each finding at its place, with the line, a caret, a hint and where to read more', async () => {
    const run = await gazette(['check'], { cwd: folder(true) })
    expect(run.stdout).toBe(`content/issues/2026-w48.md:3:10  warning  GZ-K108  the subject ends in a row of exclamation marks
   2 | date: 2026-11-26
 > 3 | subject: What became of CRANE FOUR!!!
     |          ^
   hint: write it in small letters, with one mark at the end
   more: gazette explain GZ-K108
templates/house/partials/footer.hbs:4:45  error  GZ-L003  the link "Top" leads to "#"
   3 |     <mj-text font-size="13px">
 > 4 |       {{newsletter.postalAddress}} <a href="#">Top</a>
     |                                             ^
   hint: write the address, or take the link out
   more: gazette explain GZ-L003
1 error, 1 warning
`)
    expect(run.code).toBe(1)
  })

  test('fails on errors, and on warnings when the command or newsletter.yaml says so', async () => {
    expect((await gazette(['check'], { cwd: folder(false) })).code).toBe(0)
    expect((await gazette(['check', '--fail-on', 'warning'], { cwd: folder(false) })).code).toBe(1)
    expect((await gazette(['check'], { cwd: folder(false, 'checks: {failOn: warning}\n') })).code).toBe(1)
    expect((await gazette(['check'], { cwd: folder(false, 'checks: {failOn: warning, rules: {GZ-K108: info}}\n') })).code).toBe(0)
  })

  test('applies the rules that are asked for, whatever the order of the words', async () => {
    const root = folder(true)
    const codes = async (...args: string[]): Promise<string[]> => documentOf(await gazette(['check', ...args, '--json'], { cwd: root })).diagnostics.map(({ code }) => code)
    expect(await codes('--only', 'GZ-L', '2026-w48')).toEqual(['GZ-L003'])
    expect(await codes('2026-w48', '--skip', 'gz-l003,GZ-K108')).toEqual([])
    const unknown = await gazette(['check', '--only', 'GZ-Q1'], { cwd: root })
    expect([unknown.code, unknown.stderr.includes('GZ-U002')]).toEqual([2, true])
  })

  test('leaves a rule out that newsletter.yaml turns off, and refuses one that does not exist', async () => {
    const run = await gazette(['check', '--json'], { cwd: folder(true, 'checks: {rules: {GZ-L003: off, GZ-K108: error}}\n') })
    expect(documentOf(run).diagnostics.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['GZ-K108 error'])
    const refused = await gazette(['check'], { cwd: folder(true, 'checks: {rules: {GZ-K999: off}}\n') })
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain('GZ-K999')
  })

  test('prints one document, or one finding per line', async () => {
    const root = folder(true)
    const { ok, command, data, diagnostics } = documentOf(await gazette(['check', '--reporter', 'json'], { cwd: root }))
    expect({ ok, command, data }).toEqual({ ok: false, command: 'check', data: { issue: '2026-w48', counts: { error: 1, warning: 1, info: 0 }, failOn: 'error', notes: [] } })
    const lines = (await gazette(['check', '--reporter', 'ndjson'], { cwd: root })).stdout.trim().split('\n')
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(diagnostics)
  })

  test('build says in one line what it found, and builds', async () => {
    const run = await gazette(['build'], { cwd: folder(true) })
    expect(run.stdout).toMatch(/^Checks: error GZ-L003, warning GZ-K108; `gazette check 2026-w48` says where$/m)
    expect(run.code).toBe(0)
  })
})
