import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openSqliteLedger } from '../deliver/ledger/sqlite.io.ts'
import type { LedgerStore } from '../deliver/ledger/store.ts'

/** The folder with the state of a newsletter. @param root the newsletter folder, absolute */
export function stateFolder(root: string): string {
  return join(root, '.gazette')
}

/** The ledger of a newsletter folder, made when there is none. @throws {EnvironmentError} */
export function openLedger(root: string): LedgerStore {
  return openSqliteLedger(ledgerPath(root))
}

/** The ledger of a newsletter folder; undefined when nothing was ever sent from it. @throws {EnvironmentError} */
export function existingLedger(root: string): LedgerStore | undefined {
  return existsSync(ledgerPath(root)) ? openLedger(root) : undefined
}

function ledgerPath(root: string): string {
  return join(stateFolder(root), 'gazette.db')
}

/** What signs the tags that name a recipient in Message-IDs and return paths: it lives and dies with the ledger. */
export async function tagSecret(ledger: LedgerStore): Promise<string> {
  return (await ledger.installation()).id
}
