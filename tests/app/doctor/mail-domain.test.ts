import { describe, expect, test } from 'vitest'
import { readDkim, readDmarc, readSpf } from '../../../src/app/doctor/mail-domain.ts'

const domain = 'harbour.example'
const longKey = Buffer.alloc(294, 7).toString('base64')
const shortKey = Buffer.alloc(162, 7).toString('base64')

describe('SPF', () => {
  test.each([
    [['v=spf1 include:mail.example -all', 'unrelated=1'], 'ok'],
    [[], 'problem'],
    [['v=spf10 -all'], 'problem'],
    [['v=spf1 -all', 'v=spf1 ~all'], 'problem'],
    [['v=spf1 +all'], 'problem'],
    [['v=spf1 ip4:192.0.2.1 all'], 'problem'],
    [[`v=spf1 ${Array.from({ length: 11 }, (_, n) => `include:${n}.example`).join(' ')} -all`], 'problem'],
    [[`v=spf1 ${Array.from({ length: 40 }, (_, n) => `ip4:192.0.2.${n}`).join(' ')} mx a -all`], 'ok'],
    [null, 'warning'],
  ])('%j is %s', (records, verdict) => {
    expect(readSpf(domain, records).verdict).toBe(verdict)
  })
})

describe('DMARC', () => {
  test.each([
    [['v=DMARC1; p=none; rua=mailto:a@harbour.example'], 'ok'],
    [['v=DMARC1;p=reject'], 'ok'],
    [['v=DMARC1; rua=mailto:a@harbour.example'], 'problem'],
    [['v=DMARC1; p=maybe'], 'problem'],
    [['v=spf1 -all'], 'problem'],
    [['v=DMARC1; p=none', 'v=DMARC1; p=none'], 'problem'],
    [null, 'warning'],
  ])('%j is %s', (records, verdict) => {
    expect(readDmarc(domain, records).verdict).toBe(verdict)
  })
})

describe('DKIM', () => {
  test.each([
    [[`v=DKIM1; k=rsa; p=${longKey}`], 'ok'],
    [[`p=${longKey}`], 'ok'],
    [['v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='], 'ok'],
    [[`v=DKIM1; k=rsa; p=${shortKey}`], 'warning'],
    [[`v=DKIM1; t=y; p=${longKey}`], 'warning'],
    [['v=DKIM1; k=rsa; p='], 'problem'],
    [[], 'problem'],
    [null, 'warning'],
  ])('%j is %s', (records, verdict) => {
    expect(readDkim(domain, 's1', records).verdict).toBe(verdict)
  })

  test('is not looked for without a selector', () => {
    expect(readDkim(domain, undefined, undefined).verdict).toBe('note')
  })
})
