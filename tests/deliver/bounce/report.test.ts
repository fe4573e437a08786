import { describe, expect, it } from 'vitest'
import { readReturned } from '../../../src/deliver/bounce/report.ts'
import { deliveryReport, feedbackReport, letter } from './returned.ts'

const read = (text: string): ReturnType<typeof readReturned> => readReturned(Buffer.from(text))

describe('readReturned', () => {
  it('reads a delivery report by its parts, not by its prose', async () => {
    const reported = [{ recipient: 'ana@gone.example', diagnostic: 'smtp; 550 5.1.1 <ana@gone.example>:\r\n    User unknown' }]
    const found = await read(deliveryReport({ to: 'news@harbour.example', id: 'a@mx.example', original: 'w48.1-2-x@harbour.example', reported }))
    expect(found).toEqual({
      type: 'delivery',
      id: '<a@mx.example>',
      traces: ['news@harbour.example', '<w48.1-2-x@harbour.example>'],
      recipients: [{ action: 'failed', status: '5.1.1', diagnostic: '550 5.1.1 <ana@gone.example>: User unknown' }],
    })
  })

  it('reads a complaint and the header it quotes', async () => {
    const found = await read(feedbackReport({ id: 'f@mailbox.example', original: 'w48.1-2-x@harbour.example' }))
    expect(found).toMatchObject({ type: 'complaint', feedback: 'abuse' })
    expect(found?.traces).toContain('<w48.1-2-x@harbour.example>')
  })

  it.each(['unsubscribe', 'Unsubscribe', ' Re: unsubscribe '])('reads the subject %j as a wish to leave', async (subject) => {
    expect(await read(letter(subject))).toMatchObject({ type: 'unsubscribe', address: 'ana@example.com' })
  })

  it.each(['How do I unsubscribe?', 'Out of office', ''])('reads the subject %j as other mail', async (subject) => {
    expect(await read(letter(subject))).toMatchObject({ type: 'other' })
  })

  it('does not take a report that is quoted in a reply for a report', async () => {
    const quoted = letter('Fw: your report').replace('Hello', 'Content-Type: message/delivery-status\r\n\r\nAction: failed\r\nStatus: 5.1.1')
    expect(await read(quoted)).toMatchObject({ type: 'other' })
  })

  it.each([
    ['nothing', ''],
    ['no header', '\r\n\r\nbody'],
    ['bytes that are no text', '\u0000\u0001\u0002'],
    ['nests without end', 'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n'.repeat(200)],
  ])('takes %s for no report', async (_what, text) => {
    const found = await read(text)
    expect(found === undefined || found.type === 'other').toBe(true)
  })

  it('names a report without a Message-ID by its bytes', async () => {
    const report = (id: string): string => deliveryReport({ to: 'news@harbour.example', id, reported: [{ recipient: 'ana@gone.example' }] }).replace(/Message-ID: <a.*\r\n/, '')
    const [first, again, other] = await Promise.all([read(report('a')), read(report('a')), read(report('a').replace('mx.example', 'mx2.example'))])
    expect(first?.id).toMatch(/^[0-9a-f]{64}$/)
    expect(again?.id).toBe(first?.id)
    expect(other?.id).not.toBe(first?.id)
  })
})
