import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { buildProgram } from '../../src/cli/program.ts'
import { article, newsletterFolder } from '../support/newsletter-folder.ts'
import { listOf, mailServer, sendNewsletter } from '../support/send-folder.ts'
import { startInTerminal } from '../support/terminal.ts'

const folder = 'docs/automation'
const script = resolve(folder, 'send-due.sh')
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

/** A newsletter whose issue is dated so many days from today, and a list of three. */
function newsletterDue(days: number, body = ''): string {
  const date = new Date(Date.now() + days * 86_400_000)
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
  const complete = `${sendNewsletter}url: https://harbour.example\npostalAddress: 1 Quay, Port Ellery\n`
  return newsletterFolder({
    'content/newsletter.yaml': complete,
    'content/articles/crane.md': article('The crane comes down', `url: https://harbour.example/crane\n${body}`),
    'content/issues/weekly.md': `---\ndate: ${day}\nsubject: What became of the crane\npreheader: Eleven pieces, one barge, and a hole in the sky over pier seven\narticles: [crane]\n---\n`,
    'people.csv': listOf(3),
  })
}

async function run(root: string, url: string, more: Record<string, string> = {}): Promise<{ code: number | null; printed: string }> {
  const variables = { GAZETTE: `${process.execPath} ${resolve('src/cli/gazette.cjs')}`, GAZETTE_SMTP_URL: url, ...more }
  const assignments = Object.entries(variables).map(([name, value]) => `${name}='${value}'`)
  const { text, ended } = startInTerminal(`env ${assignments.join(' ')} ${script}`, root)
  const code = await ended
  return { code, printed: text() }
}

describe('send-due.sh', { timeout: 180_000 }, () => {
  test('sends the issue of today once, however often it runs', async () => {
    const root = newsletterDue(0)
    const server = await mailServer()
    const first = await run(root, server.url)
    expect(first.code, first.printed).toBe(0)
    expect(server.messages).toHaveLength(3)
    const again = await run(root, server.url)
    expect(again).toMatchObject({ code: 0, printed: expect.stringMatching(/, sent\n[^]*\nNo issue is due today\.\n$/) as string })
    expect(server.messages).toHaveLength(3)
  })

  test('tells of refused recipients by its exit code, and mails the others', async () => {
    const root = newsletterDue(0)
    const server = await mailServer({ rcpt: (address) => (address.startsWith('reader2') ? '550 5.1.1 User unknown' : '250 Ok') })
    const { code, printed } = await run(root, server.url)
    expect([code, server.messages.length], printed).toEqual([3, 2])
  })

  test('sends nothing on another day', async () => {
    const server = await mailServer()
    for (const days of [-1, 1]) expect(await run(newsletterDue(days), server.url)).toMatchObject({ code: 0, printed: expect.stringMatching(/\nNo issue is due today\.\n$/) as string })
    expect(server.messages).toEqual([])
  })

  test('sends nothing when a check finds an error, or the list is longer than is right', async () => {
    const server = await mailServer()
    const broken = newsletterDue(0, 'blurb: "Hello *|FNAME|*, here is the crane"\n')
    writeFileSync(join(broken, 'content/newsletter.yaml'), `${readFileSync(join(broken, 'content/newsletter.yaml'), 'utf8')}checks:\n  rules:\n    GZ-K001: error\n    GZ-K601: error\n    GZ-K105: error\n`)
    writeFileSync(join(broken, 'content/issues/weekly.md'), readFileSync(join(broken, 'content/issues/weekly.md'), 'utf8').replace(/^preheader: .*$/m, 'preheader: Hello!'))
    const checked = await run(broken, server.url)
    expect([checked.code, /error {2}GZ-K/.test(checked.printed)], checked.printed).toEqual([1, true])
    const long = await run(newsletterDue(0), server.url, { MOST: '2' })
    expect(long.code).toBe(1)
    expect(long.printed).toContain('would go to 3 people, and MOST is 2: nothing was sent.')
    expect(server.messages).toEqual([])
  })

  test('goes on with a send that was put off', async () => {
    const root = newsletterDue(0)
    let puttingOff = true
    const server = await mailServer({ rcpt: (address) => (puttingOff && address.startsWith('reader2') ? '451 4.3.0 Try later' : '250 Ok') })
    const quick = join(root, 'quick')
    // Nobody waits in a test: those who were put off are tried again at once.
    writeFileSync(quick, read('send-due.sh').replaceAll(' --wait 2h', ' --retry-failed'), { mode: 0o755 })
    const variables = `GAZETTE='${process.execPath} ${resolve('src/cli/gazette.cjs')}' GAZETTE_SMTP_URL=${server.url}`
    await startInTerminal(`env ${variables} ${quick}`, root).ended
    expect(server.messages).toHaveLength(2)
    puttingOff = false
    const retried = startInTerminal(`env ${variables} ${quick}`, root)
    expect(await retried.ended, retried.text()).toBe(0)
    expect(server.messages.flatMap(({ to }) => to).toSorted()).toEqual(['reader1@example.com', 'reader2@example.com', 'reader3@example.com'])
    expect(retried.text()).toContain('No issue is due today.')
  })
})

interface Workflow {
  on: { schedule?: { cron: string }[] }
  jobs: Record<string, { steps: { uses?: string; run?: string }[] }>
}

describe('the examples', () => {
  const workflows = [join(folder, 'weekly-issue.yml'), ...readdirSync('docs').filter((name) => name.endsWith('.yml')).map((name) => join('docs', name))]

  test.each(workflows)('%s is a workflow', (file) => {
    const { on, jobs } = parse(readFileSync(file, 'utf8')) as Workflow
    for (const { cron } of on.schedule ?? []) expect(cron).toMatch(/^(\S+ ){4}\S+$/)
    for (const { steps } of Object.values(jobs)) {
      for (const { uses, run: line } of steps) {
        expect([uses, line].filter((part) => part !== undefined)).toHaveLength(1)
        if (line !== undefined) expect(spawnSync('bash', ['-n'], { input: line.replaceAll(/\$\{\{[^}]*\}\}/g, 'x') }).status, line).toBe(0)
      }
    }
  })

  test('name commands and options that there are', () => {
    const program = buildProgram(() => undefined)
    const lines = [...workflows.map((file) => readFileSync(file, 'utf8')), readFileSync(script, 'utf8'), readFileSync('docs/automation.md', 'utf8')].join('\n').matchAll(/(?:npx gazette|\$gazette) ([a-z]+)([^\n|>;)`]*)/g)
    const used = [...lines].map(([, name = '', rest = '']) => ({ name, options: rest.match(/--[a-z-]+/g) ?? [] }))
    expect(used.length).toBeGreaterThan(8)
    for (const { name, options } of used) {
      const command = program.commands.find((known) => known.name() === name)
      expect(command, name).toBeDefined()
      const known = [...program.options, ...(command?.options ?? [])].map(({ long }) => long)
      for (const option of options) expect(known, `${name} ${option}`).toContain(option)
    }
  })

  test('the units and the crontab are complete', () => {
    const sections = (name: string): string[] => [...read(name).matchAll(/^\[(\w+)\]$/gm)].map(([, section = '']) => section)
    expect(sections('gazette.service')).toEqual(['Unit', 'Service'])
    expect(sections('gazette.timer')).toEqual(['Unit', 'Timer', 'Install'])
    for (const line of `${read('gazette.service')}\n${read('gazette.timer')}`.split('\n')) expect(line).toMatch(/^$|^#|^\[\w+\]$|^[A-Z]\w+=\S/)
    const [, command = ''] = /^(?:\S+ ){5}(.*)$/m.exec(read('crontab').replace(/^(?:#.*|\w+=.*)\n/gm, '')) ?? []
    expect(command).toMatch(/send-due\.sh/)
    expect(readFileSync('docs/automation.md', 'utf8')).toContain(read('crontab'))
  })
})
