import { byline, credit, source } from './people.ts'
import type { Boilerplate, Phrases } from './rules.ts'
import { advert, comments, cookies, label, legal, navigation, newsletter, player, related, share } from './site.ts'

const rules: readonly (readonly [Boilerplate, Phrases])[] = [
  ['share', share],
  ['advert', advert],
  ['related', related],
  ['newsletter', newsletter],
  ['comments', comments],
  ['legal', legal],
  ['cookies', cookies],
  ['source', source],
  ['player', player],
  ['navigation', navigation],
  ['label', label],
  ['credit', credit],
  ['byline', byline],
]

/** Characters above which a line has prose in it. */
const longest = 320

/**
 * What kind of thing that sites print around articles a line is, taken by itself: a share bar, a form, a credit.
 *
 * @param line trimmed, on one line
 * @returns undefined when it is none, as far as one line can show
 */
export function boilerplateKind(line: string): Boilerplate | undefined {
  if (line.length > longest) return undefined
  return rules.find(([, patterns]) => patterns.some((pattern) => pattern.test(line)))?.[0]
}
