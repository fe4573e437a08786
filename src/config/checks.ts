import { z } from 'zod'
import { isCode } from '../diagnostics/catalogue.ts'
import { defaultShares, mailClients } from '../model/mail-client.ts'

const share = z.number().min(0).optional()

/** `clients`: which mail programs the readers use. */
export const clientsSchema = z
  .strictObject(
    Object.fromEntries(Object.entries(mailClients).map(([id, name]) => [id, share.describe(`Share of readers with ${name}.`)])) as Record<
      keyof typeof mailClients,
      typeof share
    >,
  )
  .default(defaultShares)
  .describe('The mail programs of your readers, by share; only the proportions count. Left out, shares that are usual for newsletters.')

const code = z.string().refine((text): boolean => isCode(text), { error: 'is not a code; `gazette explain` lists them' })

/** `checks`: how strict `gazette check` is. */
export const checksSchema = z
  .strictObject({
    failOn: z.enum(['error', 'warning']).default('error').describe('The least serious finding that makes `gazette check` exit with 1.'),
    rules: z
      .record(code, z.enum(['off', 'info', 'warning', 'error']))
      .default({})
      .describe('How serious single rules are, by code; `off` leaves a rule out.'),
    subject: z.int().positive().default(70).describe('Most characters of a subject.'),
    preheader: z.int().positive().default(140).describe('Most characters of a preheader.'),
    fontSize: z.number().positive().default(14).describe('Smallest size of running text, in pixels.'),
    recentIssues: z.int().min(0).default(4).describe('How many earlier issues a story may not come from.'),
    imageBytes: z.int().positive().default(1_048_576).describe('Most bytes of one picture.'),
    support: z
      .strictObject({
        content: z.number().min(0).max(100).default(1).describe('Percent of readers who may lose content.'),
        layout: z.number().min(0).max(100).default(3).describe('Percent of readers who may see a broken layout.'),
        look: z.number().min(0).max(100).default(50).describe('Percent of readers who may miss a detail of the looks.'),
      })
      .prefault({})
      .describe('From which share of readers on a feature that their client lacks is reported.'),
  })
  .prefault({})
  .describe('How strict `gazette check` is.')
