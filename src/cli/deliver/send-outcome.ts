import type { SendPlan } from '../../app/send/plan.ts'
import type { SendOutcome } from '../../app/send/run.io.ts'
import type { Stop } from '../../deliver/engine.ts'
import { meaningOf } from '../../deliver/reply-rules.ts'
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts'
import { exitCode, type ExitCode } from '../../diagnostics/errors.ts'
import { readableDuration } from '../../lib/duration.ts'
import { counted } from '../../lib/size.ts'
import type { Outcome } from '../outcome.ts'
import { hasFailures, progressText } from './issue-progress.ts'
import { number } from './numbers.ts'

interface Ended {
  plan: SendPlan
  outcome: SendOutcome
  /** What to type to go on. */
  command: string
  /** Messages accepted in this run. */
  sent: number
  seconds: number
}

/** What came of a send, and what to do next. */
export function outcomeOf({ plan, outcome, command, sent, seconds }: Ended): Outcome {
  const { issue, stop, nextDue } = outcome
  const took = `${number(sent)} sent in ${readableDuration(seconds * 1000)}${sent > 0 && seconds >= 1 ? `, ${number(Math.round(sent / seconds))} per second` : ''}`
  return {
    data: { ...issue, target: plan.target, sent, seconds: Math.round(seconds * 1000) / 1000, ...(stop === undefined ? {} : { stopped: stop.kind }) },
    text: [`${plan.issue}: ${took}`, progressText(issue), `Next: ${nextOf(outcome, command, nextDue)}`].join('\n'),
    diagnostics: stop === undefined ? [] : stopDiagnostics(stop),
    exit: exitOf(outcome),
  }
}

function exitOf({ issue, stop }: SendOutcome): ExitCode {
  if (stop?.kind === 'drained') return exitCode.interrupted
  if (stop !== undefined) return exitCode.environment
  return hasFailures(issue) || issue.pending > 0 ? exitCode.delivery : exitCode.ok
}

function stopDiagnostics(stop: Stop): Diagnostic[] {
  switch (stop.kind) {
    case 'drained':
    case 'failed':
      return []
    case 'server-gone':
      return [diagnostic('GZ-D024', `the mail server is gone: ${stop.detail}`, { hint: 'run the same command again when it is back' })]
    case 'connection-refused':
      return [diagnostic('GZ-D009', `the mail server cannot be used: ${stop.detail}`)]
    case 'refused': {
      const hint = 'mend that, then run the same command again'
      return [diagnostic('GZ-D025', `${meaningOf(stop.result.reason)}: ${stop.result.reply}`, { hint })]
    }
  }
}

function nextOf({ issue, stop }: SendOutcome, command: string, nextDue: number | undefined): string {
  if (stop !== undefined && issue.pending > 0) return `${command}, which goes on with ${counted(issue.pending, 'recipient')}`
  if (issue.pending > 0 && nextDue !== undefined) {
    const wait = nextDue - Date.now()
    return `${command}${wait > 1000 ? `, in ${readableDuration(wait)},` : ''} for the ${number(issue.pending)} who were put off; --wait 24h keeps at it`
  }
  if (issue.in_doubt > 0) return `gazette report ${issue.issue} --csv --state in_doubt; ${command} --in-doubt resend mails them, some perhaps twice`
  return `gazette report ${issue.issue}${issue.rejected > 0 ? ' shows who was refused' : ' shows who got it'}`
}
