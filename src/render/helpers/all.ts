import { date } from './date.ts'
import { height } from './height.ts'
import type { Helper } from './helper.ts'
import { join } from './join.ts'
import { and, eq, not, or } from './logic.ts'
import { plural } from './plural.ts'
import { readingTime } from './reading-time.ts'
import { recipient } from './recipient.ts'
import { sentence } from './sentence.ts'
import { truncate } from './truncate.ts'
import { underline } from './underline.ts'
import { url } from './url.ts'

/** Every helper of templates besides Handlebars' own if, unless, each and with. */
export const helpers: Readonly<Record<string, Helper>> = {
  date,
  readingTime,
  truncate,
  sentence,
  plural,
  url,
  join,
  height,
  underline,
  eq,
  not,
  and,
  or,
  recipient,
}

/** Helpers of Handlebars that open a block. */
export const blockHelpers = ['if', 'unless', 'each', 'with'] as const
