import { randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, it } from 'vitest'
import { build, createMemory } from '../../src/app/build.ts'
import { format, spread, timeProcess, versus } from './timing.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))
const shim = join(repository, 'src/cli/gazette.cjs')
const home = mkdtempSync(join(tmpdir(), 'gazette-bench-'))
afterAll(() => {
  rmSync(home, { recursive: true })
})

/** A newsletter with so many articles of about 500 words, the sample's texts under other names, and one issue of 20. */
function newsletter(name: string, articles: number): string {
  const root = join(home, name)
  const samples = readFileSync(join(repository, 'content/articles/2026-11-24-high-water-on-a-calm-day.md'), 'utf8')
  mkdirSync(join(root, 'content/articles'), { recursive: true })
  mkdirSync(join(root, 'content/issues'), { recursive: true })
  cpSync(join(repository, 'content/images'), join(root, 'content/images'), { recursive: true })
  cpSync(join(repository, 'content/newsletter.yaml'), join(root, 'content/newsletter.yaml'))
  for (let index = 0; index < articles; index++) {
    const day = new Date(Date.UTC(2000, 0, 1) + index * 86_400_000).toISOString().slice(0, 10)
    const text = samples.replace(/^title:.*$/m, `title: High water number ${index}`).replace(/^date:.*$/m, `date: ${day}`)
    writeFileSync(join(root, `content/articles/${day}-high-water-${index}.md`), text)
  }
  writeFileSync(join(root, 'content/issues/2030-w01.md'), '---\ndate: 2030-01-03\narticles: {limit: 20}\n---\n\nHello.\n')
  return root
}

describe('build', () => {
  it('cold, beside the mjml command line on the very MJML it emitted', async () => {
    const root = newsletter('twenty', 20)
    timeProcess(process.execPath, [shim, 'build', '-C', root, '--emit', 'mjml'])
    const mjml = join(repository, 'node_modules/.bin/mjml')
    const source = join(root, 'out/2030-w01/issue.mjml')
    const result = await versus(
      () => timeProcess(process.execPath, [shim, 'build', '-C', root, '--emit', 'mjml']),
      () => timeProcess(mjml, [source, '-o', join(home, 'mjml.html')]),
      9,
    )
    console.log(`cold build of 20 stories   ${format(result.a, 'ms')}`)
    console.log(`mjml on the same MJML      ${format(result.b, 'ms')}`)
    console.log(`ratio                      ${format(result.ratio, '')} (goal: at most 1.3)`)
  })

  it('--help, beside a bare node', async () => {
    const result = await versus(
      () => timeProcess(process.execPath, [shim, '--help']),
      () => timeProcess(process.execPath, ['-e', '0']),
      15,
    )
    console.log(`gazette --help             ${format(result.a, 'ms')}`)
    console.log(`node -e 0                  ${format(result.b, 'ms')}`)
    console.log(`ratio                      ${format(result.ratio, '')} (goal: at most 2.5)`)
  })

  it('again in the same process, one blurb changed each time', async () => {
    for (const stories of [5, 10, 20, 40]) {
      const root = newsletter(`again-${stories}`, stories)
      writeFileSync(join(root, 'content/issues/2030-w01.md'), `---\ndate: 2030-01-03\narticles: {limit: ${stories}}\n---\n\nHello.\n`)
      const memory = createMemory()
      const once = async (): Promise<number> => {
        const started = performance.now()
        await build({ root, now: new Date(), random: randomBytes, memory })
        return performance.now() - started
      }
      for (let warm = 0; warm < 5; warm++) await once()
      const file = join(root, 'content/articles/2000-01-03-high-water-2.md')
      const times: number[] = []
      for (let round = 0; round < 15; round++) {
        writeFileSync(file, readFileSync(file, 'utf8').replace(/^---\n/, `---\nblurb: Round ${round}.\n`).replace(/^(---\nblurb: .*\n)blurb: .*\n/, '$1'))
        times.push(await once())
      }
      console.log(`${String(stories).padStart(3)} stories, again          ${format(spread(times), 'ms')}${stories === 20 ? ' (goal: below 100)' : ''}`)
    }
  })

  it('in a folder of 10,000 articles, beside one of 100', async () => {
    const small = newsletter('hundred', 100)
    const large = newsletter('ten-thousand', 10_000)
    const result = await versus(
      () => timeProcess(process.execPath, [shim, 'build', '-C', large]),
      () => timeProcess(process.execPath, [shim, 'build', '-C', small]),
      7,
    )
    console.log(`one issue of 10,000        ${format(result.a, 'ms')}`)
    console.log(`one issue of 100           ${format(result.b, 'ms')}`)
    console.log(`ratio                      ${format(result.ratio, '')} (goal: at most 2)`)
  })
})
