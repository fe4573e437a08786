import { z } from 'zod'
import { blurbsSchema } from './blurbs.ts'
import { deliverySchema } from './delivery.ts'
import { clientsSchema, checksSchema } from './checks.ts'
import { brandSchema, labelsSchema, optionsSchema } from './look.ts'
import { sourceSchema } from './sources.ts'

const word = z.string().trim().min(1)
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an address that starts with http:// or https://' })
const address = z.email({ error: 'must be an e-mail address' })

const section = z.union([
  word,
  z.strictObject({
    name: word.describe('The name, as articles say it.'),
    limit: z.int().positive().optional().describe('How many stories the section takes when an issue does not list its articles.'),
    intro: word.optional().describe('A sentence or two shown under the name.'),
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
 * never here but in the environment. The descriptions are what editors show beside a key and what
 * docs/configuration.md says of it.
 */
export const newsletterSchema = z.strictObject({
  name: word.describe('Name of the newsletter, shown as its masthead.'),
  tagline: word.optional().describe('One line under the name.'),
  url: httpUrl.optional().describe('Address of the newsletter on the web. Hosted images are looked for below it.'),
  from: z
    .strictObject({
      name: word.optional().describe('Name of the sender; left out, the name of the newsletter.'),
      address: address.describe('Address of the sender.'),
    })
    .describe('Who the message is from.'),
  replyTo: address.optional().describe('Where answers go; left out, to the sender.'),
  postalAddress: word.optional().describe('Postal address in the footer. Laws on commercial mail ask for one.'),
  lang: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'must be a language tag such as en or pt-BR' })
    .default('en')
    .describe('Language of the newsletter, as a tag such as en, fr or pt-BR.'),
  timezone: word
    .refine(isTimezone, { error: 'must be a time zone such as Europe/Berlin' })
    .default('UTC')
    .describe('Time zone in which the days of issues and articles are meant, such as Europe/Dublin.'),
  sections: z
    .array(section)
    .default([])
    .describe('The sections of an issue, in their order: names, or a name with a limit or an intro. An article that names none goes into the last.'),
  sources: z.array(sourceSchema).default([]).describe('Feeds that `gazette pull` reads: addresses, or an address with settings of its own.'),
  schedule: z
    .strictObject({
      day: z
        .enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])
        .optional()
        .describe('Weekday on which `gazette new issue` puts the next issue. Left out, that of the newest issue.'),
    })
    .prefault({})
    .describe('When the newsletter comes out.'),
  template: word.default('classic').describe('Template of an issue that does not name one.'),
  options: optionsSchema.default({}).describe('Options of the template, such as `images: false`. `gazette templates` lists them.'),
  brand: brandSchema.prefault({}).describe('What makes a template yours.'),
  labels: labelsSchema.optional().describe('Words of the message that you want to say otherwise, or in a language Gazette does not know.'),
  blurbs: blurbsSchema,
  images: z
    .enum(['hosted', 'inline'])
    .optional()
    .describe('Where local pictures are: `hosted` below `url`, or `inline`, inside the message. Left out, hosted when there is a `url`.'),
  links: z
    .strictObject({
      article: word.optional().describe('Link of an article that has no `url`; `{slug}` stands for the name of its file.'),
      unsubscribe: word.optional().describe('Link by which a reader leaves the list; `{token}` becomes a code that says who.'),
      view: httpUrl.optional().describe('Where the issue can be read in a browser.'),
      listId: word.optional().describe('Identity of the list for the List-Id header, such as weekly.example.com.'),
      utm: z.record(z.string(), z.string()).optional().describe('Parameters added to every link to an article, such as utm_source.'),
    })
    .prefault({})
    .describe('The addresses that links lead to.'),
  delivery: deliverySchema.prefault({}).describe('How mail leaves. Passwords and keys are in the environment or in .env.'),
  clients: clientsSchema,
  checks: checksSchema,
}).refine((settings) => settings.images !== 'hosted' || settings.url !== undefined, {
  path: ['images'],
  error: 'cannot be hosted without `url`, the address of the site that they are put on',
}).superRefine(({ sources, sections }, context) => {
  const known = sections.map((section) => (typeof section === 'string' ? section : section.name).toLowerCase())
  const names = new Set<string>()
  for (const [index, { section, name }] of sources.entries()) {
    if (section !== undefined && !known.includes(section.toLowerCase())) {
      context.addIssue({ code: 'custom', path: ['sources', index, 'section'], input: section, message: 'must be one of the sections of the newsletter' })
    }
    if (name === undefined) continue
    if (names.has(name.toLowerCase())) context.addIssue({ code: 'custom', path: ['sources', index, 'name'], input: name, message: 'is the name of another source already' })
    names.add(name.toLowerCase())
  }
})

export type Newsletter = z.output<typeof newsletterSchema>
