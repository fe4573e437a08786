import { randomBytes } from 'node:crypto'
import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { parseUnsubscribeKeys, type UnsubscribeKeys } from '../deliver/unsubscribe-token.ts'
import { readIfPresent, writeWhole } from '../lib/files.io.ts'

/**
 * The keys of the unsubscribe links: those of GAZETTE_UNSUBSCRIBE_KEY, or else one that is made for this folder and kept
 * in `.gazette/unsubscribe.key`.
 *
 * @param root the newsletter folder, absolute
 */
export async function unsubscribeKeys(root: string, configured: string | undefined): Promise<UnsubscribeKeys> {
  if (configured !== undefined) return parseUnsubscribeKeys(configured)
  const path = join(root, '.gazette', 'unsubscribe.key')
  const kept = await readIfPresent(path)
  if (kept !== undefined) return parseUnsubscribeKeys(kept.trim())
  const made = randomBytes(32).toString('hex')
  await writeWhole(path, `${made}\n`)
  await chmod(path, 0o600)
  return parseUnsubscribeKeys(made)
}
