import type { SendPlan } from '../../app/send/plan.ts'
import { readableDuration } from '../../lib/duration.ts'
import { counted, readableSize } from '../../lib/size.ts'
import { number } from './numbers.ts'

/** A plan as a person reads it before saying yes. */
export function planText(plan: SendPlan): string {
  const { issue, subject, list, target, toSend, size, rate, connections, estimate } = plan
  const rows: [label: string, text: string][] = [
    ['Issue', `${issue}  ${subject}`],
    ['List', list],
    ...peopleOf(plan).map(([count, what], index): [string, string] => [index === 0 ? 'To' : '', `${number(count).padStart(9)}  ${what}`]),
  ]
  if (toSend > 0) {
    rows.push(
      ['Message', `${readableSize(size)}, ${readableSize(size * toSend)} in all`],
      ['By', `${target}, ${counted(connections, 'connection')}`],
      ['Rate', `${rate === undefined ? 'as fast as the server takes them' : `at most ${rate} per second`}; ${estimate < 1000 ? 'about a second' : `about ${readableDuration(estimate)}`}`],
    )
  }
  return rows.map(([label, text]) => `${label.padEnd(8)}  ${text}`).join('\n')
}

/** Who is in it and who is not; what is nobody is left out. */
function peopleOf(plan: SendPlan): [count: number, what: string][] {
  const rows: [number, string][] = [
    [plan.new, 'new'],
    [plan.open, 'left from an earlier run'],
    [plan.retried, 'of them refused by a server before'],
    [plan.doubtful, 'of them in doubt: may get it a second time'],
    [plan.alreadySent, 'already sent'],
    [plan.rejected, 'refused by a server before'],
    [plan.inDoubt, 'in doubt: may have got it already'],
    [plan.suppressed - plan.removed, 'suppressed: unsubscribed, bounced, or in the suppression file'],
    [plan.removed, 'no longer on the list'],
    [plan.refused, plan.refused === 1 ? 'row refused' : 'rows refused'],
    [plan.duplicates, plan.duplicates === 1 ? 'address that is there twice' : 'addresses that are there twice'],
  ]
  return rows.filter(([count], index) => count > 0 || index === 0)
}
