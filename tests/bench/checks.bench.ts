import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, describe, it } from 'vitest'
import { build } from '../../src/app/build.ts'
import { checkIssue } from '../../src/app/check.ts'
import { runRules } from '../../src/checks/check.ts'
import type { CheckInput } from '../../src/checks/input.ts'
import { features } from '../../src/checks/support/caniemail.ts'
import { format, spread, versus } from './timing.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'gazette-checks-'))
afterAll(() => {
  rmSync(home, { recursive: true })
})

/** The sample's newsletter with an issue of twenty stories: its own articles, and some of them under other words. */
function twentyStories(): string {
  const root = join(home, 'twenty')
  cpSync(join(repository, 'content'), join(root, 'content'), { recursive: true })
  const articles = join(root, 'content/articles')
  for (const name of readdirSync(articles).slice(0, 20 - readdirSync(articles).length)) {
    const text = readFileSync(join(articles, name), 'utf8')
    const words = name.slice(11, -3).replaceAll('-', ' ')
    writeFileSync(join(articles, name.replace('.md', '-again.md')), text.replace(/^title:.*$/m, `title: Another look at ${words}`).replace(/^(description|blurb):.*\n/gm, '').replace('---\n', `---\nblurb: Once more about ${words}, and what came of it since.\n`))
  }
  rmSync(join(root, 'content/issues'), { recursive: true })
  mkdirSync(join(root, 'content/issues'))
  writeFileSync(join(root, 'content/issues/2026-w49.md'), '---\ndate: 2026-12-03\nsubject: Twenty stories from the harbour\npreheader: All that was in the last weeks, and some of it twice\n---\n\nHello.\n')
  return root
}

const request = (root: string) => ({ root, now: new Date(), random: randomBytes })

async function inputOf(root: string): Promise<CheckInput> {
  const { state } = await build({ ...request(root), until: 'check' })
  if (state.checkInput === undefined) throw new Error('the issue could not be built')
  return state.checkInput
}

/** Milliseconds of processor time: on a machine that does other things as well, wall time says how busy it is. */
function timed(job: () => unknown): number {
  const started = process.cpuUsage()
  job()
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1000
}

/**
 * A check of client support as some programs make it: for each feature of the table one regular expression over the
 * whole HTML, its matches counted.
 */
function regexCheck(): (html: string) => number {
  const patterns = features.flatMap(({ slug }) => {
    const [, kind, name = ''] = /^(css|html|image)-(.*)$/.exec(slug) ?? []
    if (kind === 'css') return [new RegExp(`(?:^|[\\s;"'{])${name}\\s*:`, 'gi')]
    if (kind === 'html') return [new RegExp(`<${name}[\\s>/]`, 'gi'), new RegExp(`\\s${name}\\s*=`, 'gi')]
    return kind === 'image' ? [new RegExp(`src="[^"]*\\.${name}`, 'gi')] : []
  })
  return (html) => patterns.reduce((sum, pattern) => sum + (html.match(pattern)?.length ?? 0), 0)
}

type Peer = (options: { clients: string[]; html: string }) => { issues: { errors: Map<string, unknown[]>; warnings: Map<string, unknown[]> } }

/** The npm package caniemail, brought into a folder of its own: it weighs 31 MB, and only this asks for it. */
async function peer(): Promise<Peer> {
  const folder = join(home, 'peer')
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{}')
  execFileSync('npm', ['install', 'caniemail@1.0.5', '--no-audit', '--no-fund', '--silent'], { cwd: folder })
  const module: unknown = await import(pathToFileURL(join(folder, 'node_modules/caniemail/dist/index.js')).href)
  return (module as { caniemail: Peer }).caniemail
}

/** The clients that the peer is asked about: those that most readers use. On others it stops with an error. */
const clients = ['apple-mail.*', 'gmail.desktop-webmail', 'gmail.ios', 'gmail.android', 'outlook.*', 'yahoo.*']

describe('check', () => {
  it('every offline rule over twenty stories, beside others on the same HTML', async () => {
    const input = await inputOf(twentyStories())
    const { html } = input
    const rules = (): number => timed(() => runRules(input))
    const first = rules()
    console.log(`twenty stories             ${(Buffer.byteLength(html) / 1000).toFixed(1)} KB of HTML, ${runRules(input).length} findings`)
    const regexes = regexCheck()
    const beside = await versus(rules, () => timed(() => regexes(html)), 25)
    console.log(`all rules, second time         ${first.toFixed(1)} ms`)
    console.log(`all rules, warm            ${format(beside.a, 'ms')} (goal: below 60)`)
    console.log(`one regex per feature      ${format(beside.b, 'ms')}`)
    console.log(`ratio                      ${format(beside.ratio, '')}`)
    const caniemail = await peer()
    const support = (): number => timed(() => runRules(input, { only: ['GZ-K3', 'GZ-K507'] }))
    const other = (): number => timed(() => caniemail({ clients, html }))
    const whole = await versus(rules, other, 15)
    console.log(`caniemail()                ${format(whole.b, 'ms')}`)
    console.log(`all rules / caniemail()    ${format(whole.ratio, '')}`)
    const alone = await versus(support, other, 15)
    console.log(`client support alone       ${format(alone.a, 'ms')}`)
    console.log(`the same / caniemail()     ${format(alone.ratio, '')}`)
    const { issues } = caniemail({ clients, html })
    const count = (found: Map<string, unknown[]>): number => [...found.values()].reduce((sum, list) => sum + list.length, 0)
    console.log(`findings about support     ours ${runRules(input, { only: ['GZ-K3', 'GZ-K507'] }).length}, caniemail() ${count(issues.errors)} errors and ${count(issues.warnings)} warnings`)
  })

  it('a whole check beside a whole build, in one process', async () => {
    const root = twentyStories()
    const timedAsync = async (job: () => Promise<unknown>): Promise<number> => {
      const started = performance.now()
      await job()
      return performance.now() - started
    }
    const mjml: number[] = []
    const result = await versus(
      () => timedAsync(() => checkIssue(request(root))),
      () =>
        timedAsync(async () => {
          const { stages } = await build({ ...request(root), until: 'mime' })
          mjml.push(stages.find(({ name }) => name === 'mjml')?.milliseconds ?? 0)
        }),
      11,
    )
    console.log(`check                      ${format(result.a, 'ms')}`)
    console.log(`build without the checks   ${format(result.b, 'ms')} (MJML ${format(spread(mjml), 'ms')})`)
    console.log(`ratio                      ${format(result.ratio, '')}`)
  })
})
