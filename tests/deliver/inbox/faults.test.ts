import { describe, expect, it } from 'vitest'
import { faultText, parseFault, strike } from '../../../src/deliver/inbox/faults.ts'

describe('parseFault', () => {
  it.each([
    ['reject', { kind: 'reject', stage: 'rcpt', rate: 1, code: 550 }],
    ['defer,rate=10%', { kind: 'defer', stage: 'rcpt', rate: 0.1, code: 451 }],
    ['reject, rate=.05, stage=message, code=554', { kind: 'reject', stage: 'message', rate: 0.05, code: 554 }],
    ['slow,delay=2s', { kind: 'slow', stage: 'message', delay: 2000 }],
    ['drop-after-dot,rate=0.01', { kind: 'drop-after-dot', stage: 'message', rate: 0.01 }],
    ['drop,stage=mail', { kind: 'drop', stage: 'mail' }],
    ['silent,address=a@b.example', { kind: 'silent', address: 'a@b.example' }],
    ['busy', { kind: 'busy', stage: 'mail', code: 421 }],
  ])('%s', (text, expected) => {
    expect(parseFault(text)).toMatchObject(expected)
  })

  it.each(['rejct', 'reject,rat=1', 'reject,rate=2', 'reject,rate=101%', 'reject,rate=often', 'reject,stage=end', 'reject,code=250', 'slow,delay=long', ''])(
    'refuses %j',
    (text) => {
      expect(() => parseFault(text)).toThrow(expect.objectContaining({ diagnostics: [expect.objectContaining({ code: 'GZ-U004' })] }))
    },
  )
})

describe('strike', () => {
  const faults = [parseFault('reject,address=*@bad.example'), parseFault('defer,rate=50%'), parseFault('drop')]

  it.each([
    ['rcpt', 'ana@bad.example', 0.9, 'reject'],
    ['rcpt', 'Ana@BAD.example', 0.9, 'reject'],
    ['rcpt', 'ana@notbad.example', 0.9, undefined],
    ['rcpt', 'ana@badxexample', 0.9, undefined],
    ['rcpt', 'ana@good.example', 0.4, 'defer'],
    ['data', 'ana@good.example', 0.9, 'drop'],
    ['message', 'ana@bad.example', 0, undefined],
  ] as const)('at %s for %s, chance %d: %s', (stage, address, chance, kind) => {
    expect(strike(faults, stage, address, () => chance)?.kind).toBe(kind)
  })
})

it('words a fault for people', () => {
  expect(['reject,rate=5%,address=*@bad.example', 'slow', 'drop-after-dot,rate=0.015'].map((text) => faultText(parseFault(text)))).toEqual([
    'reject 5 % of recipients *@bad.example with 550',
    'slow every message by 1 s',
    'drop-after-dot 1.5 % of messages',
  ])
})
