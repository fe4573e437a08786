import { z } from 'zod'

const word = z.string().trim().min(1)
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an address that starts with http:// or https://' })
const address = z.email({ error: 'must be an e-mail address' })
const colour = z.string().regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i, { error: 'must be a colour such as #b3261e' })

const section = z.union([
  word,
  z.strictObject({
    name: word,
    limit: z.int().positive().optional(),
    intro: word.optional(),
  }),
])

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/**
 * newsletter.yaml. Data, never code; unknown keys are refused. Only `name` and `from` are required; secrets are
 * never here but in the environment.
 */
export const newsletterSchema = z.strictObject({
  name: word,
  tagline: word.optional(),
  url: httpUrl.optional(),
  from: z.strictObject({ name: word.optional(), address }),
  replyTo: address.optional(),
  postalAddress: word.optional(),
  lang: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'must be a language tag such as en or pt-BR' }).default('en'),
  timezone: word.refine(isTimezone, { error: 'must be a time zone such as Europe/Berlin' }).default('UTC'),
  sections: z.array(section).default([]),
  template: word.default('classic'),
  brand: z
    .strictObject({ accent: colour.optional(), logo: word.optional() })
    .prefault({}),
  blurbs: z
    .strictObject({
      words: z.int().min(5).max(200).default(45),
      leadWords: z.int().min(5).max(300).default(60),
      method: z.enum(['extractive', 'lead']).default('extractive'),
      prefer: z.array(z.enum(['blurb', 'description', 'generated'])).default(['blurb', 'description', 'generated']),
    })
    .prefault({}),
  images: z.enum(['hosted', 'inline']).optional(),
  links: z
    .strictObject({
      article: word.optional(),
      unsubscribe: word.optional(),
      view: httpUrl.optional(),
      listId: word.optional(),
      utm: z.record(z.string(), z.string()).optional(),
    })
    .prefault({}),
})

export type Newsletter = z.output<typeof newsletterSchema>
