import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { expect, test } from 'vitest'

/** Half of it is the SQLite of two kinds of Linux; MJML, 60 MB when it is installed as it comes, is in the bundle without its minifiers. */
const allowedMegabytes = 60

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
  const packed = execFileSync('npm', ['pack', '--dry-run', '--ignore-scripts', '--json'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  const own = (JSON.parse(packed) as { unpackedSize: number }[])[0]?.unpackedSize ?? NaN
  const megabytes = packages.reduce((sum, folder) => sum + sizeOf(folder), own) / 1024 ** 2
  console.info(`${packages.length} packages, ${megabytes.toFixed(1)} MB`)
  expect(packages.length).toBeGreaterThan(10)
  expect(megabytes).toBeLessThan(allowedMegabytes)
})
