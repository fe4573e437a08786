import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { chromium, type Browser } from 'playwright-core'

interface Executable {
  path: string
  env?: Record<string, string>
}

/**
 * A headless Chromium for tests: the one CHROMIUM_PATH names, else one that is installed, else the one that comes as an
 * npm package together with the libraries and fonts it needs, so that a machine with nothing but Node and npm will do.
 *
 * @returns undefined when none of them starts. In CI (environment variable CI) that is an error instead, so that no
 *   test is passed over unseen.
 */
export async function openBrowser(): Promise<Browser | undefined> {
  const problems: string[] = []
  for (const find of [named, installed, packaged]) {
    try {
      const found = await find()
      if (found !== undefined) return await launch(found)
    } catch (error) {
      problems.push(`${find.name}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`)
    }
  }
  const message = `no browser starts: ${problems.join('; ')}`
  if (process.env['CI'] !== undefined && process.env['CI'] !== '') throw new Error(message)
  console.warn(message)
  return undefined
}

/** The Chromium of the npm package, unpacked. Fails where its processor or system is not served. */
export async function packaged(): Promise<Executable> {
  const require = createRequire(import.meta.url)
  const entry = require.resolve('@sparticuz/chromium')
  const folder = join(tmpdir(), `gazette-chromium-${versionOf(entry)}`)
  if (!existsSync(join(folder, 'chromium'))) await unpack(entry, folder)
  const libraries = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter((path) => path !== undefined)
  return {
    path: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries.join(delimiter), FONTCONFIG_FILE: join(folder, 'fonts.conf'), HOME: folder },
  }
}

export async function launch({ path, env }: Executable): Promise<Browser> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return chromium.launch({
    executablePath: path,
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars'],
    env: { ...Object.fromEntries(inherited), ...env },
  })
}

function named(): Executable | undefined {
  const path = process.env['CHROMIUM_PATH']
  return path === undefined || path === '' ? undefined : { path }
}

function installed(): Executable | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const path = names.flatMap((name) => folders.map((folder) => join(folder, name))).find((one) => existsSync(one))
  return path === undefined ? undefined : { path }
}

/**
 * Unpacks the package in a process of its own: it finds out where it runs from the environment, writes to the folder
 * for temporary files, and changes variables that other tests should not see. The folder appears whole or not at all.
 */
async function unpack(entry: string, folder: string): Promise<void> {
  const draft = await mkdtemp(`${folder}-`)
  const address = JSON.stringify(pathToFileURL(entry).href)
  const script = `import(${address}).then(({ default: found }) => (found.default ?? found).executablePath())`
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    })
    await writeFile(join(draft, 'fonts.conf'), fontsConfiguration(folder))
    await rename(draft, folder)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    // Another process may have been quicker.
    if (!existsSync(join(folder, 'chromium'))) throw error
  }
}

/** The package's own configuration expects its fonts where it runs in the cloud; without fonts, text has no size. */
function fontsConfiguration(folder: string): string {
  const folders = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts']
  const listed = folders.map((path) => `<dir>${path}</dir>`).join('')
  const cache = `<cachedir>${join(folder, 'fonts-cache')}</cachedir>`
  return `<?xml version="1.0"?>\n<fontconfig>${listed}${cache}</fontconfig>\n`
}

function versionOf(entry: string): string {
  return (createRequire(entry)('../../package.json') as { version: string }).version
}
