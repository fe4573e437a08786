import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { loadEnvironment } from '../config/environment.io.ts'
import { loadNewsletter } from '../config/load.io.ts'
import type { Newsletter } from '../config/newsletter.ts'
import { createDkimSigner, type DkimSigner } from '../deliver/dkim.ts'
import { dnsKeys, ownKey } from '../deliver/dkim-keys.io.ts'
import type { KeyLookup } from '../deliver/dkim-verify.ts'
import { diagnostic } from '../diagnostics/diagnostic.ts'
import { UsageError } from '../diagnostics/errors.ts'

interface DkimSetup {
  pem: string
  domain: string
  selector: string
}

/** What signs the mail of a newsletter; undefined when it is not set up to sign. @throws {UsageError} when half of it is missing */
export async function dkimSigner(root: string, newsletter: Newsletter, key: string | undefined): Promise<DkimSigner | undefined> {
  const setup = await setupOf(root, newsletter, key)
  return setup === undefined ? undefined : createDkimSigner(setup.pem, setup.domain, setup.selector, () => Date.now())
}

/** Knows the newsletter's own key, and asks DNS for others. Never fails: a folder without a newsletter has no own key. */
export async function dkimLookup(root: string, variables: NodeJS.ProcessEnv): Promise<KeyLookup> {
  try {
    const { newsletter } = await loadNewsletter(root)
    const { dkimKey } = await loadEnvironment(root, variables)
    const setup = newsletter === undefined ? undefined : await setupOf(root, newsletter, dkimKey)
    return setup === undefined ? dnsKeys : ownKey(setup.pem, setup.domain, setup.selector, dnsKeys)
  } catch {
    return dnsKeys
  }
}

async function setupOf(root: string, newsletter: Newsletter, key: string | undefined): Promise<DkimSetup | undefined> {
  const { dkim } = newsletter.delivery
  if (dkim === undefined && key === undefined) return undefined
  if (dkim === undefined) throw half('GAZETTE_DKIM_KEY is set, and newsletter.yaml names no delivery.dkim.selector')
  if (key === undefined) throw half('newsletter.yaml asks for DKIM, and GAZETTE_DKIM_KEY is not set')
  const domain = dkim.domain ?? newsletter.from.address.split('@').at(-1) ?? ''
  return { pem: await pemOf(root, key), domain, selector: dkim.selector }
}

async function pemOf(root: string, key: string): Promise<string> {
  if (key.includes('-----BEGIN')) return key
  try {
    return await readFile(resolve(root, key), 'utf8')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UsageError([diagnostic('GZ-D007', 'the DKIM key cannot be used: its file cannot be read', { hint: why })], { cause: error })
  }
}

function half(problem: string): UsageError {
  return new UsageError([diagnostic('GZ-D007', problem, { hint: 'DKIM needs a selector, a key, and a record in DNS' })])
}
