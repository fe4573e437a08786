import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'

const repository = fileURLToPath(new URL('../..', import.meta.url))
let home: string

/** The program as it is built, with a bundle that nobody else runs. */
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'gazette-start-'))
  onTestFinished(() => {
    rmSync(home, { recursive: true })
  })
  mkdirSync(join(home, 'src'))
  mkdirSync(join(home, 'dist'))
  cpSync(join(repository, 'src/cli'), join(home, 'src/cli'), { recursive: true, filter: (path) => !path.endsWith('.ts') })
  cpSync(join(repository, 'dist/bundle'), join(home, 'dist/bundle'), { recursive: true })
  for (const name of ['package.json', 'node_modules', 'templates']) symlinkSync(join(repository, name), join(home, name))
})

const run = (...args: string[]): ReturnType<typeof spawnSync> & { stdout: string; stderr: string } =>
  spawnSync(process.execPath, [join(home, 'src/cli/gazette.cjs'), ...args], { encoding: 'utf8' })
const compiled = (): string[] => readdirSync(join(home, 'dist/compiled')).map((name) => join(home, 'dist/compiled', name))

const keepsItself = process.versions.node.startsWith('20.')

describe.runIf(keepsItself)('the compiled code that one run leaves for the next', () => {
  it('gives the same answer as the first time, and is not written again', () => {
    const first = run('--help')
    const [store = ''] = compiled()
    expect(statSync(store).size).toBeGreaterThan(10_000)
    const { mtimeMs } = statSync(store)
    expect(run('--help').stdout).toBe(first.stdout)
    expect(statSync(store).mtimeMs).toBe(mtimeMs)
  })

  it('is not used for a file that has changed since, though its length is the same', () => {
    expect(run('explain', 'GZ-C001').status).toBe(0)
    const main = join(home, 'dist/bundle/main.cjs')
    const text = readFileSync(main, 'utf8')
    expect(text).toContain('print the version')
    writeFileSync(main, text.replaceAll('print the version', 'PRINT THE VERSION'))
    utimesSync(main, new Date(), new Date(Date.now() + 5000))
    expect(run('--help').stdout).toContain('PRINT THE VERSION')
  })

  it('does no harm when it is damaged', () => {
    run('--help')
    const [store = ''] = compiled()
    for (const damaged of [Buffer.alloc(0), Buffer.from([255, 255, 255, 127, 1]), readFileSync(store).fill(7, 20_000)]) {
      writeFileSync(store, damaged)
      expect(run('--version').status).toBe(0)
    }
  })

  it('is done without when its folder cannot be made', () => {
    writeFileSync(join(home, 'dist/compiled'), 'a file, where the folder would be')
    const { status, stderr } = run('--version')
    expect(status).toBe(0)
    expect(stderr).toBe('')
  })
})

describe('what is run', () => {
  it('is the modules when they are newer than the bundle, as after `tsc` alone', () => {
    mkdirSync(join(home, 'dist/cli'))
    writeFileSync(join(home, 'dist/cli/main.js'), "console.log('the modules')")
    utimesSync(join(home, 'dist/cli/main.js'), new Date(), new Date(Date.now() + 5000))
    expect(run('--version').stdout).toBe('the modules\n')
    utimesSync(join(home, 'dist/cli/main.js'), new Date(0), new Date(0))
    expect(run('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it('is nothing when nothing is built, and that is said', () => {
    rmSync(join(home, 'dist'), { recursive: true })
    const { status, stderr } = run('--version')
    expect(status).toBe(4)
    expect(stderr).toContain('gazette is not built yet')
  })
})

/** The style of the element that holds the x. */
const styleOf = (html: string): string | undefined => /<div\s[^>]*style="([^"]*)"[^>]*>x<\/div>/.exec(html)?.[1]

it('the bundle makes of an inlined style what MJML itself makes of it', () => {
  const stories = '{{#if lead}}{{lead.title}}{{/if}}{{#each sections}}{{#each stories}}{{title}}{{/each}}{{/each}}'
  const source = '<mjml><mj-head><mj-style inline="inline">.red div { letter-spacing: 3px }</mj-style></mj-head><mj-body><mj-section><mj-column><mj-text css-class="red">x</mj-text></mj-column></mj-section></mj-body></mjml>'
  mkdirSync(join(home, 'letters/templates/plain'), { recursive: true })
  mkdirSync(join(home, 'letters/content/articles'), { recursive: true })
  writeFileSync(join(home, 'letters/content/newsletter.yaml'), 'name: Letters\nfrom: { address: a@letters.example }\ntemplate: plain\n')
  writeFileSync(join(home, 'letters/content/articles/one.md'), '---\ntitle: One\nurl: https://letters.example/1\ndate: 2026-11-20\n---\n\nA sentence of some words for the blurb of it.\n')
  writeFileSync(join(home, 'letters/templates/plain/template.yaml'), 'name: Plain\ndescription: One line.\n')
  writeFileSync(join(home, 'letters/templates/plain/issue.mjml.hbs'), source.replace('</mj-column>', `<mj-text>${stories}</mj-text></mj-column>`))
  writeFileSync(join(home, 'letters/templates/plain/text.hbs'), `${stories}\n`)
  const { stdout } = run('build', '-C', join(home, 'letters'), '--until', 'mjml')
  const mjml = execFileSync(join(repository, 'node_modules/.bin/mjml'), ['-i', '-s'], { input: source, encoding: 'utf8' })
  expect(styleOf(mjml)).toContain('letter-spacing')
  expect(styleOf(stdout)).toBe(styleOf(mjml))
})
