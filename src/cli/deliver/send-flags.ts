import type { SendPlan } from '../../app/send/plan.ts'
import type { SendRequest } from '../../app/send/send.io.ts'
import { diagnostic } from '../../diagnostics/diagnostic.ts'
import { UsageError } from '../../diagnostics/errors.ts'
import { parseDuration } from '../../lib/duration.ts'
import { integerOption } from '../options.ts'

/** The options of `gazette send` as commander gives them. */
export interface SendFlags {
  list: string
  confirm?: string
  dryRun?: true
  retryFailed?: true
  inDoubt?: string
  frozen?: true
  maxAge?: string
  wait?: string
  rate?: string
  domainRate?: string
  connections?: string
  adoptLedger?: true
}

/** What the options set in the place of newsletter.yaml. @throws {UsageError} */
export function settingsOf({ rate, domainRate, connections, wait, maxAge }: SendFlags): SendRequest['settings'] {
  return {
    ...(rate === undefined ? {} : { rate: rateOption('--rate', rate) }),
    ...(domainRate === undefined ? {} : { domainRate: rateOption('--domain-rate', domainRate) }),
    ...(connections === undefined ? {} : { connections: integerOption('--connections', connections, 1, 200) }),
    ...(wait === undefined ? {} : { wait: durationOption('--wait', wait) }),
    ...(maxAge === undefined ? {} : { maxAge: durationOption('--max-age', maxAge) }),
  }
}

/** What to type to go on: the same issue and list at the same pace; what was asked for once is not asked for again. */
export function commandOf({ issue, list }: Pick<SendPlan, 'issue' | 'list'>, { rate, domainRate, connections }: Pick<SendFlags, 'rate' | 'domainRate' | 'connections'>): string {
  const pace = Object.entries({ '--rate': rate, '--domain-rate': domainRate, '--connections': connections })
  return [
    `gazette send ${issue} --list ${/^[\w./-]+$/.test(list) ? list : JSON.stringify(list)}`,
    ...pace.flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`])),
  ].join(' ')
}

/** The number given with --confirm. @throws {UsageError} */
export function countOf(confirm: string | undefined): number | undefined {
  return confirm === undefined ? undefined : integerOption('--confirm', confirm, 0, 1_000_000_000)
}

function rateOption(name: string, text: string): number {
  const value = /^\d{1,6}(\.\d{1,6})?$/.test(text) ? Number(text) : NaN
  if (value > 0 && value <= 10_000) return value
  throw new UsageError([diagnostic('GZ-U004', `${name} takes messages per second, above 0 and up to 10000, not ${text}`)])
}

function durationOption(name: string, text: string): number {
  const value = parseDuration(text)
  if (value !== undefined) return value
  throw new UsageError([diagnostic('GZ-U004', `${name} takes a length of time such as 90s, 15m, 2h or 7d, not ${text}`)])
}
