import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { initialise } from '../../src/app/scaffold/init.io.ts'
import { documentOf, gazette } from '../support/cli.ts'

let home = ''
beforeEach(() => { home = mkdtempSync(join(tmpdir(), 'gazette-scaffold-')) })
afterEach(() => { rmSync(home, { recursive: true, force: true }) })

const read = (path: string): string => readFileSync(join(home, path), 'utf8')
const listed = (folder: string): string[] => readdirSync(join(home, folder), { recursive: true, encoding: 'utf8' }).toSorted()

describe('gazette init', () => {
  test('asks nothing without a terminal, and what it writes builds without a finding', async () => {
    const made = await gazette(['init', 'harbour-notes'], { cwd: home })
    expect(made).toMatchObject({ code: 0, stderr: '' })
    expect(made.stdout).toContain('Made Harbour Notes in harbour-notes:')
    expect(made.stdout).toContain('Next: cd harbour-notes && gazette build')
    for (const line of made.stdout.match(/^ {2}\S+$/gm) ?? []) expect(read(`harbour-notes/${line.trim()}`)).not.toBe('')

    const built = await gazette(['build', '--json'], { cwd: join(home, 'harbour-notes') })
    expect(built.code).toBe(0)
    expect(documentOf(built).diagnostics).toEqual([])
    const issue = listed('harbour-notes/out')[0] ?? ''
    expect(read(`harbour-notes/out/${issue}/message.txt`)).toContain('How an issue comes together')
  })

  test('takes its answers from flags', async () => {
    const args = ['init', '--name', 'Notes: of a "Harbour"', '--from', 'notes@harbour.example', '--sections', ' Ships, Tides ,, ', '--yes']
    expect((await gazette(args, { cwd: home })).code).toBe(0)
    expect(parse(read('content/newsletter.yaml'))).toMatchObject({
      name: 'Notes: of a "Harbour"',
      from: { name: 'Notes: of a "Harbour"', address: 'notes@harbour.example' },
      sections: ['Ships', 'Tides'],
    })
    expect((await gazette(['build'], { cwd: home })).code).toBe(0)
  })

  test('never writes over a file', async () => {
    writeFileSync(join(home, '.gitignore'), 'mine\n')
    const made = await gazette(['init', '--json'], { cwd: home })
    expect(documentOf(made).data).toMatchObject({ kept: ['.gitignore'] })
    expect(read('.gitignore')).toBe('mine\n')

    const before = listed('.')
    const again = await gazette(['init', '--json', '--name', 'Other'], { cwd: home })
    expect(again.code).toBe(2)
    expect(documentOf(again).diagnostics).toMatchObject([{ code: 'GZ-U005', file: 'content/newsletter.yaml' }])
    expect(listed('.')).toEqual(before)
  })

  test.each([
    [['--from', 'nobody'], '--from must be an e-mail address, got "nobody"'],
    [['--name', '  '], '--name must not be empty, got "  "'],
    [['--sections', ','], '--sections must name at least one section'],
  ])('refuses %j and writes nothing', async (flags, message) => {
    const refused = await gazette(['init', 'new', '--json', ...flags], { cwd: home })
    expect(refused.code).toBe(2)
    expect(documentOf(refused).diagnostics).toMatchObject([{ code: 'GZ-U004', message }])
    expect(listed('.')).toEqual([])
  })

  test('refuses a folder that is a file', async () => {
    writeFileSync(join(home, 'taken'), '')
    const refused = await gazette(['init', 'taken/weekly', '--json'], { cwd: home })
    expect(refused.code).toBe(2)
    expect(documentOf(refused).diagnostics[0]?.message).toContain('taken is a file, not a folder')
  })
})

describe('gazette new', () => {
  let fresh = ''
  beforeAll(async () => {
    fresh = mkdtempSync(join(tmpdir(), 'gazette-fresh-'))
    await initialise(fresh, { name: 'Notes', from: 'notes@harbour.example', sections: ['Ships', 'Tides'] }, '2026-11-23')
  })
  afterAll(() => { rmSync(fresh, { recursive: true, force: true }) })
  beforeEach(() => { cpSync(fresh, home, { recursive: true }) })

  test('article makes a file that the next build reads', async () => {
    const made = await gazette(['new', 'article', 'Über den Hafen:', 'a "test"', '--section', 'Ships', '--date', '2026-11-20', '--author', 'A. Writer', '--url', 'https://harbour.example/x'], { cwd: home })
    expect(made).toMatchObject({ code: 0, stderr: '' })
    const file = 'content/articles/2026-11-20-uber-den-hafen-a-test.md'
    expect(made.stdout).toContain(`Wrote ${file}`)
    const matter = read(file).split('---')[1] ?? ''
    expect(parse(matter)).toEqual({
      title: 'Über den Hafen: a "test"', date: '2026-11-20', author: 'A. Writer', url: 'https://harbour.example/x', section: 'Ships',
    })
    expect(matter).toContain('# yaml-language-server: $schema=../.schema/article.json')
  })

  test('article tells which issue takes it', async () => {
    const [first = ''] = listed('content/issues')
    const issue = first.replace('.md', '')
    const made = await gazette(['new', 'article', 'Low water', '--date', '2026-11-24'], { cwd: home })
    expect(made.stdout).toMatch(new RegExp(`\\n${issue} takes it\\.\\nNext: .* gazette build ${issue}\\n$`))
    const later = await gazette(['new', 'article', 'Lower water', '--date', '2031-01-02', '--json'], { cwd: home })
    expect(documentOf(later).data).toEqual({ file: 'content/articles/2031-01-02-lower-water.md', slug: '2031-01-02-lower-water' })
  })

  test('article tells which sections there are when none is named', async () => {
    const made = await gazette(['new', 'article', 'Low water', '--slug', 'low-water'], { cwd: home })
    expect(made.code).toBe(0)
    expect(read('content/articles/low-water.md')).toContain('# section: one of Ships, Tides. Left out, Tides.')
  })

  test('issue makes the one after the newest', async () => {
    const first = listed('content/issues')[0] ?? ''
    const number = (text: string): number => (parse(text.split('---')[1] ?? '') as { number: number }).number
    const made = await gazette(['new', 'issue', '--date', '2031-01-02', '--subject', 'Later'], { cwd: home })
    expect(made.stdout).toContain('Wrote content/issues/2031-w01.md\nNumber 2 is dated 2031-01-02')
    expect(number(read(`content/issues/${first}`))).toBe(1)
    expect(parse(read('content/issues/2031-w01.md').split('---')[1] ?? '')).toEqual({ number: 2, date: '2031-01-02', subject: 'Later' })
  })

  test.each([
    [['new', 'artikle', 'T'], 'GZ-U001', 'did you mean article?'],
    [['new', 'article'], 'GZ-U001', 'gazette new article "A title"'],
    [['new', 'article', 'T', '--section', 'Ship'], 'GZ-U004', 'did you mean Ships?'],
    [['new', 'article', '!!'], 'GZ-U004', 'give one with --slug'],
    [['new', 'article', 'T', '--slug', '../x'], 'GZ-U004', 'use letters, digits and hyphens'],
    [['new', 'article', 'T', '--number', '3'], 'GZ-U001', undefined],
    [['new', 'article', 'T', '--date', 'yesterday'], 'GZ-U004', undefined],
    [['new', 'article', 'T', '--url', 'javascript:x'], 'GZ-U004', undefined],
    [['new', 'issue', '--section', 'Ships'], 'GZ-U001', undefined],
    [['new', 'issue', '--number', 'two'], 'GZ-U004', undefined],
  ])('%j is refused', async (args, code, hint) => {
    const before = listed('content')
    const refused = await gazette([...args, '--json'], { cwd: home })
    expect(refused.code).toBe(2)
    expect(documentOf(refused).diagnostics[0]).toMatchObject(hint === undefined ? { code } : { code, hint })
    expect(listed('content')).toEqual(before)
  })

  test('never writes over a file', async () => {
    await gazette(['new', 'issue', 'special'], { cwd: home })
    const refused = await gazette(['new', 'issue', 'special', '--json'], { cwd: home })
    expect(documentOf(refused).diagnostics).toMatchObject([{ code: 'GZ-U005', file: 'content/issues/special.md' }])
  })
})
