import type { IssueProgress } from '../../app/send/progress.ts'
import { number } from './numbers.ts'

/** The equation of an issue, and why what did not go well did not. */
export function progressText(progress: IssueProgress): string {
  const { accepted, rejected, suppressed, in_doubt, pending, prepared, addsUp, deferred, reasons } = progress
  const terms = [
    `${number(accepted)} accepted`,
    `${number(rejected)} rejected`,
    `${number(suppressed)} suppressed`,
    `${number(in_doubt)} in doubt`,
    `${number(pending)} pending`,
  ]
  const equation = `${terms.join(' + ')} ${addsUp ? '=' : '≠'} ${number(prepared)} prepared`
  const width = Math.max(0, ...reasons.map(({ count }) => number(count).length))
  return [
    equation,
    ...(addsUp ? [] : ['The numbers do not add up: rows of the ledger are missing.']),
    ...(deferred > 0 && deferred < pending ? [`${number(deferred)} of the pending were put off by a server`] : []),
    ...reasons.map(({ state, meaning, count }) => `  ${number(count).padStart(width)}  ${stateWord(state)}: ${meaning}`),
  ].join('\n')
}

const states: Partial<Record<string, string>> = { in_doubt: 'in doubt', deferred: 'put off' }

/** A state as people say it. */
export function stateWord(state: string): string {
  return states[state] ?? state
}

/** Whether something went wrong for good, or nobody can tell. */
export function hasFailures({ rejected, in_doubt, addsUp }: IssueProgress): boolean {
  return rejected > 0 || in_doubt > 0 || !addsUp
}
