import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { KnownTemplate } from '../../src/app/templates.io.ts'
import { documentOf, gazette } from '../support/cli.ts'

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'gazette-templates-'))
})
afterEach(() => {
  rmSync(home, { recursive: true })
})

function newsletter(template: string): void {
  mkdirSync(join(home, 'content'))
  writeFileSync(join(home, 'content/newsletter.yaml'), `name: N\nfrom:\n  address: n@harbour.example\ntemplate: ${template}\n`)
}

async function listed(): Promise<KnownTemplate[]> {
  const run = await gazette(['templates', '--json'], { cwd: home })
  expect(run).toMatchObject({ code: 0, stderr: '' })
  return (documentOf(run).data as { templates: KnownTemplate[] }).templates
}

describe('gazette templates', () => {
  test('lists those that come with Gazette, each with its options and a picture that is there', async () => {
    const known = await listed()
    expect(known.map(({ name, from, used }) => ({ name, from, used }))).toEqual(
      ['brief', 'classic', 'magazine'].map((name) => ({ name, from: 'gazette', used: false })),
    )
    expect(known.find(({ name }) => name === 'magazine')?.options).toMatchObject({ pullQuote: { type: 'boolean', default: true }, textFont: { type: 'font', default: 'serif' } })
    for (const { preview = '' } of known) expect(existsSync(preview), preview).toBe(true)
  })

  test('tells people type and default of each option, and how to go on', async () => {
    newsletter('brief')
    const { code, stdout } = await gazette(['templates'], { cwd: home })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^brief \(in use\)\n {2}A note from a well-read colleague/m)
    expect(stdout).toMatch(/^ {2}pullQuote +true or false +default true +Set a sentence/m)
    expect(stdout).toMatch(/^ {2}width +480 to 800 +default 600 +Width of the message/m)
    expect(stdout).toMatch(/^ {2}textLinks +inline or numbered +default inline/m)
    expect(stdout).toMatch(/Next: gazette preview, or gazette build --template classic\n$/)
    for (const line of stdout.split('\n').slice(0, -2)) expect(line.length).toBeLessThanOrEqual(100)
  })

  test("shows the newsletter's own templates, which stand in for ours", async () => {
    newsletter('classic')
    for (const name of ['classic', 'evening']) {
      mkdirSync(join(home, 'templates', name), { recursive: true })
      writeFileSync(join(home, 'templates', name, 'issue.mjml.hbs'), '<mjml></mjml>')
    }
    writeFileSync(join(home, 'templates/evening/template.yaml'), 'name: Evening\noptions:\n  weather:\n    type: boolean\n    default: false\n    description: Show the weather.\n')
    expect((await listed()).map(({ name, title, from, used }) => `${name} ${title} ${from} ${used}`)).toEqual([
      'brief Brief gazette false',
      'classic classic newsletter, in place of the one of Gazette true',
      'evening Evening newsletter false',
      'magazine Magazine gazette false',
    ])
    const page = await gazette(['templates', 'evening'], { cwd: home })
    expect(page.stdout).toContain('your own, in templates/evening')
    expect(page.stdout).toMatch(/weather +true or false +default false +Show the weather\./)
  })

  test('says what is wrong with one that cannot be read, and shows the others', async () => {
    mkdirSync(join(home, 'templates/broken'), { recursive: true })
    writeFileSync(join(home, 'templates/broken/template.yaml'), 'name: Broken\n')
    const run = await gazette(['templates', '--json'], { cwd: home })
    expect(run.code).toBe(1)
    expect(documentOf(run).diagnostics).toMatchObject([{ code: 'GZ-T001', file: 'templates/broken/issue.mjml.hbs' }])
    expect((documentOf(run).data as { templates: unknown[] }).templates).toHaveLength(3)
  })

  test('suggests a name', async () => {
    const run = await gazette(['templates', 'clasic', '--json'], { cwd: home })
    expect(run.code).toBe(2)
    expect(documentOf(run).diagnostics).toMatchObject([{ code: 'GZ-U004', hint: 'did you mean classic?' }])
  })
})

describe('gazette new template', () => {
  test('copies one, which builds as it is under its own name', async () => {
    await gazette(['init', '--yes'], { cwd: home })
    const made = await gazette(['new', 'template', 'evening', '--from', 'brief', '--json'], { cwd: home })
    expect(documentOf(made).data).toMatchObject({ folder: 'templates/evening' })
    expect(readFileSync(join(home, 'templates/evening/template.yaml'), 'utf8')).toMatch(/^name: Evening\ndescription: /)
    expect(existsSync(join(home, 'templates/evening/preview.jpg'))).toBe(false)
    const built = await gazette(['build', '--template', 'evening', '--json'], { cwd: home })
    expect(built.code).toBe(0)
    expect(documentOf(built).diagnostics).toEqual([])
  })

  test.each([
    [['evening', '--from', 'breif'], 'GZ-U004', 'did you mean brief?'],
    [['../evening'], 'GZ-U004', 'use small letters, digits and hyphens'],
    [['shared'], 'GZ-U004', 'use small letters, digits and hyphens'],
    [[], 'GZ-U001', 'gazette new template evening --from brief'],
    [['evening', '--section', 'News'], 'GZ-U001', undefined],
  ])('refuses %j', async (args, code, hint) => {
    const run = await gazette(['new', 'template', ...args, '--json'], { cwd: home })
    expect(run.code).toBe(2)
    const [first] = documentOf(run).diagnostics
    expect(first).toMatchObject({ code, ...(hint === undefined ? {} : { hint }) })
    expect(existsSync(join(home, 'templates'))).toBe(false)
  })

  test('leaves one that is there alone', async () => {
    mkdirSync(join(home, 'templates/evening'), { recursive: true })
    writeFileSync(join(home, 'templates/evening/issue.mjml.hbs'), 'mine')
    const run = await gazette(['new', 'template', 'evening', '--json'], { cwd: home })
    expect(documentOf(run).diagnostics).toMatchObject([{ code: 'GZ-U005' }])
    expect(readFileSync(join(home, 'templates/evening/issue.mjml.hbs'), 'utf8')).toBe('mine')
  })
})
