import { z } from 'zod'

const word = z.string().trim().min(1)
const words = z.union([word.transform((text) => [text]), z.array(word)])
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an address that starts with http:// or https://' })

/** How far back a source is read: `14d`, `36h`, `2w`, or a day. */
const since = word.regex(/^(?:\d{1,4}[hdw]|\d{4}-\d{2}-\d{2})$/, { error: 'must be a length of time such as 14d, or a day such as 2026-11-01' })

const detailed = z
  .strictObject({
    name: word.optional().describe('What the source is called on the command line and in the articles; left out, the title of the feed.'),
    url: httpUrl.optional().describe('Address of the feed, or of a page that names one.'),
    file: word.optional().describe('In place of `url`: a feed that lies in the newsletter folder, or a folder of feeds.'),
    section: word.optional().describe('Section that its articles go into. Left out, a category of the entry that is the name of a section.'),
    since: since.default('30d').describe('How old an entry may be: a length of time such as `14d` or `36h`, or the first day.'),
    limit: z.int().positive().max(1000).default(20).describe('How many entries are considered at most, the newest first.'),
    include: words.optional().describe('Take only entries that mention one of these words or phrases. `*` ends a word in any way.'),
    exclude: words.optional().describe('Leave out entries that mention one of these.'),
    text: z
      .enum(['auto', 'feed', 'page'])
      .default('auto')
      .describe('Where the text comes from: the feed when it holds the whole of it, else the page (`auto`); always the feed; always the page.'),
  })
  .refine(({ url, file }) => (url === undefined) !== (file === undefined), { error: 'needs either `url` or `file`' })

/** A source of articles; a bare address is one with the usual settings. */
export const sourceSchema = z.union([httpUrl.transform((url) => detailed.parse({ url })), detailed])

export type SourceSettings = z.output<typeof sourceSchema>
