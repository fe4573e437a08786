import { diagnostic } from '../../diagnostics/diagnostic.ts'
import { UsageError } from '../../diagnostics/errors.ts'
import { parseDuration } from '../../lib/duration.ts'
import { suggestion } from '../../lib/suggest.ts'

export const faultKinds = ['reject', 'defer', 'slow', 'drop', 'drop-after-dot', 'silent', 'busy'] as const
export type FaultKind = (typeof faultKinds)[number]

export const faultStages = ['mail', 'rcpt', 'data', 'message'] as const
export type FaultStage = (typeof faultStages)[number]

/** Something that the test inbox does wrong on purpose, so that a send can be rehearsed. */
export interface Fault {
  kind: FaultKind
  /** When it happens. */
  stage: FaultStage
  /** How often, from 0 to 1. */
  rate: number
  /** For which addresses, `*` standing for any characters; left out, for all. */
  address?: string
  /** Reply code, for `reject` and `defer`. */
  code: number
  /** Milliseconds, for `slow`. */
  delay: number
}

const defaults: Record<FaultKind, { stage: FaultStage; code: number }> = {
  reject: { stage: 'rcpt', code: 550 },
  defer: { stage: 'rcpt', code: 451 },
  slow: { stage: 'message', code: 0 },
  drop: { stage: 'data', code: 0 },
  'drop-after-dot': { stage: 'message', code: 0 },
  silent: { stage: 'message', code: 0 },
  busy: { stage: 'mail', code: 421 },
}

const keys = ['rate', 'address', 'stage', 'code', 'delay'] as const

/**
 * Reads a fault as it is written on the command line: `reject`, `defer,rate=10%`, `reject,address=*@bad.example`,
 * `slow,delay=2s`, `drop-after-dot,rate=0.01`, `reject,stage=message,code=554`.
 *
 * @throws {UsageError}
 */
export function parseFault(text: string): Fault {
  const [kind = '', ...rest] = text.split(',').map((part) => part.trim())
  const found = faultKinds.find((known) => known === kind)
  if (found === undefined) throw wrong(`there is no fault ${kind}`, suggestion(kind, faultKinds))
  const fault: Fault = { kind: found, rate: 1, delay: 1000, ...defaults[found] }
  for (const part of rest) set(fault, part)
  return fault
}

function set(fault: Fault, part: string): void {
  const [key = '', value = ''] = part.split(/=(.*)/s)
  switch (keys.find((known) => known === key)) {
    case 'rate':
      fault.rate = rateOf(value)
      break
    case 'address':
      fault.address = value
      break
    case 'stage': {
      const stage = faultStages.find((known) => known === value)
      if (stage === undefined) throw wrong(`there is no stage ${value}`, suggestion(value, faultStages))
      fault.stage = stage
      break
    }
    case 'code':
      if (!/^[45]\d\d$/.test(value)) throw wrong(`the code ${value} is not a refusal (400 to 599)`)
      fault.code = Number(value)
      break
    case 'delay': {
      const delay = parseDuration(value)
      if (delay === undefined) throw wrong(`the delay ${value} is not a length of time`, 'such as 500s or 2s')
      fault.delay = delay
      break
    }
    case undefined:
      throw wrong(`a fault has no ${key}`, suggestion(key, keys))
  }
}

function rateOf(text: string): number {
  const [, number = '', percent] = /^(\d*\.?\d+)\s*(%?)$/.exec(text) ?? []
  const rate = Number(number) / (percent === '%' ? 100 : 1)
  if (number === '' || rate > 1) throw wrong(`the rate ${text} is not between 0 and 1`, 'such as 0.05 or 5%')
  return rate
}

function wrong(message: string, hint?: string): UsageError {
  return new UsageError([diagnostic('GZ-U004', `--fault: ${message}`, hint === undefined ? {} : { hint })])
}

/**
 * The fault that strikes, if any: the first that fits the stage and the address and whose turn it is.
 *
 * @param random from 0 to 1, asked for each fault that fits
 */
export function strike(faults: readonly Fault[], stage: FaultStage, address: string, random: () => number): Fault | undefined {
  return faults.find((fault) => fault.stage === stage && fits(fault, address) && random() < fault.rate)
}

function fits(fault: Fault, address: string): boolean {
  if (fault.address === undefined) return true
  const pattern = fault.address.toLowerCase().split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${pattern.join('.*')}$`).test(address.toLowerCase())
}

/** A fault in words: `reject 5 % of recipients *@bad.example with 550`. */
export function faultText(fault: Fault): string {
  const share = fault.rate === 1 ? 'every' : `${Math.round(fault.rate * 1000) / 10} % of`
  const what = { mail: 'senders', rcpt: 'recipients', data: 'message starts', message: 'messages' }[fault.stage]
  const who = fault.address === undefined ? '' : ` ${fault.address}`
  const how = fault.kind === 'slow' ? ` by ${fault.delay / 1000} s` : fault.code > 0 ? ` with ${fault.code}` : ''
  return `${fault.kind} ${share} ${fault.rate === 1 ? what.replace(/s$/, '') : what}${who}${how}`
}
