import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { expect, test } from 'vitest'

/** What mjml alone brings is about 60 MB of it. */
const allowedMegabytes = 110

/** Bytes of the files of a package, without the packages that lie inside it. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    if (entry.name === 'node_modules') return sum
    const path = join(folder, entry.name)
    return sum + (entry.isDirectory() ? sizeOf(path) : entry.isFile() ? statSync(path).size : 0)
  }, 0)
}

test(`Gazette with all that it needs at run time takes at most ${allowedMegabytes} MB`, () => {
  const listed = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  const packages = [...new Set(listed.trim().split('\n'))].filter((path) => path.includes(`${sep}node_modules${sep}`))
  const own = ['dist', 'templates', 'content'].map((name) => join(process.cwd(), name))
  const megabytes = [...packages, ...own].reduce((sum, folder) => sum + sizeOf(folder), 0) / 1024 ** 2
  console.info(`${packages.length} packages, ${megabytes.toFixed(1)} MB`)
  expect(packages.length).toBeGreaterThan(10)
  expect(megabytes).toBeLessThan(allowedMegabytes)
})
