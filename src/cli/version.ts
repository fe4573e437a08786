import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '../lib/package-folder.ts'

/** The version of Gazette, from its own package.json. */
export const version: string = (
  JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
).version
