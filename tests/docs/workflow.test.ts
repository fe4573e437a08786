import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src/diagnostics/catalogue.ts'
import { house } from '../checks/corpus/house.ts'
import { gazette, type Run } from '../support/cli.ts'
import { newsletterFolder } from '../support/newsletter-folder.ts'

interface Step {
  uses?: string
  run?: string
  with?: Record<string, unknown>
  'continue-on-error'?: boolean
}

interface Workflow {
  on: Record<string, { paths?: string[] }>
  permissions: Record<string, string>
  jobs: Record<string, { 'runs-on': string; steps: Step[] }>
}

const workflow = parse(readFileSync('docs/check-newsletter.yml', 'utf8')) as Workflow
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)

/** What a job runs with Gazette, as the words of a command line, and the file it writes to. */
function commandOf(reporter: string): { args: string[]; file: string | undefined } {
  const [command] = steps.flatMap(({ run }) => (run?.startsWith('npx gazette ') === true && run.includes(`--reporter ${reporter}`) ? [run] : []))
  const [line = '', file] = (command ?? '').split(' > ')
  return { args: line.split(' ').slice(2), file }
}

function folder(): string {
  const put = (file: string, find: string, replace: string): string => String(house[file]).replace(find, replace)
  return newsletterFolder({
    ...house,
    'content/articles/seals.md': put('content/articles/seals.md', 'https:', 'http:'),
    'content/issues/2026-w48.md': put('content/issues/2026-w48.md', 'What became of crane 4', 'EVERYTHING MUST GO'),
    'templates/house/partials/footer.hbs': put('templates/house/partials/footer.hbs', '{{newsletter.postalAddress}}', '{{newsletter.postalAddress}}\n      <a href="#" style="color:#0b5660">50 % off: cranes, barges</a>'),
  })
}

const places = ['content/articles/seals.md:4', 'content/issues/2026-w48.md:3', 'templates/house/partials/footer.hbs:5']

describe('docs/check-newsletter.yml', () => {
  test('is a workflow that can read the repository and write nothing but results', () => {
    expect(Object.keys(workflow.on)).toEqual(['pull_request', 'push'])
    expect(workflow.permissions).toEqual({ contents: 'read' })
    for (const { steps: own } of Object.values(workflow.jobs)) {
      expect(own[0]?.uses).toMatch(/^actions\/checkout@v\d+$/)
      expect(own.find(({ run }) => run === 'npm ci')).toBeDefined()
    }
  })

  test('annotates findings at their lines, and fails', async () => {
    const { args } = commandOf('github')
    const run: Run = await gazette(args, { cwd: folder() })
    const lines = run.stdout.trim().split('\n').map((line) => /^::(error|warning|notice) file=([^,]+),line=(\d+)(?:,col=\d+)?,title=(GZ-[A-Z]\d{3})::(.+)$/.exec(line))
    expect(lines.every((line) => line !== null)).toBe(true)
    expect(lines.map((line) => `${line?.[2] ?? ''}:${line?.[3] ?? ''}`).toSorted()).toEqual(places)
    expect(run.stdout).toContain('50 %25 off: cranes, barges')
    // A bare % would begin an escape.
    expect(run.stdout.match(/%(?!0[AD]|25|2C|3A)/g)).toBeNull()
    expect(run.code).toBe(1)
  })

  test('writes a log for code scanning that has all that SARIF 2.1.0 and GitHub ask for', async () => {
    const { args, file } = commandOf('sarif')
    const run = await gazette(args.filter((word) => word !== '--network'), { cwd: folder() })
    const upload = steps.find(({ uses }) => uses?.startsWith('github/codeql-action/upload-sarif@') === true)
    expect(upload?.with?.sarif_file).toBe(file)
    const log = JSON.parse(run.stdout) as Sarif
    expect(log).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'gazette' } } }] })
    expect(log.$schema).toMatch(/^https:.*sarif.*2\.1\.0.*\.json$/)
    expect(Object.keys(log).toSorted()).toEqual(['$schema', 'runs', 'version'])
    const [{ tool, results } = { tool: { driver: { rules: [] } }, results: [] }] = log.runs
    const { rules } = tool.driver
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    for (const rule of rules) {
      expect(rule.id in catalogue).toBe(true)
      for (const text of [rule.shortDescription.text, rule.fullDescription.text, rule.help.text]) expect(text).toMatch(/\S/)
      expect(['none', 'note', 'warning', 'error']).toContain(rule.defaultConfiguration.level)
    }
    for (const result of results) {
      expect(rules[result.ruleIndex]?.id).toBe(result.ruleId)
      expect(['none', 'note', 'warning', 'error']).toContain(result.level)
      expect(result.message.text).toMatch(/\S/)
      const [{ physicalLocation }] = result.locations
      expect(physicalLocation.artifactLocation.uri).toMatch(/^(?!\/|\.\.)[^\\ ]+$/)
      expect(physicalLocation.region.startLine).toBeGreaterThan(0)
    }
    expect(results.map(({ locations: [{ physicalLocation }] }) => `${physicalLocation.artifactLocation.uri}:${physicalLocation.region.startLine}`).toSorted()).toEqual(places)
  })

  test('is told of in docs/checks.md', () => {
    expect(readFileSync(join('docs', 'checks.md'), 'utf8')).toContain('(check-newsletter.yml)')
  })
})

interface Sarif {
  $schema: string
  version: string
  runs: {
    tool: {
      driver: {
        rules: { id: string; shortDescription: { text: string }; fullDescription: { text: string }; help: { text: string }; defaultConfiguration: { level: string } }[]
      }
    }
    results: {
      ruleId: string
      ruleIndex: number
      level: string
      message: { text: string }
      locations: [{ physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number; startColumn?: number } } }]
    }[]
  }[]
}
