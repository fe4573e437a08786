import { z } from 'zod'

const text = z.string().trim().min(1)
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an address that starts with http:// or https://' })
const language = z.string().regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/, { error: 'must be a language tag such as en or pt-BR' })

/**
 * Front matter of an article, after other systems' names for a key were mapped to ours. Unknown keys are dealt with
 * before, as warnings.
 */
export const articleSchema = z.object({
  title: text.optional().describe('Headline. Left out, the first heading of the text.'),
  url: httpUrl.optional().describe("Canonical link. Left out, `links.article` of newsletter.yaml makes one from the file's name."),
  date: text.optional().describe("Day, or day and time, such as 2026-11-20 or 2026-11-20T09:00+01:00. Left out, the date that starts the file's name."),
  author: text.optional().describe('Byline.'),
  source: text.optional().describe('Name of the publication it comes from.'),
  alsoIn: z.array(text).optional().describe('Other publications that have the same story, as `gazette pull` notes them.'),
  section: text.optional().describe('One of the sections in newsletter.yaml. Left out, the last of them.'),
  image: text.optional().describe('Picture: a file in content/images or beside the article, or a URL.'),
  imageAlt: z.string().trim().optional().describe('What the picture shows, for readers who do not see it.'),
  blurb: text.optional().describe("The editor's own words; they win over everything. Emphasis, links and code are allowed."),
  description: text.optional().describe('A summary by the author, used as the blurb when it fits the budget.'),
  tags: z.array(z.string().or(z.number().transform(String))).default([]).describe('Subjects, as a list.'),
  lang: language.optional().describe('Language of the article, when it is not that of the newsletter.'),
  featured: z.boolean().default(false).describe('Whether it opens the issue it is in.'),
  sponsored: z.boolean().default(false).describe('Whether somebody pays for it. Every template says so.'),
  draft: z.boolean().default(false).describe('Whether it is kept out of issues that do not name it.'),
})

export type ArticleKey = keyof typeof articleSchema.shape

export const articleKeys = Object.keys(articleSchema.shape) as ArticleKey[]

/** Names under which other systems keep what we call by the key; the first that is present counts. */
export const aliases: Partial<Record<ArticleKey, readonly string[]>> = {
  url: ['link', 'permalink', 'canonical'],
  author: ['authors'],
  source: ['site'],
  section: ['category', 'categories'],
  imageAlt: ['image_alt'],
  description: ['excerpt', 'summary', 'dek'],
  lang: ['locale'],
}
