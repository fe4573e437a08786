import { once } from 'node:events'
import { type IssueReport, openReport, parseStates, type ReportRow } from '../../app/send/report.io.ts'
import type { DeliveryState } from '../../deliver/ledger/states.ts'
import { type CsvKind, csvRow } from '../../lib/csv.ts'
import { counted } from '../../lib/size.ts'
import type { Outcome } from '../outcome.ts'
import type { Shell } from '../shell.ts'
import { progressText, stateWord } from './issue-progress.ts'
import { number } from './numbers.ts'

interface ReportFlags {
  csv?: true
  spreadsheet?: true
  state?: string
}

const columns = ['email', 'state', 'attempts', 'code', 'reply', 'message_id', 'at'] as const
/** So many recipients are named when nobody asked for all of them. */
const shown = 20

/** Says who got an issue, who did not, and why. */
export async function runReport(shell: Shell, issue: string, flags: ReportFlags): Promise<Outcome> {
  const states = parseStates(flags.state)
  const report = await openReport(shell.root, issue, new Date())
  try {
    if (shell.json) return { data: { ...report.progress, recipients: await all(report, states) }, text: '' }
    if (flags.csv === true || flags.spreadsheet === true) {
      await printCsv(report, states, flags.spreadsheet === true ? 'spreadsheet' : 'raw')
      return { data: null, text: '' }
    }
    return { data: null, text: await words(report, flags.state === undefined ? failures : states) }
  } finally {
    await report.close()
  }
}

const failures = new Set<DeliveryState>(['rejected', 'in_doubt', 'deferred'])

async function all(report: IssueReport, states: ReadonlySet<DeliveryState>): Promise<ReportRow[]> {
  const rows: ReportRow[] = []
  for await (const some of report.rows(states)) rows.push(...some)
  return rows
}

/** Straight to standard output, some rows at a time: a list may be longer than memory. */
async function printCsv(report: IssueReport, states: ReadonlySet<DeliveryState>, kind: CsvKind): Promise<void> {
  await print(`${kind === 'spreadsheet' ? '\ufeff' : ''}${csvRow(columns, 'raw')}`)
  for await (const rows of report.rows(states)) {
    await print(rows.map((row) => csvRow(columns.map((column) => (column === 'code' && row.code === 0 ? '' : row[column])), kind)).join(''))
  }
}

async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

async function words(report: IssueReport, states: ReadonlySet<DeliveryState>): Promise<string> {
  const { issue, list, begun, completed, refused, duplicates } = report.progress
  const lines = [
    `${issue}, sent to ${list} from ${begun}${completed === undefined ? '' : ` to ${completed}`}`,
    progressText(report.progress),
    ...(refused + duplicates > 0 ? [`Of the list, ${counted(refused, 'row that was refused', 'rows that were refused')} and ${counted(duplicates, 'address that is there twice', 'addresses that are there twice')} are not among them`] : []),
  ]
  let count = 0
  for await (const rows of report.rows(states)) {
    for (const { email, state, code, reply } of rows) {
      if (++count <= shown) lines.push(`${stateWord(state).padEnd(9)} ${email}  ${reply === '' && code > 0 ? code : reply}`.trimEnd())
    }
  }
  if (count > shown) lines.push(`and ${number(count - shown)} more`)
  return [...lines, `Next: gazette report ${issue} --csv > report.csv`].join('\n')
}
