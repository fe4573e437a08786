import { randomBytes } from 'node:crypto'
import { planSend, type PlannedSend } from '../../app/send/send.io.ts'
import type { SendPlan } from '../../app/send/plan.ts'
import { diagnostic } from '../../diagnostics/diagnostic.ts'
import { exitCode, UsageError } from '../../diagnostics/errors.ts'
import { question } from '../ask.ts'
import type { Outcome } from '../outcome.ts'
import { humanReport } from '../reporters/human.ts'
import type { Shell } from '../shell.ts'
import { number } from './numbers.ts'
import { commandOf, countOf, type SendFlags, settingsOf } from './send-flags.ts'
import { outcomeOf } from './send-outcome.ts'
import { planText } from './send-plan.ts'
import { watchSend } from './send-watch.ts'
import { stopSignals } from './send-signals.ts'

/** Plans a send, has it confirmed, and sends. */
export async function runSend(shell: Shell, issue: string, flags: SendFlags): Promise<Outcome> {
  const confirmed = countOf(flags.confirm)
  const planned = await planSend({
    root: shell.root,
    issue,
    list: flags.list,
    frozen: flags.frozen ?? false,
    retryFailed: flags.retryFailed ?? false,
    inDoubt: inDoubtOf(flags.inDoubt),
    adoptLedger: flags.adoptLedger ?? false,
    dryRun: flags.dryRun ?? false,
    settings: settingsOf(flags),
    now: new Date(),
    random: (bytes) => randomBytes(bytes),
    variables: process.env,
  })
  if (planned.plan === undefined) return { data: null, text: '', diagnostics: planned.diagnostics }
  const { plan, diagnostics } = planned
  try {
    if (flags.dryRun === true) return { data: plan, text: `${planText(plan)}\nNothing was sent.\nNext: ${commandOf(plan, flags)}`, diagnostics }
    showPlan(shell, planned)
    if (!(await isConfirmed(shell, plan, confirmed))) {
      return { data: { plan }, text: 'Nothing was sent.', diagnostics: [], exit: exitCode.interrupted }
    }
    return await sendNow(shell, planned, commandOf(plan, flags))
  } finally {
    await planned.close()
  }
}

/** @param command what to type to go on */
async function sendNow(shell: Shell, planned: PlannedSend, command: string): Promise<Outcome> {
  const { plan } = planned
  const watch = watchSend(shell, plan.toSend)
  const signals = stopSignals(shell, watch.print)
  try {
    const started = Date.now()
    const outcome = await planned.start({ onEvent: watch.onEvent, ...signals })
    watch.end()
    return outcomeOf({ plan, outcome, command, sent: watch.accepted(), seconds: (Date.now() - started) / 1000 })
  } finally {
    watch.end()
    signals.release()
  }
}

function showPlan(shell: Shell, { plan, diagnostics }: PlannedSend): void {
  shell.event({ event: 'plan', ...plan })
  const findings = shell.json ? '' : humanReport(diagnostics, shell.root)
  if (findings !== '') shell.note(findings)
  shell.note(planText(plan))
}

/** @returns false when the person thought better of it @throws {UsageError} when the number is not there, or not the right one */
async function isConfirmed(shell: Shell, { toSend, isConfirmed: isKnown }: SendPlan, given: number | undefined): Promise<boolean> {
  if (isKnown) return true
  if (given === toSend) return true
  if (given !== undefined) throw unconfirmed(`--confirm says ${given}, and ${toSend} would be sent`, toSend)
  if (shell.json || !shell.isTerminal || !process.stdin.isTTY) throw unconfirmed(`${toSend} would be sent, and nobody is here to confirm it`, toSend)
  const answer = await question(`Type ${number(toSend)} to send: `)
  if (answer === undefined) return false
  if (answer.replace(/[\s,.]/g, '') === String(toSend)) return true
  throw unconfirmed(`${JSON.stringify(answer)} is not ${toSend}`, toSend)
}

function unconfirmed(message: string, toSend: number): UsageError {
  return new UsageError([diagnostic('GZ-D023', message, { hint: `nothing was sent; --confirm ${toSend} would` })])
}

function inDoubtOf(text = 'hold'): 'hold' | 'resend' {
  if (text === 'hold' || text === 'resend') return text
  throw new UsageError([diagnostic('GZ-U004', `--in-doubt takes hold or resend, not ${text}`)])
}
