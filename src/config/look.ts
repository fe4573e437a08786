import { z } from 'zod'

const word = z.string().trim().min(1)
const colour = z.string().regex(/^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/, { error: 'must be a colour such as #b3261e' })

/** `brand`: what makes any template the newsletter's own. */
export const brandSchema = z.strictObject({
  accent: colour.optional().describe('Colour of links, section names and the rule of the masthead. Made darker when it could not be read.'),
  accentDark: colour.optional().describe('The same for dark pages; left out, made from `accent`.'),
  logo: word.optional().describe('Picture shown in place of the name, 40 pixels high: a file in content/images, or a URL.'),
  logoDark: word.optional().describe('The logo for dark pages.'),
})

/** `options`: what they may be is a matter of the template, which is read later. */
export const optionsSchema = z
  .record(z.string(), z.union([z.boolean(), z.number(), z.string()], { error: 'must be text, a number, true or false' }))

const plural = z.enum(['zero', 'one', 'two', 'few', 'many', 'other'])

/** `labels`: words of the message in the newsletter's own language or voice. */
export const labelsSchema = z.strictObject({
  readMore: word.optional().describe('Button of the lead story.'),
  sponsored: word.optional().describe('Mark of a story that was paid for.'),
  issueNumber: word.optional().describe('Number of the issue, which stands for `{number}`.'),
  unsubscribe: word.optional().describe('Link by which a reader leaves.'),
  viewInBrowser: word.optional().describe('Link to the issue on the web.'),
  whyYouGetThis: word.optional().describe('Why the message comes; `{name}` stands for the name of the newsletter.'),
  inThisIssue: word.optional().describe('Heading of the list of titles.'),
  by: word.optional().describe('Before a byline.'),
  links: word.optional().describe('Heading of the links in the plain-text part.'),
  quoted: word.optional().describe('Quotation marks around `{text}`.'),
  storyCount: z
    .union([word.transform((other) => ({ other })), z.partialRecord(plural, word).and(z.object({ other: word.describe('The form for all the rest.') }))])
    .optional()
    .describe('How many stories there are, as `{number} stories`; or the forms one, few, many, other … of the language.'),
})
