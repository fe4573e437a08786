import { z } from 'zod'

const text = z.string().trim().min(1)
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an address that starts with http:// or https://' })
const language = z.string().regex(/^[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/i, { error: 'must be a language tag such as en or pt-BR' })

/**
 * Front matter of an article, after other systems' names for a key were mapped to ours. Unknown keys are dealt with
 * before, as warnings.
 */
export const articleSchema = z.object({
  title: text.optional(),
  url: httpUrl.optional(),
  date: text.optional(),
  author: text.optional(),
  source: text.optional(),
  section: text.optional(),
  image: text.optional(),
  imageAlt: z.string().trim().optional(),
  blurb: text.optional(),
  description: text.optional(),
  tags: z.array(z.string().or(z.number().transform(String))).default([]),
  lang: language.optional(),
  featured: z.boolean().default(false),
  sponsored: z.boolean().default(false),
  draft: z.boolean().default(false),
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
