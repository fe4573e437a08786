import { join } from 'node:path'
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { EnvironmentError } from '../../diagnostics/errors.ts'
import { readIfPresent, writeWhole } from '../../lib/files.io.ts'
import type { Installation, LedgerStore } from './store.ts'

/**
 * Makes sure that the ledger belongs to this folder and is its latest state. A ledger restored from a backup, or copied
 * from another machine, does not know what was sent since, and would mail everybody again.
 *
 * @param folder the `.gazette` folder, in which a small file remembers the ledger's name and its count of sends
 * @param adopt whether the author said that this ledger is the right one
 * @throws {EnvironmentError} when it is another or an older one
 */
export async function checkInstallation(folder: string, ledger: LedgerStore, adopt: boolean): Promise<void> {
  const path = join(folder, 'installation.json')
  const found = await ledger.installation()
  const remembered = installationIn(await readIfPresent(path))
  if (!adopt) {
    const problem = problemOf(found, remembered, (await ledger.issues()).length > 0)
    if (problem !== undefined) throw new EnvironmentError([problem])
  }
  // The ledger counts first: stopped in between, it is ahead of the file, which is no sign of an old copy.
  const runs = await ledger.countRun()
  await writeWhole(path, `${JSON.stringify({ id: found.id, runs })}\n`)
}

function problemOf(found: Installation, remembered: Installation | undefined, isUsed: boolean): Diagnostic | undefined {
  const hint = 'when you are sure that nothing was sent since this ledger was written, add --adopt-ledger'
  if (remembered === undefined) {
    return isUsed ? diagnostic('GZ-D003', 'the ledger was not made in this folder', { hint }) : undefined
  }
  if (remembered.id !== found.id) return diagnostic('GZ-D003', 'the ledger is not the one this folder had', { hint })
  if (found.runs < remembered.runs) {
    const message = `the ledger is an older copy: it knows of ${found.runs} sends, and ${remembered.runs} were made`
    return diagnostic('GZ-D003', message, { hint })
  }
  return undefined
}

function installationIn(text: string | undefined): Installation | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '')
    if (typeof value !== 'object' || value === null || !('id' in value) || !('runs' in value)) return undefined
    return typeof value.id === 'string' && typeof value.runs === 'number' ? { id: value.id, runs: value.runs } : undefined
  } catch {
    return undefined
  }
}
