import { z } from 'zod'
import { parseDuration } from '../lib/duration.ts'

const modelSchema = z.strictObject({
  prompt: z
    .string()
    .trim()
    .min(1)
    .optional()
    .describe('File with what the model is told, from the newsletter folder; `{words}` and `{language}` in it are filled in. Left out, the prompt of docs/blurbs.md.'),
  timeout: z
    .union([z.string(), z.number()])
    .refine((value) => (parseDuration(String(value)) ?? 0) > 0, { error: 'must be a length of time such as 20s or 2m' })
    .transform((value) => parseDuration(String(value)) ?? 0)
    .prefault('60s')
    .describe('How long one answer may take.'),
  retries: z.int().min(0).max(10).default(3).describe('How often a request that failed is sent again, later each time.'),
  concurrency: z.int().min(1).max(32).default(2).describe('How many requests are on their way at a time.'),
  tokens: z.int().min(1000).default(200_000).describe('Most tokens that one run may use, questions and answers together; stories beyond get an extractive blurb.'),
  parameters: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .default({})
    .describe('Other members of the request, such as `temperature` (0) and `max_tokens` (1024); null leaves one out.'),
})

/** The `blurbs` part of newsletter.yaml. The address, name and key of a model are in the environment. */
export const blurbsSchema = z
  .strictObject({
    words: z.int().min(5).max(200).default(45).describe('Most words a blurb may have.'),
    leadWords: z.int().min(5).max(300).default(60).describe('Most words of the blurb of the story that opens an issue.'),
    method: z
      .enum(['extractive', 'lead', 'model'])
      .default('extractive')
      .describe('How a blurb is made: `extractive` picks the sentences that say most, `lead` takes the first ones, `model` has a language model write it and checks what it wrote.'),
    model: modelSchema.prefault({}).describe('How a model is asked when `method` is `model`. Its address, name and key are in the environment or in .env.'),
    prefer: z
      .array(z.enum(['blurb', 'description', 'generated']))
      .default(['blurb', 'description', 'generated'])
      .describe("The order in which an article's own texts are tried. An editor's `blurb` wins wherever it stands."),
  })
  .prefault({})
  .describe('The short texts of the stories.')
