import { join } from 'node:path'
import { readIfPresent, writeWhole } from '../../lib/files.io.ts'
import { KnownVisits, visitRecordSchema } from './known-visits.ts'

const file = '.gazette/visits.json'

/** What earlier checks of this newsletter found on the network; nothing from a file that cannot be read. */
export async function readVisits(root: string, now: () => number): Promise<KnownVisits> {
  const text = await readIfPresent(join(root, file))
  if (text === undefined) return new KnownVisits(now)
  try {
    return new KnownVisits(now, visitRecordSchema.parse(JSON.parse(text)))
  } catch {
    return new KnownVisits(now)
  }
}

/** Keeps what was found for the next check of this newsletter; the file is replaced whole or not at all. */
export async function writeVisits(root: string, known: KnownVisits): Promise<void> {
  await writeWhole(join(root, file), `${JSON.stringify(known.record)}\n`)
}
