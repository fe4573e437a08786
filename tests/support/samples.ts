import { randomBytes } from 'node:crypto'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from '../../src/app/build.ts'
import { forcedDark } from '../../src/checks/simulate/forced-dark.ts'
import { imagesOff } from '../../src/checks/simulate/images-off.ts'
import { simulate } from '../../src/checks/simulate/simulate.ts'
import { hasErrors } from '../../src/diagnostics/diagnostic.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))

export const templateNames = ['classic', 'brief', 'magazine'] as const
export const directions = ['ltr', 'rtl'] as const

/** Ways in which a message is looked at, besides a light and a dark screen. */
const versions = ['shipped', 'images-off', 'forced-dark', 'word', 'gmail-other'] as const
export type Version = (typeof versions)[number]

/** An issue built with a template: the sample newsletter, or the Arabic one. */
export interface Sample {
  template: (typeof templateNames)[number]
  direction: (typeof directions)[number]
  html: string
  text: string
  /** Addresses of its pages, one for each version. */
  pages: Record<Version, string>
}

/**
 * Builds the sample newsletter (`ltr`) and the Arabic one (`rtl`) with every template, each version as a page of its
 * own beside its pictures.
 *
 * @param folder an empty folder, for the caller to remove
 */
export async function buildSamples(folder: string): Promise<Sample[]> {
  const arabic = join(folder, 'arabic')
  cpSync(join(repository, 'tests/fixtures/arabic'), arabic, { recursive: true })
  cpSync(join(repository, 'content/images'), join(arabic, 'content/images'), { recursive: true })
  const roots = { ltr: repository, rtl: arabic }
  const samples: Sample[] = []
  for (const template of templateNames) {
    for (const direction of directions) samples.push(await buildSample(roots[direction], join(folder, template, direction), template, direction))
  }
  return samples
}

async function buildSample(root: string, out: string, template: Sample['template'], direction: Sample['direction']): Promise<Sample> {
  const now = new Date('2026-11-26T08:00:00Z')
  const built = await build({ root, out, issue: '2026-w48', template, now, random: randomBytes })
  if (hasErrors(built.diagnostics) || built.folder === undefined) throw new Error(JSON.stringify(built.diagnostics))
  const home = built.folder
  const html = readFileSync(join(home, 'index.html'), 'utf8')
  const made: Record<Version, string> = {
    shipped: html,
    'images-off': imagesOff(html),
    'forced-dark': forcedDark(html, 'full'),
    word: simulate(html, 'outlook-windows').html,
    'gmail-other': simulate(html, 'gmail-other').html,
  }
  const page = (version: Version): string => {
    const file = join(home, `${version}.html`)
    writeFileSync(file, made[version])
    return pathToFileURL(file).href
  }
  const pages = Object.fromEntries(versions.map((version) => [version, page(version)])) as Record<Version, string>
  return { template, direction, html, text: readFileSync(join(home, 'message.txt'), 'utf8'), pages }
}
