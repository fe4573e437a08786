import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readList } from '../../audience/list.io.ts'
import type { LedgerStore, PlanCounts, Reopened } from '../../deliver/ledger/store.ts'
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts'
import { UsageError } from '../../diagnostics/errors.ts'
import { counted } from '../../lib/size.ts'
import { unusableFields } from '../../model/personalise.ts'
import type { LackingRow, Recipient, RefusedRow } from '../../model/recipient.ts'
import type { Stencil } from '../../model/stencil.ts'
import { fieldNeeds } from '../message-maker.ts'

/** A list that was read into the ledger and does not count yet. */
export interface Audience {
  generation: number
  plan: PlanCounts
  refused: number
  /** Refused rows, and what else is worth knowing. */
  diagnostics: Diagnostic[]
}

interface ListFile {
  /** Absolute. */
  path: string
  /** For people. */
  name: string
}

/** So many rows are named one by one; the others are counted. */
const named = 10

/**
 * Reads a list into the ledger, as a preparation that counts only when it is confirmed.
 *
 * @param reopened states of an earlier run that this one opens again
 * @throws {UsageError} when the list cannot be read, when a row lacks what the message needs, or when nobody is on it
 */
export async function readAudience(
  ledger: LedgerStore,
  slug: string,
  list: ListFile,
  stencil: Stencil,
  { now, reopened }: { now: number; reopened: readonly Reopened[] },
): Promise<Audience> {
  const preparation = await ledger.prepare(slug, now)
  const findings: Diagnostic[] = []
  const refused = new Tally<RefusedRow>()
  const lacking = new Tally<LackingRow>()
  let rows = 0
  for await (const batch of readList(list.path, list.name, fieldNeeds(stencil), (finding) => findings.push(finding))) {
    refused.add(batch.refused)
    lacking.add(batch.lacking)
    const sendable = batch.recipients.map(withPlainName).filter((recipient) => {
      const problem = headerProblem(stencil, recipient)
      if (problem !== undefined) refused.add([problem])
      return problem === undefined
    })
    rows += batch.recipients.length
    if (lacking.count === 0) await preparation.add(sendable)
  }
  if (lacking.count > 0) throw new UsageError([...lackingDiagnostics(lacking, list.name), ...refusedDiagnostics(refused, list.name)])
  if (rows === 0) throw new UsageError([diagnostic('GZ-A009', 'the list has nobody on it', { file: list.name }), ...refusedDiagnostics(refused, list.name)])
  return {
    generation: preparation.generation,
    plan: await preparation.plan(reopened),
    refused: refused.count,
    diagnostics: [...findings, ...refusedDiagnostics(refused, list.name)],
  }
}

/** Hash of the bytes of a list, which tells whether it was edited. @throws {UsageError} when it cannot be read */
export async function listHash({ path, name }: ListFile): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 65_536 })) hash.update(chunk as Buffer)
  } catch (error) {
    const hint = error instanceof Error ? error.message : String(error)
    throw new UsageError([diagnostic('GZ-A001', `the list ${name} cannot be read`, { hint })], { cause: error })
  }
  return hash.digest('hex')
}

/** Counts all and keeps the first few, so that a list of nothing but mistakes takes no memory. */
class Tally<Item> {
  readonly first: Item[] = []
  count = 0

  add(items: readonly Item[]): void {
    this.count += items.length
    if (this.first.length < named) this.first.push(...items.slice(0, named - this.first.length))
  }

  get others(): number {
    return this.count - this.first.length
  }
}

/** A name goes into a header on one line, however many its cell has. */
function withPlainName(recipient: Recipient): Recipient {
  const { name } = recipient.fields
  if (name === undefined || !/\s{2}|[\n\t]/.test(name)) return recipient
  return { ...recipient, fields: { ...recipient.fields, name: name.replace(/\s+/g, ' ') } }
}

function headerProblem(stencil: Stencil, { fields, address, line }: Recipient): RefusedRow | undefined {
  const [problem] = unusableFields(stencil, fields).filter(({ reason }) => reason === 'breaks a header')
  if (problem === undefined) return undefined
  return { line, email: address.address, reason: `stands beside a ${problem.field} that no header can hold` }
}

function refusedDiagnostics(refused: Tally<RefusedRow>, file: string): Diagnostic[] {
  const rows = refused.first.map(({ line, email, reason }) => diagnostic('GZ-A003', `the address ${JSON.stringify(email)} ${reason}`, { file, line }))
  return refused.others > 0 ? [...rows, diagnostic('GZ-A003', `${counted(refused.others, 'more row was', 'more rows were')} refused`, { file })] : rows
}

function lackingDiagnostics(lacking: Tally<LackingRow>, file: string): Diagnostic[] {
  const hint = 'fill the column, or give the slot a default in the template; nothing was sent'
  const rows = lacking.first.map(({ line, field }) => diagnostic('GZ-A005', `there is no ${field}, and the message needs one`, { file, line, hint }))
  return lacking.others > 0 ? [...rows, diagnostic('GZ-A005', `the same holds for ${counted(lacking.others, 'more value')}`, { file, hint })] : rows
}
