import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openSqliteLedger } from '../deliver/ledger/sqlite.io.ts'
import type { LedgerStore } from '../deliver/ledger/store.ts'

/** The ledger of a newsletter folder. */
export function ledgerPath(root: string): string {
  return join(root, '.gazette', 'gazette.db')
}

/** Opens the ledger when something was sent from this folder; undefined when there is none. */
export function existingLedger(root: string): LedgerStore | undefined {
  const path = ledgerPath(root)
  return existsSync(path) ? openSqliteLedger(path) : undefined
}

/** What signs the tags of recipients in Message-IDs and return paths: known to whoever has the ledger. */
export async function tagSecret(ledger: LedgerStore): Promise<string> {
  return (await ledger.installation()).id
}
