import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { article, newsletterFolder } from './support/newsletter-folder.ts'

const repository = fileURLToPath(new URL('..', import.meta.url))
let home: string

/** What `npm install gazette.tgz` would lay down, with the dependencies that are here already. */
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'gazette-package-'))
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', home], { cwd: repository, stdio: 'ignore' })
  mkdirSync(join(home, 'node_modules'))
  execFileSync('tar', ['xzf', 'gazette-0.1.0.tgz', '--one-top-level=gazette', '--strip-components=1'], { cwd: home })
  symlinkSync(join(repository, 'node_modules'), join(home, 'gazette/node_modules'))
})
afterAll(() => {
  rmSync(home, { recursive: true })
})

const run = (...args: string[]): { status: number | null; stdout: string } =>
  spawnSync(process.execPath, [join(home, 'gazette/src/cli/gazette.cjs'), ...args], { encoding: 'utf8' })

describe('the package', () => {
  it('builds a newsletter with the templates it brings along', () => {
    const root = newsletterFolder({ 'content/articles/2026-11-20-cranes.md': article('Cranes') })
    const { status, stdout } = run('build', '-C', root)
    expect(status).toBe(0)
    expect(stdout).toContain('index.html')
  })

  it('holds what a user needs and nothing else', () => {
    const files = execFileSync('tar', ['tzf', join(home, 'gazette-0.1.0.tgz')], { encoding: 'utf8' })
    expect(files).toContain('package/templates/classic/issue.mjml.hbs')
    expect(files).toContain('package/dist/bundle/main.cjs')
    expect(files).toContain('package/dist/bundle/LICENCES.txt')
    expect(files).toContain('package/dist/index.d.ts')
    expect(files).not.toMatch(/package\/(tests|\.gazette|out|dist\/compiled)\//)
    expect(files, 'the modules that the bundle is made of').not.toContain('package/dist/cli/main.js')
  })
})

describe('the shim', () => {
  it('says which Node it needs when run on an older one', () => {
    const old = `Object.defineProperty(process.versions, 'node', { value: '18.20.0' }); require(${JSON.stringify(join(repository, 'src/cli/gazette.cjs'))})`
    const { status, stderr } = spawnSync(process.execPath, ['-e', old], { encoding: 'utf8' })
    expect(status).toBe(4)
    expect(stderr).toContain('gazette needs Node 20.19 or newer, and this is Node 18.20.0.')
  })
})
