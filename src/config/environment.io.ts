import { join } from 'node:path'
import { readIfPresent } from '../lib/files.io.ts'

/** The secrets and addresses that never stand in newsletter.yaml. */
export interface Environment {
  /** Where mail goes: GAZETTE_SMTP_URL. */
  smtpUrl?: string
  /** File with the private DKIM key, or the key itself: GAZETTE_DKIM_KEY. */
  dkimKey?: string
  /** Secrets of the unsubscribe links: GAZETTE_UNSUBSCRIBE_KEY. */
  unsubscribeKey?: string
  /** Base address of an OpenAI-compatible endpoint: GAZETTE_MODEL_URL. */
  modelUrl?: string
  /** Name of the model there: GAZETTE_MODEL. */
  modelName?: string
  /** Its key, for endpoints that ask for one: GAZETTE_MODEL_KEY. */
  modelKey?: string
}

const names = {
  smtpUrl: 'GAZETTE_SMTP_URL',
  dkimKey: 'GAZETTE_DKIM_KEY',
  unsubscribeKey: 'GAZETTE_UNSUBSCRIBE_KEY',
  modelUrl: 'GAZETTE_MODEL_URL',
  modelName: 'GAZETTE_MODEL',
  modelKey: 'GAZETTE_MODEL_KEY',
} as const

/**
 * Reads the environment and, for what it lacks, the file `.env` of the newsletter folder.
 *
 * @param root the newsletter folder, absolute
 * @param variables of the process
 */
export async function loadEnvironment(root: string, variables: NodeJS.ProcessEnv): Promise<Environment> {
  const file = parseEnvFile((await readIfPresent(join(root, '.env'))) ?? '')
  const environment: Environment = {}
  for (const key of Object.keys(names) as (keyof typeof names)[]) {
    const value = variables[names[key]] ?? file.get(names[key])
    if (value !== undefined && value.trim() !== '') environment[key] = value.trim()
  }
  return environment
}

/** `NAME=value` lines; values may stand in single or double quotes, and `\n` in double ones is a line break. */
export function parseEnvFile(text: string): Map<string, string> {
  const values = new Map<string, string>()
  const pattern = /^[ \t]*(?:export[ \t]+)?([A-Z_][A-Z0-9_]*)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\r\n]*?))(?:[ \t]+#.*|[ \t]*)$/gimu
  for (const [, name = '', double, single, bare] of text.matchAll(pattern)) {
    values.set(name, double?.replaceAll('\\n', '\n').replaceAll('\\"', '"') ?? single ?? bare ?? '')
  }
  return values
}
