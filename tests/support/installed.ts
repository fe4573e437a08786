import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const repository = fileURLToPath(new URL('../..', import.meta.url))

/** Packs Gazette as it would be published, and says where the tarball is. */
export function pack(folder: string): string {
  const printed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    cwd: repository,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [packed] = JSON.parse(printed) as { filename: string }[]
  if (packed === undefined) throw new Error('npm pack made nothing')
  return join(folder, packed.filename)
}

/**
 * Does what `npm install TARBALL` does, without a network: the package is unpacked from the tarball, its bin linked,
 * and what it depends on is taken from the installation of this repository. Only production dependencies are there,
 * so that a package which is missing from package.json is missed here too.
 */
export function install(tarball: string, folder: string): void {
  const home = join(folder, 'node_modules/gazette')
  rmSync(home, { recursive: true, force: true })
  mkdirSync(home, { recursive: true })
  execFileSync('tar', ['xzf', tarball, '-C', home, '--strip-components=1'])
  const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
    bin: Record<string, string>
  }
  for (const name of Object.keys(manifest.dependencies)) {
    const link = join(folder, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    if (!existsSync(link)) symlinkSync(join(repository, 'node_modules', name), link, 'dir')
  }
  const bin = join(folder, 'node_modules/.bin')
  mkdirSync(bin, { recursive: true })
  for (const [name, path] of Object.entries(manifest.bin)) {
    rmSync(join(bin, name), { force: true })
    symlinkSync(join(home, path), join(bin, name))
  }
}

/** The repository as a clone of it would be, sharing what `npm ci` and `npm run build` made. */
export function clone(folder: string): void {
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: repository, encoding: 'utf8' })
  const tops = new Set(files.split('\0').filter((file) => file !== '').map((file) => file.split('/')[0] ?? file))
  for (const name of [...tops].filter((entry) => existsSync(join(repository, entry)) && entry !== 'out' && entry !== 'content')) {
    symlinkSync(join(repository, name), join(folder, name))
  }
  execFileSync('cp', ['-R', join(repository, 'content'), join(folder, 'content')])
  for (const name of ['node_modules', 'dist']) symlinkSync(join(repository, name), join(folder, name), 'dir')
  if (readdirSync(folder).length < 5) throw new Error('the repository has no files')
}
