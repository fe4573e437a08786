import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, it } from 'vitest'
import { documentOf, gazette, type Run } from '../support/cli.ts'
import { article, minimalNewsletter, newsletterFolder } from '../support/newsletter-folder.ts'

const shim = fileURLToPath(new URL('../../src/cli/gazette.cjs', import.meta.url))
const good = { 'content/articles/2026-11-20-cranes.md': article('Cranes'), 'content/issues/2026-w48.md': '---\ndate: 2026-11-26\n---\n' }

const isRoot = process.getuid?.() === 0
/** The account `nobody` of most systems: permissions do not bind root, so root's tests run as somebody else. */
const nobody = 65534

/** Whether another account can run this installation at all. */
const canRunAsNobody = !isRoot || spawnSync(process.execPath, [shim, '--version'], { uid: nobody, gid: nobody }).status === 0

/** Runs a line of shell in a folder, as somebody whom permissions bind; `$GAZETTE` is the command line. */
function bound(line: string, root: string): Run {
  if (isRoot) for (const name of ['', ...readdirSync(root, { recursive: true, encoding: 'utf8' })]) chownSync(join(root, name), nobody, nobody)
  const env = { PATH: process.env.PATH, HOME: root, NO_COLOR: '1', GAZETTE: `${process.execPath} ${shim}` }
  const run = spawnSync('bash', ['-c', line], { cwd: root, env, encoding: 'utf8', ...(isRoot ? { uid: nobody, gid: nobody } : {}) })
  return { code: run.status, stdout: run.stdout, stderr: run.stderr }
}

/** Every file below `out` with its content. */
function output(root: string): Record<string, string> {
  const files = readdirSync(join(root, 'out'), { recursive: true, encoding: 'utf8' }).filter((name) => lstatSync(join(root, 'out', name)).isFile())
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(root, 'out', name), 'base64')]))
}

/** Nine lists of nine references to the one before: half a billion entries when unfolded. */
const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...Array.from('bcdefghi', (name, index) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefgh'[index] ?? ''}`).join(', ')}]`)].join('\n')

describe('bad input stops a build with one diagnostic', () => {
  it.each<[string, Record<string, string>, string, number]>([
    ['a bomb of YAML aliases in an article', { 'content/articles/2026-11-20-cranes.md': `---\ntitle: x\n${bomb}\n---\n\nText.\n` }, 'GZ-C001', 1],
    ['a bomb of YAML aliases in newsletter.yaml', { 'content/newsletter.yaml': `${minimalNewsletter}${bomb}\n` }, 'GZ-N002', 2],
    ['a template that asks for what there is not', { 'content/newsletter.yaml': `${minimalNewsletter}template: own\n`, 'templates/own/issue.mjml.hbs': '<mjml><mj-body>\n{{issue.sujbect}}\n</mj-body></mjml>', 'templates/own/text.hbs': 'x' }, 'GZ-T003', 1],
    ['a slot in the style sheet', { 'content/newsletter.yaml': `${minimalNewsletter}template: own\n`, 'templates/own/issue.mjml.hbs': '<mjml><mj-head><mj-style>.a { color: {{recipient "colour"}} }</mj-style></mj-head><mj-body><mj-section><mj-column><mj-text>{{#if lead}}{{lead.title}}{{/if}}{{#each sections}}{{#each stories}}{{title}}{{/each}}{{/each}}</mj-text></mj-column></mj-section></mj-body></mjml>', 'templates/own/text.hbs': 'x' }, 'GZ-R006', 1],
  ])('%s', async (_what, files, code, exit) => {
    const root = newsletterFolder(good)
    await gazette(['build'], { cwd: root })
    const before = output(root)
    expect(Object.keys(before)).toContain('2026-w48/message.eml')
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    const run = await gazette(['build', '--json'], { cwd: root })
    expect([documentOf(run).diagnostics.filter(({ severity }) => severity === 'error').map((finding) => finding.code), run.code]).toEqual([[code], exit])
    expect(output(root), 'the previous output is whole').toEqual(before)
  })

  it('no content folder at all', async () => {
    const root = newsletterFolder(good)
    rmSync(join(root, 'content'), { recursive: true })
    const run = await gazette(['build'], { cwd: root })
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr.match(/error {2}GZ-\w+/g)).toEqual(['error  GZ-N001'])
  })
})

describe.runIf(process.platform !== 'win32' && canRunAsNobody)('a disk that refuses', () => {
  let root = ''
  let before: Record<string, string> = {}
  beforeEach(() => {
    root = newsletterFolder(good)
    const built = bound('$GAZETTE build', root)
    expect(built.code, built.stderr).toBe(0)
    before = output(root)
  })

  it.each([
    ['an output folder that is read-only', 'chmod 500 out; $GAZETTE build --json; code=$?; chmod 700 out; exit $code'],
    ['a disk that has no room for the message', 'ulimit -f 2; $GAZETTE build --json'],
  ])('%s', (_what, line) => {
    const run = bound(line, root)
    expect(documentOf(run).diagnostics).toMatchObject([{ code: 'GZ-E002' }])
    expect(run.code).toBe(4)
    expect(output(root), 'nothing of it was touched, and nothing left beside it').toEqual(before)
  })

  it('an article that cannot be read', () => {
    chmodSync(join(root, 'content/articles/2026-11-20-cranes.md'), 0)
    rmSync(join(root, '.gazette'), { recursive: true, force: true })
    const run = bound('$GAZETTE build --json', root)
    expect(documentOf(run).diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([{ code: 'GZ-E001', file: 'content/articles/2026-11-20-cranes.md' }])
    expect(run.code).not.toBe(0)
    expect(output(root)).toEqual(before)
  })

  it('a state folder that is read-only costs the index and nothing else', () => {
    rmSync(join(root, '.gazette'), { recursive: true, force: true })
    const run = bound('chmod 500 .; $GAZETTE build --json; code=$?; chmod 700 .; exit $code', root)
    expect(documentOf(run).diagnostics).toEqual([])
    expect(run.code).toBe(0)
  })
})
