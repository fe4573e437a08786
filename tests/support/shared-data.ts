import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A folder of real inputs that lies beside a developer's checkout; tests that need one are skipped without it. */
export function sharedData(path: string): { path: string; absent: boolean } {
  const full = fileURLToPath(new URL(`../../../shared/data/${path}`, import.meta.url))
  return { path: full, absent: !existsSync(full) }
}
