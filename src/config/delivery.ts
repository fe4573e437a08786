import { z } from 'zod'
import { parseDuration } from '../lib/duration.ts'

const perSecond = z.number().positive().max(10_000)
const duration = z
  .union([z.string(), z.number()])
  .refine((value) => parseDuration(String(value)) !== undefined, { error: 'must be a length of time such as 90s, 15m, 2h or 7d' })
  .transform((value) => parseDuration(String(value)) ?? 0)

/** The `delivery` part of newsletter.yaml: how mail leaves. Passwords and keys are in the environment. */
export const deliverySchema = z.strictObject({
  returnPath: z
    .email({ error: 'must be an e-mail address' })
    .optional()
    .describe('Address to which servers return what they cannot deliver; left out, the sender.'),
  verp: z
    .boolean()
    .default(false)
    .describe('Put a tag for each recipient into the return path (`bounces+tag@…`), so that every bounce names its recipient. The mail server must deliver such addresses.'),
  connections: z.int().min(1).max(200).default(10).describe('How many connections to the mail server at a time.'),
  messagesPerConnection: z.int().min(1).max(100_000).default(500).describe('A connection is changed after so many messages.'),
  rate: perSecond.optional().describe('Most messages per second; left out, as fast as the mail server takes them.'),
  domainRate: perSecond.optional().describe('Most messages per second to one domain; domains of one provider count as one.'),
  patience: duration.prefault('1m').describe('How long the mail server may be gone before a send gives up.'),
  wait: duration.prefault('30s').describe('How long a send waits at its end for recipients that were put off.'),
  maxAge: duration.prefault('7d').describe('A send that was begun longer ago is not taken up again.'),
  suppressed: z
    .string()
    .trim()
    .min(1)
    .default('suppressed.csv')
    .describe('File in the newsletter folder with addresses that are never mailed.'),
  feedbackId: z
    .string()
    .regex(/^([\w.-]+:){0,2}[\w.-]{5,15}$/, { error: 'must be up to two names and a sender of 5 to 15 characters, such as weekly:breakwater' })
    .optional()
    .describe("Names for Gmail's feedback loop, without the issue, which is put before them, such as `weekly:breakwater`."),
  dkim: z
    .strictObject({
      domain: z.string().trim().min(1).optional().describe('Domain that signs; left out, that of the sender.'),
      selector: z.string().trim().min(1).describe('Name under which the public key stands in DNS: `selector._domainkey.domain`.'),
    })
    .optional()
    .describe('Signs the mail with the key that GAZETTE_DKIM_KEY names.'),
})
