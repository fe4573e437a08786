import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { stateFolder } from './ledger.io.ts'

/** When each issue was last sent as a test: milliseconds since 1970, by slug. */
type TestRecord = Partial<Record<string, number>>

/** Notes that an issue was sent as a test. */
export async function rememberTest(root: string, slug: string, now: Date): Promise<void> {
  const path = recordPath(root)
  const record: TestRecord = { ...(await readRecord(root)), [slug]: now.getTime() }
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `${JSON.stringify(record, null, 2)}\n`)
}

/** When an issue was last sent as a test, in milliseconds since 1970; 0 when it never was. */
export async function lastTest(root: string, slug: string): Promise<number> {
  return (await readRecord(root))[slug] ?? 0
}

/** A record that cannot be read counts as none: it only says what `gazette status` shows. */
async function readRecord(root: string): Promise<TestRecord> {
  try {
    const read: unknown = JSON.parse(await readFile(recordPath(root), 'utf8'))
    return typeof read === 'object' && read !== null ? (read) : {}
  } catch {
    return {}
  }
}

function recordPath(root: string): string {
  return join(stateFolder(root), 'tests.json')
}
