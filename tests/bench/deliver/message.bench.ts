import { performance } from 'node:perf_hooks'
import PostalMime from 'postal-mime'
import { expect, it } from 'vitest'
import { makeMessage } from '../../../src/app/message-maker.ts'
import { messageIdOf, recipientTag } from '../../../src/deliver/recipient-tag.ts'
import { format, versus } from '../timing.ts'
import { nodemailerComposer, nodemailerMail, sampleMaker } from './sample-message.ts'

const ours = 4000
const theirs = 150

it('a personalised, finished message of 40 KB, beside nodemailer composing the same one', async () => {
  const maker = sampleMaker()
  // As a connection of a send makes one after the other.
  const workspace = { bytes: Buffer.alloc(0) }
  const make = async (index: number): Promise<Buffer> => {
    const tag = recipientTag('secret', { issueId: 1, recipientId: index })
    const letter = { address: `reader${index}@example.com`, fields: { name: `Reader ${index}` }, messageId: messageIdOf('2026-w48', tag, 'example.com'), tag }
    return (await makeMessage(maker, letter, workspace)).message
  }
  const compose = nodemailerComposer()
  const composed = (index: number): Promise<Buffer> => compose(nodemailerMail(`reader${index}@example.com`, `Reader ${index}`, `${index}@example.com`))

  const [a, b] = await Promise.all([PostalMime.parse(await make(1)), PostalMime.parse(await composed(1))])
  expect(a.html?.trim()).toBe(b.html?.trim())
  expect(a.text?.trim()).toBe(b.text?.trim())

  const perMessage = async (one: (index: number) => Promise<Buffer>, count: number): Promise<number> => {
    const started = performance.now()
    for (let index = 0; index < count; index++) await one(index)
    return ((performance.now() - started) / count) * 1000
  }
  const result = await versus(() => perMessage(composed, theirs), () => perMessage(make, ours), 7)
  console.log(`message: ${(await make(1)).length} bytes; nodemailer ${format(result.a, 'µs')}, ours ${format(result.b, 'µs')}: ${format(result.ratio, 'times as fast')}`)
})
